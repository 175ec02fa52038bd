/** A statement as a row of a list. */
import { html, nothing } from 'lit';
import { t, label } from '../texts.js';
import { link } from '../core/router.js';
import { said, percent } from '../core/format.js';
import { stance } from './marks.js';
import { place } from './receipt.js';

/** Below it a row says that it is unsure: about a quarter of the rows are then wrong. */
const UNSURE = 0.75;

export const STATEMENT = /* GraphQL */ `
  fragment StatementParts on Statement {
    id content form act negated confidence review supersededAt
    statedOn statedOnLatest statedOnPrecision statedOnBasis
    speaker { id name kind } speakers { id name } speakerRole party { id name }
    stances { value proposal { id slug title } version { id label } }
    about { proposal { id slug title } }
    receipts { articleId articleVersion field start end }
    article { id headline publishedAt outlet { id name } }
    utterance { id statementCount outletCount }
  }`;

export const actorLink = (actor) => html`<a href=${link(`/actors/${actor.id}`)}>${actor.name}</a>`;

export const proposalLink = (proposal) => html`<a href=${link(`/proposals/${proposal.slug}`)}>${proposal.title}</a>`;

/** Who says it; more than one for joint statements. */
export function speakers(statement) {
  const { speakers, speakerRole } = statement;
  if (!speakers?.length) {
    return html`<span class="unknown">${t.statement.speakerUnknown}</span>`;
  }
  return html`${speakers.map((actor, at) => html`${at > 0 ? ', ' : ''}${actorLink(actor)}`)}${speakerRole ? html` <span class="quiet">${speakerRole}</span>` : nothing}`;
}

/** What it is about, with the stance it takes where it takes one. */
function targets({ stances, about }) {
  const taken = new Set(stances.map((one) => one.proposal?.id));
  const rest = about.filter(({ proposal }) => proposal && !taken.has(proposal.id));
  return html`
    ${stances.map((one) => html`<span class="target">${stance(one.value)} ${one.proposal ? proposalLink(one.proposal) : nothing}${one.version ? html` <span class="quiet">${one.version.label}</span>` : nothing}</span>`)}
    ${rest.map(({ proposal }) => html`<span class="target"><span class="quiet">${t.statement.about}</span> ${proposalLink(proposal)}</span>`)}`;
}

/**
 * @param statement with StatementParts
 * @param {{fresh?: boolean, targets?: boolean}} how fresh: it has just arrived; targets: false where the page says what it is about
 */
export function statementRow(statement, { fresh = false, about = true } = {}) {
  const { id, content, act, negated, confidence, article, utterance, receipts, review } = statement;
  return html`
    <article class="statement ${fresh ? 'fresh' : ''}" data-form=${statement.form}>
      <header>
        <span class="who">${speakers(statement)}</span>
        <span class="quiet">${label('act', act)}${negated ? ` (${t.statement.negated})` : ''}</span>
        <span class="when">${said(statement)}</span>
      </header>
      <p class="words"><a href=${link(`/statements/${id}`)}>${content}</a></p>
      <footer>
        ${about ? targets(statement) : statement.stances.map((one) => stance(one.value))}
        <span class="printed">
          ${article ? html`<a href=${receipts[0] ? place(receipts[0]) : link(`/articles/${article.id}`)} title=${article.headline ?? ''}>${article.outlet?.name ?? t.statement.detail.article}</a>` : nothing}
          ${utterance && utterance.statementCount > 1 ? html`<a href=${link(`/utterances/${utterance.id}`)}>${t.statement.utterance(utterance.statementCount, utterance.outletCount)}</a>` : nothing}
          ${review === 'UNREVIEWED' || !review
            ? confidence < UNSURE ? html`<span class="warn" title=${t.statement.unsure(percent(confidence))}>${t.statement.unsureShort}</span>` : nothing
            : html`<span>${label('review', review)}</span>`}
        </span>
      </footer>
    </article>`;
}
