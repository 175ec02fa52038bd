import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { Renewal } from '../core/renewal.js';
import { link, withParams } from '../core/router.js';
import { OnSession, session } from '../core/session.js';
import { day } from '../core/format.js';
import { t, label } from '../texts.js';
import { followProposals } from '../parts/follow.js';
import { lineage, LINEAGE } from '../parts/lineage-graph.js';
import { pointsTable } from '../parts/points.js';
import { holders, positionsTable, speaksForAnother } from '../parts/positions.js';
import { proposers } from '../parts/proposal-row.js';
import { receipts, RECEIPT } from '../parts/receipt.js';
import { empty, notFound, shown } from '../parts/states.js';
import { proposalLink, statementRow, STATEMENT } from '../parts/statement.js';
import { Arrivals } from '../parts/arrivals.js';
import { evidenceKey } from '../parts/position-evidence.js';
import '../parts/position-timeline.js';
import '../parts/point-comparison.js';

const QUESTION = /* GraphQL */ `
  query Proposal($slug: String!, $knownAt: DateTime) {
    proposal(slug: $slug, knownAt: $knownAt) {
      id slug title kind mentionCount withdrawnOn withdrawnReceipts { ...ReceiptParts }
      proposers { id name }
      currentVersion { id }
      respondsTo { ...LineageParts respondsTo { ...LineageParts } responses(first: 8) { nodes { ...LineageParts } } } respondsToReceipts { ...ReceiptParts }
      responses(first: 12) { nodes { ...LineageParts responses(first: 4) { nodes { ...LineageParts } } } }
      versions {
        id label position pointCount datedOn datedOnBasis counts { value } proposers { id name } previous { id }
        receipts { ...ReceiptParts }
        points { fate label text demandedBy { id name } point { id } receipts { ...ReceiptParts } }
      }
      positions(first: 100, history: true) {
        nodes { holder { id name kind party { id name } } stance since until claimedBy { id name } version { id label position } }
      }
      statements(first: 10) { totalCount nodes { ...StatementParts } }
    }
  }
  ${STATEMENT} ${RECEIPT} ${LINEAGE}`;

/** A proposal: its versions, what became of each point, where each side stands, and what was said about it. */
class ProposalPage extends Page {
  constructor() {
    super();
    new OnSession(this);
    this.load = new Load(this, () => ({ query: QUESTION, variables: { slug: this.params.slug, knownAt: this.knownAt } }));
    const { soon } = new Renewal(this, this.load);
    this.arrivals = new Arrivals(this, () => this.proposal && { proposal: [this.proposal.id] }, soon);
    followProposals(this, () => this.proposal && { id: this.proposal.id }, soon);
  }

  get proposal() {
    return this.load.value?.proposal;
  }

  name() {
    return this.proposal?.title;
  }

