/** Receipts: the very words a row rests on, where they stand, and the way there. */
import { html, nothing } from 'lit';
import { t } from '../texts.js';
import { link } from '../core/router.js';
import { moment } from '../core/format.js';

export const RECEIPT = /* GraphQL */ `
  fragment ReceiptParts on Receipt {
    articleId articleVersion field start end exact prefix suffix placement
    article { id headline publishedAt outlet { id name } }
  }`;

/** Where a receipt can be seen in its article. */
export function place({ articleId, articleVersion, field, start, end }) {
  return link(`/articles/${articleId}`, { version: articleVersion, at: field === 'TEXT' ? `${start}-${end}` : 'headline' });
}

/** Where fewer characters stand around it than are sent at most, the text begins or ends there. */
const SURROUNDINGS = 31;
const goesOn = (around) => around?.length >= SURROUNDINGS;

/** A receipt in its surroundings, with where it was printed. */
export function quoted(receipt) {
  const { article, prefix, exact, suffix, placement, articleVersion } = receipt;
  return html`
    <figure class="receipt">
      <blockquote><span class="around">${goesOn(prefix) ? '…' : ''}${prefix}</span><mark>${exact}</mark><span class="around">${suffix}${goesOn(suffix) ? '…' : ''}</span></blockquote>
      <figcaption>
        <a href=${place(receipt)}>${article?.outlet?.name ?? t.statement.inArticle}</a>
        ${article?.headline ? html`<cite>${article.headline}</cite>` : nothing}
        ${moment(article?.publishedAt)}
        <span>${t.statement.version(articleVersion)}</span>
        ${placement === 'ORPHANED' ? html`<span class="warn">${t.statement.orphaned}</span>` : nothing}
        ${placement === 'MOVED' ? html`<span>${t.statement.moved}</span>` : nothing}
      </figcaption>
    </figure>`;
}

/** Receipts behind a word, opened on demand: for rows that stand close together. */
export function receipts(list) {
  if (!list?.length) {
    return nothing;
  }
  return html`<details class="receipts"><summary>${t.statement.receipts(list.length)}</summary>${list.map(quoted)}</details>`;
}
