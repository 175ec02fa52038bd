import { html, nothing } from 'lit';
import { label } from '../texts.js';
import { link } from '../core/router.js';
import { dayText } from '../core/format.js';
import { actorLink, proposalLink } from './statement.js';

export const CONFLICT = /* GraphQL */ `
  fragment ConflictParts on Conflict {
    id kind explanation resolution proposal { id slug title } speaker { id name } sides { value }
  }`;

/** What one side says: a stance and a day as they are written elsewhere, anything else in the words of the reports. */
export function sideValue(kind, value) {
  if (kind === 'STANCE') {
    return label('stance', value);
  }
  return kind === 'DATE' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : value;
}

/** A difference between reports, as a row: each value, then how it is seen. */
export function conflictRow({ id, kind, resolution, proposal, speaker, sides }) {
  return html`
    <article class="conflict">
      <header><a href=${link(`/conflicts/${id}`)}>${label('conflictKind', kind)}</a>
        ${speaker ? html`<span>${actorLink(speaker)}</span>` : nothing}
        ${proposal ? html`<span>${proposalLink(proposal)}</span>` : nothing}
        <span class="quiet">${label('resolution', resolution)}</span>
      </header>
      <ol class="sides">${sides.map(({ value }) => html`<li>${sideValue(kind, value)}</li>`)}</ol>
    </article>`;
}
