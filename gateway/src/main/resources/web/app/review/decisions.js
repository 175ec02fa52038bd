import { html, nothing } from 'lit';
import { change } from '../core/api.js';
import { moment } from '../core/format.js';
import { Load } from '../core/load.js';
import { link, withParams } from '../core/router.js';
import { Work } from '../core/work.js';
import { label, t } from '../texts.js';
import { empty, shown } from '../parts/states.js';
import { DECISIONS, UNDO } from './questions.js';
import { subject } from './subject.js';

/** A key by the end of its id; people by their names. */
const who = (by) => (/^[0-9a-f-]{36}$/.test(by) ? t.review.decisions.key(by.slice(-6)) : by);

/** What reviewers decided, the latest first, of all rows or of one; each decision that holds can be taken back. */
class Decisions extends Work {
  static scope = 'review';

  constructor() {
    super();
    this.load = new Load(this, () =>
      this.allowed && { query: DECISIONS, variables: { subject: this.query.get('of'), first: 20, after: this.query.get('after') } });
  }

  name() {
    return t.review.decisions.name;
  }

  above() {
    return html`<nav class="tabs" aria-label=${t.review.name}><a href=${link('/review')}>${t.review.name}</a>
      <a href=${link('/review/decisions')} aria-current=${this.query.has('of') ? nothing : 'page'}>${t.review.decisions.name}</a></nav>`;
  }

  body() {
    return shown(this.load, ({ reviewDecisions: { nodes, totalCount, pageInfo } }) => html`
      <p class="quiet" role="status">${t.count(totalCount ?? nodes.length, 'decision')}${this.query.has('of') ? html` · <a href=${link('/review/decisions')}>${t.review.decisions.all}</a>` : nothing}</p>
      ${nodes.length === 0 ? empty(t.review.decisions.none, t.review.decisions.noneHint) : nodes.map((one) => this.#decision(one))}
      ${pageInfo.hasNextPage ? html`<nav class="pager" aria-label=${t.states.pages}><span></span><a rel="next" href=${withParams({ after: pageInfo.endCursor })}>${t.states.older} →</a></nav>` : nothing}`);
  }

  #decision({ id, kind, verdict, note, by, knownAt, undoneAt, undoneBy, subjects }) {
    const { decisions, undo, verdicts } = t.review;
    return html`<article class="decision">
      <p><strong>${verdicts[kind]?.[verdict] ?? label('verdict', verdict)}</strong> <span class="quiet">${label('reviewKind', kind)} · ${moment(knownAt)} · <span title=${by}>${decisions.by(who(by))}</span></span>
        ${undoneAt
          ? html`<span class="quiet">· ${decisions.undone(moment(undoneAt), undoneBy && who(undoneBy))}</span>`
          : html`<button class="plain" ?disabled=${this.busy} @click=${() => this.#undo(id)}>${undo}</button>`}</p>
      ${note ? html`<p>${note}</p>` : nothing}
      ${subjects.map((row) => (row ? subject(row) : html`<p class="quiet">${decisions.gone}</p>`))}
    </article>`;
  }

  async #undo(id) {
    await this.do(() => change(UNDO, { id }), t.review.decisions.undoneNow);
    this.load.again();
  }
}

customElements.define('review-decisions', Decisions);
