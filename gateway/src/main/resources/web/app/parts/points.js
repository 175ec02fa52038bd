import { html, nothing } from 'lit';
import { t } from '../texts.js';
import { day } from '../core/format.js';
import { fate } from './marks.js';
import { receipts } from './receipt.js';
import { actorLink } from './statement.js';

/** Points in the order in which they were first told, each with its state in every version that mentions it. */
export function pointsOf(versions) {
  const points = new Map();
  for (const version of versions) {
    for (const state of version.points) {
      const point = points.get(state.point.id) ?? { id: state.point.id, label: state.label, states: new Map() };
      point.states.set(version.id, state);
      points.set(state.point.id, point);
    }
  }
  return [...points.values()];
}

/** The head of a column: which version it is. */
export function versionHead({ pointCount, position, datedOn }) {
  return html`${pointCount === null ? t.proposal.versionOf(position) : t.proposal.points(pointCount)}
    <span class="quiet">${pointCount === null ? nothing : html`${t.proposal.versionOf(position)}, `}${datedOn ? day(datedOn) : t.proposal.undated}</span>`;
}

/** The same in plain words, for narrow screens, where each cell says which column it belongs to. */
export const headText = ({ pointCount, position }) =>
  pointCount === null ? t.proposal.versionOf(position) : `${t.proposal.versionOf(position)}, ${t.proposal.points(pointCount)}`;

/** How a state reads in a cell: what became of the point, its words where they are new, and who insisted. */
export function stateOf(state, { first = false } = {}) {
  const words = state.fate !== 'KEPT' && state.fate !== 'REMOVED';
  return html`
    ${first && state.fate === 'NEW' ? html`<span class="fate">${t.proposal.told}</span>` : fate(state.fate)}
    ${words && state.text !== state.label ? html`<p>${state.text}</p>` : nothing}
    ${state.demandedBy ? html`<p class="insistence">${t.proposal.demandedBy} ${actorLink(state.demandedBy)}</p>` : nothing}
    ${receipts(state.receipts)}`;
}

/** Every point through every version. */
export function pointsTable(versions) {
  return html`
    <p class="quiet">${t.proposal.legend}</p>
    <div class="wide" tabindex="0" role="region" aria-label=${t.proposal.pointsHeading}>
      <table class="matrix points">
        <thead><tr><th scope="col">${t.proposal.point}</th>${versions.map((version) => html`<th scope="col">${versionHead(version)}</th>`)}</tr></thead>
        <tbody>
          ${pointsOf(versions).map((point) => html`
            <tr>
              <th scope="row">${point.label}</th>
              ${versions.map((version) => {
                const state = point.states.get(version.id);
                return state
                  ? html`<td data-fate=${state.fate} data-head=${headText(version)}>${stateOf(state, { first: version === versions[0] })}</td>`
                  : html`<td class="absent"><span class="hidden">${t.proposal.notMentioned}</span></td>`;
              })}
            </tr>`)}
        </tbody>
      </table>
    </div>`;
}
