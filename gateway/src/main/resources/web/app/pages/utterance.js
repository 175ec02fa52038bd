import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { dayText, said, short } from '../core/format.js';
import { label, t } from '../texts.js';
import { CONFLICT, conflictRow } from '../parts/conflict.js';
import { quoted, RECEIPT } from '../parts/receipt.js';
import { empty, notFound, shown } from '../parts/states.js';
import { actorLink, STATEMENT } from '../parts/statement.js';
import { differing } from '../parts/words.js';

const QUESTION = /* GraphQL */ `
  query Utterance($id: ID!, $knownAt: DateTime) {
    node(id: $id, knownAt: $knownAt) {
      ... on Utterance {
        id content statedOn statedOnLatest statementCount outletCount originCount unknownOriginReports supersededAt
        speaker { id name }
        origins { name basis outlet { id } articles { id headline } }
        statements(first: 50) { nodes { ...StatementParts proof: receipts { ...ReceiptParts } via { value } } }
      }
    }
  }
  ${STATEMENT} ${RECEIPT}`;

const CONFLICTS = /* GraphQL */ `
  query Conflicts($statements: [ID!]!, $knownAt: DateTime) {
    conflicts(first: 20, filter: { statement: $statements }, knownAt: $knownAt) { nodes { ...ConflictParts } }
  }
  ${CONFLICT}`;

/** One act of speech as everybody who reported it put it. */
class UtterancePage extends Page {
  constructor() {
    super();
    this.load = new Load(this, () => ({ query: QUESTION, variables: { id: this.params.id, knownAt: this.knownAt } }));
    this.conflicts = new Load(this, () => this.reports.length > 0 && {
      query: CONFLICTS,
      variables: { statements: this.reports.map(({ id }) => id), knownAt: this.knownAt },
    });
  }

  get reports() {
    return this.load.value?.node?.statements?.nodes ?? [];
  }

  name() {
    return short(this.load.value?.node?.content, 60);
  }

  render() {
    return shown(this.load, ({ node }) => (node?.id ? this.#page(node) : notFound()));
  }

  #page(utterance) {
    const { content, speaker, origins, originCount, unknownOriginReports, outletCount, statementCount } = utterance;
    const conflicts = this.conflicts.value?.conflicts?.nodes ?? [];
    return html`
      <p class="quiet">${t.utterance.name} · ${speaker ? actorLink(speaker) : t.statement.speakerUnknown} · ${said({ ...utterance, statedOnPrecision: 'DAY', statedOnBasis: 'EXPLICIT' })}</p>
      <h1 class="words">${content}</h1>
      <p class="counts"><span>${t.utterance.reports(statementCount)}</span> <span>${t.utterance.outlets(outletCount)}</span> <span>${t.utterance.originCount(originCount)}</span>
        ${unknownOriginReports > 0 ? html`<span>${t.utterance.unknownOrigins(unknownOriginReports)}</span>` : nothing}</p>
      <section><h2>${t.utterance.sideBySide}</h2>
        ${this.reports.length === 0
          ? empty(t.utterance.noReports, t.utterance.noReportsHint)
          : html`<div class="columns">${this.reports.map((report) => this.#report(report, this.reports[0]))}</div>`}
      </section>
      <section><h2>${t.utterance.origins}</h2>
        <ul class="rows">${origins.map((origin) => html`<li><strong>${origin.name}</strong> <span class="quiet">${label('origin', origin.basis)}</span>
          ${(origin.articles ?? []).map((article) => html`<p><a href=${link(`/articles/${article.id}`)}>${article.headline ?? t.article.noHeadline}</a></p>`)}</li>`)}</ul>
      </section>
      ${conflicts.length > 0 ? html`<section><h2>${t.statement.conflicts}</h2>${conflicts.map(conflictRow)}</section>` : nothing}`;
  }

  /** A report beside the first one: the words that only it has are set off. */
  #report(report, first) {
    return html`
      <article class="report">
        <h3>${report.article?.outlet?.name ?? t.article.noOutlet}</h3>
        <p class="quiet">${dayText(report.article?.publishedAt)} · ${label('form', report.form)}${report.via ? html` · ${t.statement.detail.via.toLowerCase()} ${report.via.value}` : nothing}</p>
        <p class="words"><a href=${link(`/statements/${report.id}`)}>${report === first ? report.content : differing(first.content, report.content)}</a></p>
        ${report.proof.map(quoted)}
      </article>`;
  }
}

customElements.define('page-utterance', UtterancePage);
