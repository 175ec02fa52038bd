import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { OnSession, session } from '../core/session.js';
import { label, t } from '../texts.js';
import { sideValue } from '../parts/conflict.js';
import { quoted, RECEIPT } from '../parts/receipt.js';
import { notFound, shown } from '../parts/states.js';
import { actorLink, proposalLink, statementRow, STATEMENT } from '../parts/statement.js';

const QUESTION = /* GraphQL */ `
  query Conflict($id: ID!, $knownAt: DateTime) {
    node(id: $id, knownAt: $knownAt) {
      ... on Conflict {
        id kind explanation resolution review
        proposal { id slug title } speaker { id name } utterance { id statementCount outletCount }
        sides { value receipts { ...ReceiptParts } statements { ...StatementParts } }
      }
    }
  }
  ${STATEMENT} ${RECEIPT}`;

/** Where reports differ: each side with its proof, beside the other. */
class ConflictPage extends Page {
  constructor() {
    super();
    new OnSession(this);
    this.load = new Load(this, () => ({ query: QUESTION, variables: { id: this.params.id, knownAt: this.knownAt } }));
  }

  name() {
    const kind = this.load.value?.node?.kind;
    return kind && `${t.lists.conflicts}: ${label('conflictKind', kind)}`;
  }

  render() {
    return shown(this.load, ({ node }) => (node?.id ? this.#page(node) : notFound()));
  }

  #page({ id, kind, explanation, resolution, review, proposal, speaker, utterance, sides }) {
    return html`
      <p class="quiet">${t.lists.conflicts} · ${label('conflictKind', kind)} · ${label('resolution', resolution)}${review === 'UNREVIEWED' ? nothing : ` · ${label('review', review)}`}</p>
      <h1 class="words">${explanation}</h1>
      <p class="counts">${speaker ? actorLink(speaker) : nothing} ${proposal ? proposalLink(proposal) : nothing}
        ${utterance ? html`<a href=${link(`/utterances/${utterance.id}`)}>${t.statement.utterance(utterance.statementCount, utterance.outletCount)}</a>` : nothing}
        ${session.may('review') ? html`<a href=${link('/review/decisions', { of: id })}>${t.review.decisions.of}</a>` : nothing}</p>
      <section><h2>${t.conflict.sides}</h2>
        <div class="columns">
          ${sides.map(({ value, receipts, statements }) => html`
            <article class="report"><h3 class="words">${sideValue(kind, value)}</h3>
              ${receipts.map(quoted)}
              ${receipts.length === 0 ? statements.map((one) => statementRow(one)) : nothing}
            </article>`)}
        </div>
      </section>`;
  }
}

customElements.define('page-conflict', ConflictPage);
