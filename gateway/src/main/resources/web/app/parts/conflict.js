import { html, nothing } from 'lit';
import { label } from '../texts.js';
import { link } from '../core/router.js';
import { actorLink, proposalLink } from './statement.js';

export const CONFLICT = /* GraphQL */ `
  fragment ConflictParts on Conflict {
    id kind explanation resolution proposal { id slug title } speaker { id name } sides { value }
  }`;

/** A difference between reports, as a row: each value, then how it is seen. */
export function conflictRow({ id, kind, resolution, proposal, speaker, sides }) {
  return html`
    <article class="conflict">
      <header><a href=${link(`/conflicts/${id}`)}>${label('conflictKind', kind)}</a>
        ${speaker ? html`<span>${actorLink(speaker)}</span>` : nothing}
        ${proposal ? html`<span>${proposalLink(proposal)}</span>` : nothing}
        <span class="quiet">${label('resolution', resolution)}</span>
      </header>
      <ol class="sides">${sides.map(({ value }) => html`<li>${value}</li>`)}</ol>
    </article>`;
}
