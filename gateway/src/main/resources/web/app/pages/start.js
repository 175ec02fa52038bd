import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { Renewal } from '../core/renewal.js';
import { link } from '../core/router.js';
import { ago } from '../core/format.js';
import { t } from '../texts.js';
import { Arrivals } from '../parts/arrivals.js';
import { followProposals } from '../parts/follow.js';
import { conflictRow, CONFLICT } from '../parts/conflict.js';
import { proposalRow, PROPOSAL_ROW } from '../parts/proposal-row.js';
import { empty, shown } from '../parts/states.js';
import { statementRow, STATEMENT } from '../parts/statement.js';

const QUESTION = /* GraphQL */ `
  query Start($knownAt: DateTime) {
    status { articles statements proposals actors outlets pendingArticles failedArticles lagSeconds }
    proposals(first: 6, knownAt: $knownAt) { nodes { ...ProposalRow } pageInfo { hasNextPage } }
    statements(first: 12, knownAt: $knownAt) { nodes { ...StatementParts } }
    conflicts(first: 5, knownAt: $knownAt) { nodes { ...ConflictParts } }
  }
  ${PROPOSAL_ROW} ${STATEMENT} ${CONFLICT}`;

const MOST_SHOWN = 20;

/** The record at a glance. */
class Start extends Page {
  constructor() {
    super();
    this.load = new Load(this, () => ({ query: QUESTION, variables: { knownAt: this.knownAt } }));
    const { soon } = new Renewal(this, this.load);
    this.arrivals = new Arrivals(this, () => ({}), soon);
    followProposals(this, () => ({}), soon);
  }

  render() {
    return html`
      <h1 class="lead">${t.start.lead}</h1>
      ${shown(this.load, ({ status, proposals, statements, conflicts }) => html`
        ${this.#counts(status)}
        <section aria-labelledby="proposals">
          <h2 id="proposals">${t.start.proposals}</h2>
          ${this.#list(proposals?.nodes, proposalRow, t.start.noProposals, t.start.noProposalsHint)}
          ${proposals?.pageInfo.hasNextPage ? html`<p><a href=${link('/proposals')}>${t.start.all.proposals}</a></p>` : nothing}
        </section>
        <div class="beside">
          <section aria-labelledby="statements">
            <h2 id="statements">${t.start.statements}</h2>
            ${this.#statements(statements?.nodes)}
            <p><a href=${link('/statements')}>${t.start.all.statements}</a></p>
          </section>
          <section aria-labelledby="conflicts">
            <h2 id="conflicts">${t.start.conflicts}</h2>
            ${this.#list(conflicts?.nodes, conflictRow, t.start.noConflicts, t.start.noConflictsHint)}
            <p><a href=${link('/conflicts')}>${t.start.all.conflicts}</a></p>
          </section>
        </div>`)}`;
  }

  #counts(status) {
    if (!status) {
      return nothing;
    }
    const { pendingArticles: waiting, failedArticles: failed, lagSeconds } = status;
    return html`
      <p class="counts">
        ${[['articles', 'article'], ['statements', 'statement'], ['proposals', 'proposal'], ['actors', 'actor']].map(
          ([place, noun]) => html`<a href=${link(`/${place}`)}>${t.count(status[place] ?? 0, noun)}</a>`,
        )}
        <span>${waiting > 0 ? `${t.start.waiting(waiting)} (${ago(lagSeconds)})` : t.start.fresh}</span>
        ${failed > 0 ? html`<a class="warn" href=${link('/status')}>${t.start.failed(failed)}</a>` : nothing}
      </p>`;
  }

  #statements(loaded) {
    if (!loaded) {
      return nothing;
    }
    const rows = this.arrivals.over(loaded).slice(0, MOST_SHOWN);
    return html`
      <p class="hidden" role="status">${this.arrivals.fresh.length > 0 ? t.live.arrived(this.arrivals.fresh.length) : ''}</p>
      ${rows.length === 0
        ? empty(t.start.noStatements, t.start.noStatementsHint)
        : rows.map((statement) => statementRow(statement, { fresh: this.arrivals.isFresh(statement) }))}`;
  }

  #list(rows, row, none, hint) {
    if (!rows) {
      return nothing;
    }
    return rows.length === 0 ? empty(none, hint) : rows.map((one) => row(one));
  }
}

customElements.define('page-start', Start);
