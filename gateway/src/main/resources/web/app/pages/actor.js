import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { Renewal } from '../core/renewal.js';
import { link, withParams } from '../core/router.js';
import { OnSession, session } from '../core/session.js';
import { day } from '../core/format.js';
import { label, t } from '../texts.js';
import { Arrivals } from '../parts/arrivals.js';
import { receipts, RECEIPT } from '../parts/receipt.js';
import { empty, notFound, shown } from '../parts/states.js';
import { actorLink, statementRow, STATEMENT } from '../parts/statement.js';
import { evidenceKey } from '../parts/position-evidence.js';
import '../parts/position-timeline.js';

const QUESTION = /* GraphQL */ `
  query Actor($id: ID!, $knownAt: DateTime) {
    node(id: $id, knownAt: $knownAt) {
      ... on Actor {
        id name kind aliases party { id name } mergedFrom { id name }
        roles { role from to receipt { ...ReceiptParts } }
        positions(first: 100, history: true) { nodes { stance since until claimedBy { id name } proposal { id slug title } version { id label position } } }
        statements(first: 15) { totalCount nodes { ...StatementParts } }
      }
    }
  }
  ${STATEMENT} ${RECEIPT}`;

/** An actor: names, roles in time, positions over time, and what was said. */
class ActorPage extends Page {
  constructor() {
    super();
    new OnSession(this);
    this.load = new Load(this, () => ({ query: QUESTION, variables: { id: this.params.id, knownAt: this.knownAt } }));
    this.arrivals = new Arrivals(this, () => this.load.value?.node && { speaker: [this.load.value.node.id] }, new Renewal(this, this.load).soon);
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
      ${session.may('review') ? html`<p class="counts"><a href=${link('/review/merge', { into: actor.id })}>${t.review.mergeWith}</a> <a href=${link('/review/decisions', { of: actor.id })}>${t.review.decisions.of}</a></p>` : nothing}
      ${actor.roles.length > 0
        ? html`<section><h2>${t.actor.roles}</h2><ul class="rows tight">${actor.roles.map(
            ({ role, from, to, receipt }) => html`<li>${role} <span class="quiet">${from ? html`${t.actor.from} ${day(from)}` : nothing} ${to ? html`${t.actor.to} ${day(to)}` : nothing}</span>${receipts(receipt ? [receipt] : [])}</li>`,
          )}</ul></section>`
        : nothing}
      <section><h2>${t.actor.positions}</h2>${this.#positions(actor)}</section>
      <section><h2>${t.actor.statements}</h2>
        ${rows.length === 0
          ? empty(t.actor.statementsNone, t.actor.statementsNoneHint)
          : rows.map((one) => statementRow(one, { fresh: this.arrivals.isFresh(one) }))}
        ${actor.statements?.totalCount > actor.statements?.nodes.length
          ? html`<p><a href=${link('/statements', { speaker: actor.id })}>${t.proposal.allStatements(actor.statements.totalCount)}</a></p>`
          : nothing}
      </section>`;
  }

  /** A lane through time for each proposal; a mark opens the statements it rests on. */
  #positions({ id, name, positions }) {
    const all = positions?.nodes ?? [];
    if (all.length === 0) {
      return empty(t.actor.positionsNone, t.actor.positionsNoneHint);
    }
    const [openProposal, openCell] = this.query.get('cell')?.split('!') ?? [];
    const lanes = new Map();
    for (const { proposal, ...position } of all) {
      const lane = lanes.get(proposal.id) ?? { id: proposal.id, name: proposal.title, href: link(`/proposals/${proposal.slug}`), positions: [] };
      const key = evidenceKey({ ...position, holder: { id } });
      const open = openProposal === proposal.id && openCell === key;
      lane.positions.push({ ...position, open, href: withParams({ cell: open ? null : `${proposal.id}!${key}` }) });
      lanes.set(proposal.id, lane);
    }
    return html`<position-timeline .name="${t.actor.positions}: ${name}" .lanes=${[...lanes.values()]}></position-timeline>
      ${openCell ? html`<position-evidence .proposal=${{ id: openProposal }} .cell=${openCell}></position-evidence>` : nothing}`;
  }
}

customElements.define('page-actor', ActorPage);
