import { html, nothing } from 'lit';
import { Part, knownAt } from '../core/page.js';
import { Load } from '../core/load.js';
import { withParams } from '../core/router.js';
import { t } from '../texts.js';
import { ANY } from './positions.js';
import { shown } from './states.js';
import { statementRow, STATEMENT } from './statement.js';

const UNTOLD = 'untold';

const QUESTION = /* GraphQL */ `
  query Evidence($proposal: ID!, $filter: PositionFilter!, $knownAt: DateTime) {
    proposal(id: $proposal, knownAt: $knownAt) {
      positions(first: 50, history: true, filter: $filter) {
        nodes { holder { id name } since claimedBy { id } version { id label } statements(first: 10) { nodes { ...StatementParts } } }
      }
    }
  }
  ${STATEMENT}`;

/** What a mark or a cell stands for, as it stands in the address. A cell leaves day and claimant open: it means all of them. */
export const evidenceKey = ({ holder, version, since, claimedBy }) => [holder.id, version?.id ?? ANY, since ?? UNTOLD, claimedBy?.id ?? ''].join('~');

/** The statements behind one cell of the positions, or behind one mark of their timeline. */
class PositionEvidence extends Part {
  static properties = { proposal: { attribute: false }, cell: { attribute: false } };

  constructor() {
    super();
    this.load = new Load(this, () => {
      const [holder, version] = this.cell.split('~');
      const filter = { holder: [holder], ...(version === ANY ? {} : { proposalVersion: [version] }) };
      return { query: QUESTION, variables: { proposal: this.proposal.id, filter, knownAt: knownAt() } };
    });
  }

  render() {
    const [, version, since, claimedBy] = this.cell.split('~');
    const meant = (one) => (one.version?.id ?? ANY) === version
      && (since === undefined || ((one.since ?? UNTOLD) === since && (one.claimedBy?.id ?? '') === claimedBy));
    return html`<div class="evidence">${shown(this.load, ({ proposal }) => {
      const positions = proposal.positions.nodes.filter(meant);
      const rows = new Map(positions.flatMap(({ statements }) => statements.nodes).map((one) => [one.id, one]));
      const [first] = positions;
      return html`
        <header>
          <h3>${first ? t.proposal.evidence(first.holder.name, first.version?.label ?? t.proposal.anyVersion) : t.lists.none}</h3>
          <a class="button" href=${withParams({ cell: null })} data-stay>${t.proposal.close}</a>
        </header>
        ${rows.size > 0 ? [...rows.values()].map((one) => statementRow(one, { about: false })) : nothing}`;
    })}</div>`;
  }
}

customElements.define('position-evidence', PositionEvidence);
