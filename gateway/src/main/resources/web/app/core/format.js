/** How dates, numbers and names are written. */
import { html, nothing } from 'lit';
import { t, label } from '../texts.js';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short',
});
const NUMBER = new Intl.NumberFormat('en-GB');

export const number = (value) => (value === null || value === undefined ? '–' : NUMBER.format(value));

export const percent = (share) => (share === null || share === undefined ? '–' : `${Math.round(share * 100)} %`);

export function day(value) {
  return value ? html`<time datetime=${value}>${DAY.format(new Date(value))}</time>` : nothing;
}

export const dayText = (value) => (value ? DAY.format(new Date(value)) : '');

export function moment(value) {
  return value ? html`<time datetime=${value}>${MOMENT.format(new Date(value))}</time>` : nothing;
}

/** When something was said, as exactly as it is known and no more. */
export function said({ statedOn, statedOnLatest, statedOnPrecision, statedOnBasis }) {
  if (!statedOn) {
    return html`<span class="unknown">${t.statement.dayUnknown}</span>`;
  }
  const exact = statedOnPrecision === 'DAY' || !statedOnPrecision;
  const text = {
    MONTH: () => MONTH.format(new Date(statedOn)),
    YEAR: () => statedOn.slice(0, 4),
  }[statedOnPrecision]?.() ?? (exact && (!statedOnLatest || statedOnLatest === statedOn)
    ? DAY.format(new Date(statedOn))
    : `${DAY.format(new Date(statedOn))} – ${DAY.format(new Date(statedOnLatest ?? statedOn))}`);
  return html`<time datetime=${statedOn} title=${label('basis', statedOnBasis)}>${text}</time>`;
}

/** A duration in words, coarse as people say it. */
export function ago(seconds) {
  if (seconds === null || seconds === undefined) {
    return '–';
  }
  const [size, unit] = [[86_400, 'day'], [3_600, 'hour'], [60, 'minute'], [1, 'second']].find(([size]) => seconds >= size) ?? [1, 'second'];
  const count = Math.round(seconds / size);
  return t.count(count, unit);
}

/** Whether an address may stand in a link: only what a browser opens as a page. */
export function webAddress(url) {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch (notOne) {
    return undefined;
  }
}

export const short = (text, most = 90) => (text && text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
