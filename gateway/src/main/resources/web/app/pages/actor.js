import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { day } from '../core/format.js';
import { label, t } from '../texts.js';
import { Arrivals } from '../parts/arrivals.js';
import { stance } from '../parts/marks.js';
import { receipts, RECEIPT } from '../parts/receipt.js';
import { empty, notFound, shown } from '../parts/states.js';
import { actorLink, proposalLink, statementRow, STATEMENT } from '../parts/statement.js';

const QUESTION = /* GraphQL */ `
  query Actor($id: ID!, $knownAt: DateTime) {
    node(id: $id, knownAt: $knownAt) {
      ... on Actor {
        id name kind aliases party { id name } mergedFrom { id name }
        roles { role from to receipt { ...ReceiptParts } }
        positions(first: 100, history: true) { nodes { stance since until claimedBy { id name } proposal { id slug title } version { id label } } }
        statements(first: 15) { totalCount nodes { ...StatementParts } }
      }
    }
  }
  ${STATEMENT} ${RECEIPT}`;

/** An actor: names, roles in time, positions over time, and what was said. */
class ActorPage extends Page {
  constructor() {
    super();
    this.load = new Load(this, () => ({ query: QUESTION, variables: { id: this.params.id, knownAt: this.knownAt } }));
    this.arrivals = new Arrivals(this, () => this.load.value?.node && { speaker: [this.load.value.node.id] });
  }

  name() {
    return this.load.value?.node?.name;
  }

  render() {
    return shown(this.load, ({ node }) => (node?.name ? this.#page(node) : notFound()));
  }

  #page(actor) {
    const others = actor.aliases.filter((alias) => alias !== actor.name);
    const rows = this.arrivals.over(actor.statements?.nodes ?? []);
    return html`
      <p class="quiet">${label('actorKind', actor.kind)}${actor.party && actor.party.id !== actor.id ? html`, ${t.actor.party.toLowerCase()} ${actorLink(actor.party)}` : nothing}</p>
      <h1>${actor.name}</h1>
      ${others.length > 0 ? html`<p class="quiet">${t.actor.aliases}: ${others.join(', ')}</p>` : nothing}
      ${actor.mergedFrom.length > 0 ? html`<p class="quiet">${t.actor.merged}: ${actor.mergedFrom.map(({ name }) => name).join(', ')}</p>` : nothing}
      ${actor.roles.length > 0
        ? html`<section><h2>${t.actor.roles}</h2><ul class="rows tight">${actor.roles.map(
            ({ role, from, to, receipt }) => html`<li>${role} <span class="quiet">${from ? html`${t.actor.from} ${day(from)}` : nothing} ${to ? html`${t.actor.to} ${day(to)}` : nothing}</span>${receipts(receipt ? [receipt] : [])}</li>`,
          )}</ul></section>`
        : nothing}
      <section><h2>${t.actor.positions}</h2>${this.#positions(actor.positions?.nodes ?? [])}</section>
      <section><h2>${t.actor.statements}</h2>
        ${rows.length === 0
          ? empty(t.actor.statementsNone, t.actor.statementsNoneHint)
          : rows.map((one) => statementRow(one, { fresh: this.arrivals.isFresh(one) }))}
        ${actor.statements?.totalCount > actor.statements?.nodes.length
          ? html`<p><a href=${link('/statements', { speaker: actor.id })}>${t.proposal.allStatements(actor.statements.totalCount)}</a></p>`
          : nothing}
      </section>`;
  }

  /** By proposal, the oldest stance first: a line through time for each. */
  #positions(positions) {
    if (positions.length === 0) {
      return empty(t.actor.positionsNone, t.actor.positionsNoneHint);
    }
    const byProposal = new Map();
    for (const position of positions) {
      const line = byProposal.get(position.proposal.id) ?? { proposal: position.proposal, stances: [] };
      line.stances.push(position);
      byProposal.set(position.proposal.id, line);
    }
    return [...byProposal.values()].map(({ proposal, stances }) => html`
      <h3>${proposalLink(proposal)}</h3>
      <ol class="course">${stances
        .sort((one, other) => (one.since ?? '').localeCompare(other.since ?? ''))
        .map((one) => html`<li>${stance(one.stance)}
          <span class="quiet">${one.since ? day(one.since) : t.statement.dayUnknown}${one.version ? html` · ${one.version.label}` : nothing}${one.claimedBy ? html` · ${t.proposal.claimed(one.claimedBy.name)}` : nothing}</span></li>`)}
      </ol>`);
  }
}

customElements.define('page-actor', ActorPage);
