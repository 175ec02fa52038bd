import { html, nothing, svg } from 'lit';
import { label, t } from '../texts.js';
import { dayText } from '../core/format.js';
import { axisText, Chart, fits, fitting, NAME_LETTER, timeAxis } from './chart.js';
import { PLACE } from './marks.js';

const NAMES_BESIDE = 640;
const NAME_WIDTH = 232;
const STEP = 8;
const RADIUS = 9;
const BAND = 4 * STEP + 2 * RADIUS + 8;
const NAME_HEIGHT = 20;
const AXIS = 26;
const EDGE = 14;

/**
 * Positions over time, a lane for each holder or proposal. Height in the lane is the stance, from against at the bottom to
 * for at the top; the shape says it again, the words where there is room. What others claim is drawn hollow.
 *
 * Takes lanes: {id, name, href, member, positions: [{stance, since, until, claimedBy, version, href, open}]}.
 */
class PositionTimeline extends Chart {
  static properties = { ...Chart.properties, lanes: { attribute: false }, name: { attribute: false } };

  render() {
    return this.width ? html`<figure class="chart" aria-label=${this.name}>
      <figcaption class="quiet">${t.chart.positions}</figcaption>${this.#drawing()}</figure>` : nothing;
  }

  #drawing() {
    const beside = this.width >= NAMES_BESIDE;
    const left = (beside ? NAME_WIDTH : 0) + EDGE;
    const axis = timeAxis(this.lanes.flatMap(({ positions }) => positions.map(({ since }) => since)), left, this.width - (beside ? 160 : 64));
    const lane = BAND + (beside ? 0 : NAME_HEIGHT);
    const height = this.lanes.length * lane + AXIS;
    return html`<svg width=${this.width} height=${height} viewBox="0 0 ${this.width} ${height}">
      ${axis.ticks.map(({ x }) => svg`<line class="grid" x1=${x} x2=${x} y1="0" y2=${height - AXIS}></line>`)}
      ${this.lanes.map((one, at) => this.#lane(one, at * lane, beside, left, axis))}
      ${axisText(axis, this.width, height)}
    </svg>`;
  }

  #lane({ name, href, member, positions }, top, beside, left, axis) {
    const middle = top + (beside ? 0 : NAME_HEIGHT) + BAND / 2;
    const marks = placed(positions, axis, middle, this.width);
    const room = (beside ? NAME_WIDTH : this.width) - (member ? 16 : 0);
    return svg`<g>
      <line class="base" x1="0" x2=${this.width} y1=${top + BAND + (beside ? 0 : NAME_HEIGHT)} y2=${top + BAND + (beside ? 0 : NAME_HEIGHT)}></line>
      <line class="neutral" x1=${left} x2=${this.width} y1=${middle} y2=${middle}></line>
      <a href=${href}><text class=${member ? 'member' : 'side'} x=${member ? 16 : 0} y=${beside ? middle + 4 : top + 16}>${fitting(name, room, NAME_LETTER)}<title>${name}</title></text></a>
      ${marks.map((mark) => course(mark, marks, axis, this.width))}
      ${marks.map((mark) => markOf(mark, marks, name, this.width))}
    </g>`;
  }
}

/** Marks that would lie upon each other stand side by side. */
function placed(positions, axis, middle, width) {
  const marks = [];
  for (const position of [...positions].sort((one, other) => (one.since ?? '').localeCompare(other.since ?? ''))) {
    const y = middle + (2 - (PLACE[position.stance] ?? 2)) * STEP;
    let x = axis.at(position.since);
    while (x < width - EDGE && marks.some((mark) => Math.abs(mark.x - x) < 2 * RADIUS + 2 && Math.abs(mark.y - y) < 2 * RADIUS)) {
      x += 2 * RADIUS + 3;
    }
    marks.push({ position, x, y });
  }
  return marks;
}

const sameSeries = ({ position: one }, { position: other }) =>
  one.version?.id === other.version?.id && one.claimedBy?.id === other.claimedBy?.id && one.holder?.id === other.holder?.id;

/** From a mark to the next of the same version, or to where the position ends; further where it still holds. */
function course(mark, marks, axis, width) {
  const { position, x, y } = mark;
  if (!position.since) {
    return nothing;
  }
  const next = marks.slice(marks.indexOf(mark) + 1).find((other) => sameSeries(mark, other));
  const end = next ? next.x : position.until ? Math.max(x, axis.at(position.until)) : width;
  return svg`<path class="course-line" data-stance=${position.stance} d="M${x} ${y}H${end}${next ? `V${next.y}` : ''}"></path>`;
}

/** The number of the version meant. */
const number = ({ version }) => version?.position ?? '?';

function markOf(mark, marks, name, width) {
  const { position, x, y } = mark;
  const word = label('stance', position.stance);
  const ahead = marks.filter((other) => other.x > x && Math.abs(other.y - y) < 2 * RADIUS).map((other) => other.x - RADIUS);
  const room = Math.min(width, ...ahead) - x - RADIUS - 6;
  const said = t.chart.mark(name, word, position.version?.label ?? t.proposal.anyVersion, dayText(position.since), position.claimedBy?.name);
  return svg`<a href=${position.href} data-stay class="mark" data-stance=${position.stance} data-claimed=${Boolean(position.claimedBy)} aria-label=${said} aria-expanded=${Boolean(position.open)}>
    <title>${said}</title>
    ${shape(PLACE[position.stance], x, y)}
    <text class="inside" x=${x} y=${y + 3.5} text-anchor="middle">${number(position)}</text>
    ${fits(word, room) ? svg`<text class="word" x=${x + RADIUS + 5} y=${y - 6}>${word}</text>` : nothing}
  </a>`;
}

/** For: a circle. Against: a square. Between, or nothing said: a diamond. */
function shape(place, x, y) {
  const r = RADIUS;
  if (place > 2) {
    return svg`<circle cx=${x} cy=${y} r=${r}></circle>`;
  }
  return place < 2
    ? svg`<rect x=${x - r + 1} y=${y - r + 1} width=${2 * r - 2} height=${2 * r - 2}></rect>`
    : svg`<path d="M${x} ${y - r - 2}L${x + r + 2} ${y}L${x} ${y + r + 2}L${x - r - 2} ${y}Z"></path>`;
}

customElements.define('position-timeline', PositionTimeline);