  render() {
    return shown(this.load, ({ proposal }) => (proposal ? this.#page(proposal) : notFound()));
  }

  #page(proposal) {
    const { versions } = proposal;
    const cell = this.query.get('cell');
    return html`
      <header class="title">
        <p class="quiet">${label('proposalKind', proposal.kind)} ${proposers(proposal.proposers)} · ${t.proposal.mentions(proposal.mentionCount)}</p>
        <h1>${proposal.title}</h1>
        ${session.may('review') ? html`<p class="counts"><a href=${link('/review/merge-proposals', { into: proposal.id })}>${t.review.mergeWith}</a> <a href=${link('/review/decisions', { of: proposal.id })}>${t.review.decisions.of}</a></p>` : nothing}
        ${proposal.withdrawnOn ? html`<p class="warn">${t.proposal.withdrawn} ${day(proposal.withdrawnOn)} ${receipts(proposal.withdrawnReceipts)}</p>` : nothing}
      </header>
      <section aria-labelledby="versions">
        <h2 id="versions">${t.proposal.versions}</h2>
        <ol class="timeline">${versions.map((version) => this.#version(version, proposal))}</ol>
      </section>
      <section aria-labelledby="points">
        <h2 id="points">${t.proposal.pointsHeading}</h2>
        ${versions.some(({ points }) => points.length > 0)
          ? html`${pointsTable(versions)}${versions.length > 2 ? html`<point-comparison .versions=${versions}></point-comparison>` : nothing}`
          : empty(t.proposal.pointsNone, t.proposal.pointsNoneHint)}
      </section>
      <section aria-labelledby="positions">
        <h2 id="positions">${t.proposal.positions}</h2>
        ${proposal.positions?.nodes.length > 0
          ? html`<position-timeline .name=${t.chart.over} .lanes=${lanes(proposal.positions.nodes, cell)}></position-timeline>
              ${cell ? html`<position-evidence .proposal=${proposal} .cell=${cell}></position-evidence>` : nothing}
              ${positionsTable(proposal.positions.nodes, versions, cell)}`
          : empty(t.proposal.positionsNone, t.proposal.positionsNoneHint)}
      </section>
      <section aria-labelledby="lineage">
        <h2 id="lineage">${t.proposal.lineage}</h2>
        ${this.#lineage(proposal)}
      </section>
      ${this.#statements(proposal)}`;
  }

  #version({ id, label: name, position, pointCount, counts, datedOn, datedOnBasis, receipts: list, proposers: by }, { currentVersion, proposers: all }) {
    const others = counts.filter(({ value }) => value !== pointCount);
    // A label that only repeats the number of points and the day says nothing more.
    const tells = name && pointCount !== null && name.startsWith(t.proposal.points(pointCount)) ? undefined : name;
    const own = by.map((actor) => actor.id).join() !== all.map((actor) => actor.id).join();
    return html`
      <li id="version-${position}" aria-current=${id === currentVersion?.id ? 'step' : nothing}>
        <p class="when">${datedOn ? html`<span title=${label('basis', datedOnBasis)}>${day(datedOn)}</span>` : html`<span class="unknown">${t.proposal.undated}</span>`}</p>
        <h3>${t.proposal.points(pointCount)}</h3>
        <p class="quiet">${t.proposal.versionOf(position)}${tells ? html` · ${tells}` : nothing}${own ? html` · ${proposers(by)}` : nothing}</p>
        ${others.length > 0 ? html`<p class="warn">${t.proposal.counts} ${others.map(({ value }) => value).join(', ')}</p>` : nothing}
        ${receipts(list)}
      </li>`;
  }

  #lineage(proposal) {
    const rows = lineage(proposal);
    if (rows.length === 1) {
      return html`<p class="quiet">${t.proposal.noLineage}</p>`;
    }
    return html`<lineage-graph .proposal=${proposal}></lineage-graph>
      <details class="receipts"><summary>${t.chart.asList}</summary>
        <ul class="lineage">${rows.map((row) => html`<li>
          ${row.id === proposal.id ? html`<strong aria-current="page">${row.title}</strong>` : proposalLink(row)}
          <span class="quiet">${label('proposalKind', row.kind)} ${proposers(row.proposers)}${row.answered ? `, ${t.proposal.respondsTo.toLowerCase()} “${row.answered.title}”` : nothing}</span></li>`)}</ul></details>
      ${receipts(proposal.respondsToReceipts)}`;
  }

  #statements({ id, statements }) {
    if (!statements) {
      return nothing;
    }
    const rows = this.arrivals.over(statements.nodes);
    return html`
      <section aria-labelledby="statements">
        <h2 id="statements">${t.proposal.statements}</h2>
        ${rows.length === 0
          ? empty(t.lists.none, t.actor.statementsNoneHint)
          : rows.map((one) => statementRow(one, { about: false, fresh: this.arrivals.isFresh(one) }))}
        ${statements.totalCount > statements.nodes.length
          ? html`<p><a href=${link('/statements', { proposal: id })}>${t.proposal.allStatements(statements.totalCount)}</a></p>`
          : nothing}
      </section>`;
  }
}

/** A lane for each holder; a mark leads to the statements it rests on. */
function lanes(positions, cell) {
  return holders(positions).map((lane) => ({
    id: lane.id,
    name: lane.name,
    member: speaksForAnother(lane),
    href: link(`/actors/${lane.id}`),
    positions: positions.filter(({ holder }) => holder.id === lane.id).map((position) => {
      const key = evidenceKey(position);
      return { ...position, open: key === cell, href: withParams({ cell: key === cell ? null : key }) };
    }),
  }));
}

customElements.define('page-proposal', ProposalPage);
