import { html, nothing } from 'lit';
import { t } from '../texts.js';
import { withParams } from '../core/router.js';
import { day } from '../core/format.js';
import { stance } from './marks.js';
import { actorLink } from './statement.js';
import { headText, versionHead } from './points.js';

export const ANY = 'any';

const newestFirst = (one, other) => (other.since ?? '').localeCompare(one.since ?? '');

/** Whether a holder, a person or a ministry, speaks for a party that holds positions of its own. */
export const speaksForAnother = ({ id, party }) => party != null && party.id !== id;

/** Holders, each party before those who speak for it; people of whom no party is known stand behind all of them. */
export function holders(positions) {
  const found = new Map(positions.map(({ holder }) => [holder.id, holder]));
  const side = (holder) => holder.party?.name ?? holder.name;
  const alone = (holder) => holder.kind === 'PERSON' && !holder.party;
  return [...found.values()].sort(
    (one, other) => alone(one) - alone(other) || side(one).localeCompare(side(other)) || speaksForAnother(one) - speaksForAnother(other) || one.name.localeCompare(other.name),
  );
}

/** One stance, from when on, and whose word it is taken on. */
function held({ stance: value, since, claimedBy }) {
  return html`${stance(value)}
    ${since ? html`<span class="quiet">${t.proposal.since} ${day(since)}</span>` : nothing}
    ${claimedBy ? html`<span class="quiet">${t.proposal.claimed(claimedBy.name)}</span>` : nothing}`;
}

/** Where each side stands on each version: the present stance first, what it was before below. Each cell leads to its statements. */
export function positionsTable(positions, versions, open) {
  const columns = [...versions];
  if (positions.some(({ version }) => !version)) {
    columns.push({ id: ANY });
  }
  return html`
    <div class="wide" tabindex="0" role="region" aria-label=${t.proposal.positions}>
      <table class="matrix">
        <thead><tr><th scope="col">${t.proposal.holder}</th>
          ${columns.map((version) => html`<th scope="col">${version.id === ANY ? t.proposal.anyVersion : versionHead(version)}</th>`)}</tr></thead>
        <tbody>
          ${holders(positions).map((holder) => html`
            <tr class=${speaksForAnother(holder) ? 'member' : ''}>
              <th scope="row">${actorLink(holder)}</th>
              ${columns.map((version) => cell(holder, version, positions, open))}
            </tr>`)}
        </tbody>
      </table>
    </div>`;
}

function cell(holder, version, positions, open) {
  const all = positions
    .filter((one) => one.holder.id === holder.id && (one.version?.id ?? ANY) === version.id)
    .sort(newestFirst);
  if (all.length === 0) {
    return html`<td class="absent"></td>`;
  }
  const id = `${holder.id}~${version.id}`;
  const name = version.id === ANY ? t.proposal.anyVersion : version.label;
  return html`
    <td class=${open === id ? 'open' : ''} data-head=${version.id === ANY ? t.proposal.anyVersion : headText(version)}>
      <a class="cell" href=${withParams({ cell: open === id ? null : id })} data-stay aria-label="${t.proposal.cell(holder.name, name)}" aria-expanded=${open === id}>
        ${held(all[0])}
        ${all.slice(1).map((one, at) => html`<span class="earlier">${at === 0 ? html`<span class="quiet">${t.proposal.earlier}</span>` : nothing} ${held(one)}</span>`)}
      </a>
    </td>`;
}
