/** Marks that carry a meaning in shape and word; the colour only repeats it. */
import { html } from 'lit';
import { label } from '../texts.js';

/** Where a stance stands between against, 0, and for, 4. */
export const PLACE = { OPPOSE: 0, SCEPTICAL: 1, NEUTRAL: 2, PARTIAL_ACCEPTANCE: 3, CONDITIONAL_SUPPORT: 3, SUPPORT: 4 };
const FATES = { NEW: '+', KEPT: '=', CHANGED: '~', REMOVED: '−', UNKNOWN: '?' };

/** A stance: its place on a scale of five, from against on the left to for on the right, and its name. */
export function stance(value) {
  const place = PLACE[value];
  return html`
    <span class="stance" data-stance=${value}>
      <span class="scale" aria-hidden="true">${[0, 1, 2, 3, 4].map((step) => html`<i class=${step === place ? 'on' : ''}></i>`)}</span>
      ${label('stance', value)}
    </span>`;
}

/** What became of a point. */
export function fate(value) {
  return html`<span class="fate" data-fate=${value}><b aria-hidden="true">${FATES[value] ?? '?'}</b> ${label('fate', value)}</span>`;
}
