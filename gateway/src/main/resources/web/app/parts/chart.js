import { nothing, svg } from 'lit';
import { Part } from '../core/page.js';
import { dayText } from '../core/format.js';
import { t } from '../texts.js';

const LABEL_WIDTH = 88;
const DAY = 86_400_000;
/** What a letter of a chart's small text takes, about. */
const LETTER = 6.4;

/** A drawing as wide as the place it has, drawn anew when that changes, before anybody sees it. */
export class Chart extends Part {
  static properties = { width: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.observer = new ResizeObserver(([{ contentRect }]) => { this.width = Math.floor(contentRect.width); });
    this.observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
  }
}

/** What a letter of a name takes, which is larger and bold. */
export const NAME_LETTER = 8.2;

/** A text cut to what fits into so many pixels. */
export const fitting = (text, room, letter = LETTER) => (text.length * letter > room ? `${text.slice(0, Math.max(1, Math.floor(room / letter) - 1))}…` : text);

export const fits = (text, room) => text.length * LETTER <= room;

/**
 * Days on a line from left to right. A day that is not told has a place of its own before all others: it is not guessed.
 *
 * @param {string[]} days as ISO dates; null for not told
 */
export function timeAxis(days, from, to) {
  const told = [...new Set(days.filter(Boolean))].sort();
  const untold = days.some((day) => !day);
  const start = untold && told.length > 0 ? from + LABEL_WIDTH : from;
  const first = Date.parse(told[0]);
  const span = Math.max(Date.parse(told.at(-1)) - first, DAY);
  const at = (day) => (day ? start + ((to - start) * (Date.parse(day) - first)) / span : from);
  return { at, untold, ticks: ticks(told, at) };
}

/** The names of days below a drawing. */
export function axisText({ ticks, untold }, width, height) {
  const side = (x) => (x < LABEL_WIDTH / 2 ? 'start' : x > width - LABEL_WIDTH / 2 ? 'end' : 'middle');
  return svg`<g class="ticks">
    ${untold ? svg`<text x="0" y=${height - 6}>${t.chart.untold}</text>` : nothing}
    ${ticks.map(({ x, text }) => svg`<text x=${x} y=${height - 6} text-anchor=${side(x)}>${text}</text>`)}
  </g>`;
}

/** Those days whose names have room beside each other, the first and the last before all. */
function ticks(told, at) {
  if (told.length === 0) {
    return [];
  }
  const last = told.at(-1);
  const kept = [];
  for (const day of told.slice(0, -1)) {
    const roomBefore = kept.length === 0 || at(day) - at(kept.at(-1)) >= LABEL_WIDTH;
    if (roomBefore && (kept.length === 0 || at(last) - at(day) >= LABEL_WIDTH)) {
      kept.push(day);
    }
  }
  return [...kept, last].map((day) => ({ x: at(day), text: dayText(day) }));
}
