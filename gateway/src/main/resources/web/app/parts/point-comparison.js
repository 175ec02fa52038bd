import { html, nothing } from 'lit';
import { Part } from '../core/page.js';
import { go, withParams } from '../core/router.js';
import { t } from '../texts.js';
import { fate } from './marks.js';
import { pointsOf, stateOf } from './points.js';

/** Two versions of a proposal, point by point; which two stands in the address. */
class PointComparison extends Part {
  static properties = { versions: { attribute: false } };

  render() {
    const query = new URLSearchParams(location.search);
    const find = (name, otherwise) => this.versions.find(({ position }) => String(position) === query.get(name)) ?? otherwise;
    const from = find('from', this.versions[0]);
    const to = find('to', this.versions.at(-1));
    return html`
      <details class="compare" ?open=${query.has('from') || query.has('to')}>
        <summary>${t.proposal.compare}</summary>
        <p>${this.#choice('from', t.proposal.from, from)} ${this.#choice('to', t.proposal.to, to)}</p>
        <dl>${pointsOf(this.versions).map((point) => this.#row(point, from, to))}</dl>
      </details>`;
  }

  #choice(name, text, chosen) {
    return html`<label>${text}
      <select @change=${(event) => go(withParams({ [name]: event.target.value }), { stay: true, replace: true })}>
        ${this.versions.map(({ position, label }) => html`<option value=${position} ?selected=${position === chosen.position}>${t.proposal.versionOf(position)}: ${label}</option>`)}
      </select></label>`;
  }

  #row(point, from, to) {
    const [first, last] = [from, to].sort((one, other) => one.position - other.position);
    const between = this.versions.filter(({ position }) => position > first.position && position <= last.position);
    const before = point.states.get(first.id);
    const after = between.map(({ id }) => point.states.get(id)).filter(Boolean).at(-1);
    if (!before && !after) {
      return nothing;
    }
    return html`
      <dt>${point.label}</dt>
      <dd>${before && before.fate !== 'REMOVED' ? html`<p class=${after && after.fate !== 'KEPT' ? 'struck' : ''}>${before.text}</p>` : nothing}
        ${after ? stateOf(after) : fate('UNKNOWN')}</dd>`;
  }
}

customElements.define('point-comparison', PointComparison);
