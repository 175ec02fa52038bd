import { html, nothing, svg } from 'lit';
import { label, t } from '../texts.js';
import { link } from '../core/router.js';
import { dayText } from '../core/format.js';
import { axisText, Chart, fitting, NAME_LETTER, timeAxis } from './chart.js';

export const LINEAGE = /* GraphQL */ `
  fragment LineageParts on Proposal {
    id slug title kind proposers { id name } versions { id label position pointCount datedOn }
  }`;

const LANE = 72;
const LINE = 48;
const RADIUS = 12;
const INDENT = 20;
const EDGE = 16;
const AXIS = 26;

/** A proposal, what it answers and what answers it, from the first on: each with the one it answers, by its depth. */
export function lineage(proposal) {
  const branch = (one, children = []) => ({ ...one, children });
  const self = branch(proposal, (proposal.responses?.nodes ?? []).map((one) => branch(one, (one.responses?.nodes ?? []).map((next) => branch(next)))));
  const parent = proposal.respondsTo;
  if (!parent) {
    return flat(self);
  }
  const siblings = (parent.responses?.nodes ?? []).filter(({ id }) => id !== proposal.id).map((one) => branch(one));
  const above = branch(parent, [self, ...siblings]);
  return flat(parent.respondsTo ? branch(parent.respondsTo, [above]) : above);
}

function flat(one, depth = 0, answered = undefined) {
  const row = { ...one, depth, answered };
  return [row, ...one.children.flatMap((child) => flat(child, depth + 1, row))];
}

/** Proposals as lanes over time, their versions as marks on them, and which answers which as lines between them. */
class LineageGraph extends Chart {
  static properties = { ...Chart.properties, proposal: { attribute: false } };

  render() {
    const rows = lineage(this.proposal);
    return this.width ? html`<figure class="chart" aria-label=${t.proposal.lineage}>
      <figcaption class="quiet">${t.chart.lineage}</figcaption>${this.#drawing(rows)}</figure>` : nothing;
  }

  #drawing(rows) {
    const deepest = Math.max(...rows.map(({ depth }) => depth));
    const left = EDGE + deepest * INDENT;
    // Only what comes first needs a place for a day not told: later versions stand behind those before them.
    const days = rows.flatMap(({ versions }) => versions.map(({ datedOn }) => datedOn).filter((datedOn, at) => datedOn || at === 0));
    const axis = timeAxis(days, left, this.width - EDGE - 30);
    const height = rows.length * LANE + AXIS;
    const lanes = new Map(rows.map((row, at) => [row.id, { row, y: at * LANE + LINE, dots: dots(row, axis) }]));
    return html`<svg width=${this.width} height=${height} viewBox="0 0 ${this.width} ${height}">
      <defs><marker id="answers" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 0L8 4L0 8Z"></path></marker></defs>
      ${axis.ticks.map(({ x }) => svg`<line class="grid" x1=${x} x2=${x} y1="0" y2=${height - AXIS}></line>`)}
      ${[...lanes.values()].map((lane) => this.#answer(lane, lanes))}
      ${[...lanes.values()].map((lane) => this.#lane(lane))}
      ${axisText(axis, this.width, height)}
    </svg>`;
  }

  #lane({ row, y, dots: marks }) {
    const { title, slug, depth, kind, proposers: by, id } = row;
    const x = depth * INDENT;
    const own = id === this.proposal.id;
    const said = `${label('proposalKind', kind)}${by.length > 0 ? ` ${t.proposal.by} ${by.map(({ name }) => name).join(', ')}` : ''}`;
    const name = fitting(title, this.width - x, NAME_LETTER);
    const room = this.width - x - name.length * NAME_LETTER - 16;
    const text = svg`<text class=${own ? 'side own' : 'side'} x=${x} y=${y - 26}>${name}<title>${title}</title></text>`;
    return svg`<g>
      ${own ? text : svg`<a href=${link(`/proposals/${slug}`)}>${text}</a>`}
      ${room > 90 ? svg`<text class="word" x=${x + name.length * NAME_LETTER + 12} y=${y - 26}>${fitting(said, room)}</text>` : nothing}
      ${marks.length > 1 ? svg`<line class="lane-line" x1=${marks[0].x} x2=${marks.at(-1).x} y1=${y} y2=${y}></line>` : nothing}
      ${marks.map(({ version, x: at }) => {
        const words = t.chart.version(title, version.label, version.pointCount, dayText(version.datedOn));
        const href = own ? `#version-${version.position}` : link(`/proposals/${slug}`);
        return svg`<a class="mark version" data-own=${own} data-told=${Boolean(version.datedOn)} href=${href} aria-label=${words}><title>${words}</title>
          <circle cx=${at} cy=${y} r=${RADIUS}></circle><text class="inside" x=${at} y=${y + 4} text-anchor="middle">${version.pointCount ?? `v${version.position}`}</text></a>`;
      })}
    </g>`;
  }

  /** From the version that was on the table to the first of the answer. */
  #answer({ row, y, dots: marks }, lanes) {
    const answered = row.answered && lanes.get(row.answered.id);
    if (!answered || marks.length === 0 || answered.dots.length === 0) {
      return nothing;
    }
    const [first] = marks;
    const met = answered.dots.filter(({ x }) => x <= first.x).at(-1) ?? answered.dots[0];
    const bend = met.x - 14;
    return svg`<path class="answer" marker-end="url(#answers)" d="M${met.x} ${answered.y + RADIUS}C${met.x} ${answered.y + 46} ${bend} ${y} ${first.x - RADIUS - 1} ${y}"></path>`;
  }
}

/** Versions from left to right, in their order, none upon another. */
function dots({ versions }, axis) {
  const marks = [];
  for (const version of [...versions].sort((one, other) => one.position - other.position)) {
    const x = axis.at(version.datedOn);
    const before = marks.at(-1)?.x ?? -Infinity;
    marks.push({ version, x: Math.max(x, before + 2 * RADIUS + 6) });
  }
  return marks;
}

customElements.define('lineage-graph', LineageGraph);
