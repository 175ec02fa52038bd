import { html, nothing } from 'lit';
import { label } from '../texts.js';

const PLAIN = new Set(['BODY', 'HEADLINE', 'LIST']);

/**
 * An article's text cut where a receipt or a region begins or ends, so that receipts may overlap.
 *
 * @param {string} text
 * @param {{start: number, end: number, id: string}[]} spans receipts, by the statement they prove; UTF-16 code units, as in the text
 * @param {{start: number, end: number, kind: string}[]} regions
 */
export function segments(text, spans, regions) {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...spans, ...regions]) {
    cuts.add(Math.max(0, Math.min(start, text.length)));
    cuts.add(Math.max(0, Math.min(end, text.length)));
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1];
    return {
      start,
      text: text.slice(start, end),
      ids: [...new Set(spans.filter((span) => span.start < end && span.end > start).map(({ id }) => id))],
      region: regions.find((region) => region.start <= start && region.end >= end)?.kind,
    };
  });
}

/**
 * @param {{chosen?: string, at?: number, choose: (id: string) => void, hover: (id: string?) => void}} how chosen: the statement whose words stand out
 */
export function markedText(text, spans, regions, { chosen, choose, hover }) {
  const reached = new Set();
  return html`<div class="text" lang="en">${segments(text, spans, regions).map((segment) => {
    const { ids, region } = segment;
    if (ids.length === 0) {
      return region && !PLAIN.has(region) ? html`<span class="aside" title=${label('region', region)}>${segment.text}</span>` : segment.text;
    }
    // Of the statements that rest on these words, the one whose words are fewest is meant: the others surround it.
    const id = ids.includes(chosen) ? chosen : ids.at(-1);
    const first = !reached.has(id);
    reached.add(id);
    const key = (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose(id);
      }
    };
    return html`<mark class=${ids.includes(chosen) ? 'chosen' : ''} data-statement=${id} data-start=${segment.start} role=${first ? 'button' : nothing}
      tabindex=${first ? '0' : nothing} aria-pressed=${first ? String(id === chosen) : nothing}
      @click=${() => choose(id)} @keydown=${first ? key : nothing} @focus=${first ? () => hover(id) : nothing} @mouseenter=${() => hover(id)}>${segment.text}</mark>`;
  })}</div>`;
}
