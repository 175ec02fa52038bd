import { html, nothing } from 'lit';
import { link } from '../core/router.js';
import { label, t } from '../texts.js';
import { sideValue } from '../parts/conflict.js';
import { statementRow } from '../parts/statement.js';

/** The row that a case is about, as the record has it now. */
export function subject(node) {
  switch (node.__typename) {
    case 'Statement':
      return statementRow(node);
    case 'Actor':
      return html`<article class="report"><h3><a href=${link(`/actors/${node.id}`)}>${node.name}</a></h3>
        <p class="quiet">${label('actorKind', node.actorKind)}${node.party && node.party.id !== node.id ? `, ${t.actor.party.toLowerCase()} ${node.party.name}` : nothing}</p>
        ${node.aliases.length > 1 ? html`<p>${t.actor.aliases}: ${node.aliases.join(', ')}</p>` : nothing}</article>`;
    case 'Proposal':
      return html`<article class="report"><h3><a href=${link(`/proposals/${node.slug}`)}>${node.title}</a></h3></article>`;
    case 'Conflict':
      return html`<article class="report"><p><a href=${link(`/conflicts/${node.id}`)}>${label('conflictKind', node.conflictKind)}</a> · ${label('resolution', node.resolution)}</p>
        <ol class="sides">${node.sides.map(({ value }) => html`<li class="words">${sideValue(node.conflictKind, value)}</li>`)}</ol></article>`;
    default:
      return nothing;
  }
}
