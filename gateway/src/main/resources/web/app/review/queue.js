import { html, nothing } from 'lit';
import { change } from '../core/api.js';
import { Load } from '../core/load.js';
import { Work } from '../core/work.js';
import { link, withParams } from '../core/router.js';
import { percent } from '../core/format.js';
import { choices, label, t } from '../texts.js';
import { quoted } from '../parts/receipt.js';
import { empty, shown } from '../parts/states.js';
import { QUEUE, REVIEW, UNDO } from './questions.js';
import { subject } from './subject.js';
import './correction.js';

/** The review queue, one row at a time, the evidence first; decided by keyboard or by mouse, and undone. */
class Queue extends Work {
  static scope = 'review';
  static properties = { at: { state: true }, correcting: { state: true }, done: { state: true } };

  constructor() {
    super();
    this.at = 0;
    this.done = [];
    this.load = new Load(this, () => {
      const kind = this.query.get('kind');
      return this.allowed ? { query: QUEUE, variables: { filter: kind ? { kind: [kind] } : {}, first: 30, after: this.query.get('after') } } : undefined;
    });
  }

  name() {
    return t.review.name;
  }

  body() {
    return html`
      <nav class="tabs" aria-label=${t.lists.kind}>
        <a href=${withParams({ kind: null, after: null })} data-stay aria-current=${this.query.has('kind') ? nothing : 'true'}>${t.search.everything}</a>
        ${choices('reviewKind').filter(([value]) => value !== 'OTHER').map(([value, text]) => html`<a href=${withParams({ kind: value, after: null })} data-stay aria-current=${value === this.query.get('kind') ? 'true' : nothing}>${text}</a>`)}
        <a href=${link('/review/decisions')}>${t.review.decisions.name}</a>
        <a href=${link('/review/merge')}>${t.review.merge.name}</a>
        <a href=${link('/review/merge-proposals')}>${t.review.mergeProposals.name}</a>
      </nav>
      ${shown(this.load, ({ reviewQueue }) => this.#queue(reviewQueue))}`;
  }

  #queue({ nodes, totalCount, pageInfo }) {
    const open = nodes.filter(({ id }) => !this.done.some((one) => one.item.id === id));
    const item = open[Math.min(this.at, open.length - 1)];
    return html`
      <p class="quiet" role="status">${t.review.left(Math.max(0, (totalCount ?? nodes.length) - this.done.length))}</p>
      ${item
        ? this.#item(item, open)
        : pageInfo.hasNextPage
          ? html`<p><a class="button" href=${withParams({ after: pageInfo.endCursor })} @click=${() => { this.done = []; this.at = 0; }}>${t.review.more}</a></p>`
          : empty(t.review.none, t.review.noneHint)}
      ${this.#decided()}`;
  }

  #item(item, open) {
    const { kind, why, confidence, receipts, subjects } = item;
    return html`
      <article class="case" tabindex="0" aria-label="${label('reviewKind', kind)}: ${why}" @keydown=${(event) => this.#key(event, item, open)}>
        <header><h2>${why}</h2><p class="quiet">${label('reviewKind', kind)}${confidence === null ? nothing : ` · ${t.statement.detail.confidence.toLowerCase()} ${percent(confidence)}`}</p></header>
        <div class="beside">
          <section aria-label=${t.review.evidence}>${receipts.map(quoted)}</section>
          <section aria-label=${t.review.reading}>${(subjects ?? []).filter(Boolean).map(subject)}</section>
        </div>
        ${this.correcting === item.id
          ? html`<review-correction .item=${item} @corrected=${(event) => this.#decide(item, 'CORRECT', event.detail)} @cancelled=${() => { this.correcting = undefined; this.#focus(); }}></review-correction>`
          : html`<p class="buttons">
              <button class="main" ?disabled=${this.busy} @click=${() => this.#decide(item, 'ACCEPT')}>${t.review.verdicts[kind]?.ACCEPT ?? t.review.verdicts.any.ACCEPT} <kbd>A</kbd></button>
              ${kind === 'STATEMENT' || kind === 'CONFLICT' ? html`<button ?disabled=${this.busy} @click=${() => { this.correcting = item.id; }}>${t.review.correct} <kbd>C</kbd></button>` : nothing}
              <button ?disabled=${this.busy} @click=${() => this.#decide(item, 'REJECT')}>${t.review.verdicts[kind]?.REJECT ?? t.review.verdicts.any.REJECT} <kbd>R</kbd></button>
              <button ?disabled=${this.at === 0} @click=${() => this.#move(-1, open)}>${t.review.previous} <kbd>K</kbd></button>
              <button ?disabled=${this.at >= open.length - 1} @click=${() => this.#move(1, open)}>${t.review.next} <kbd>J</kbd></button>
              <button ?disabled=${this.done.length === 0 || this.busy} @click=${() => this.#undo(this.done.at(-1))}>${t.review.undo} <kbd>U</kbd></button>
            </p>`}
        ${kind === 'ACTOR' && subjects?.every(Boolean) ? html`<p><a href=${link('/review/merge', { into: subjects[0].id, from: subjects[1].id })}>${t.review.changes}</a></p>` : nothing}
        <p class="quiet">${t.review.keys}</p>
      </article>`;
  }

  /** Letters count only while the case itself has the focus: nothing is decided by typing elsewhere. */
  #key(event, item, open) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) {
      return;
    }
    const act = {
      a: () => this.#decide(item, 'ACCEPT'),
      r: () => this.#decide(item, 'REJECT'),
      c: () => { if (item.kind === 'STATEMENT' || item.kind === 'CONFLICT') this.correcting = item.id; },
      j: () => this.#move(1, open),
      k: () => this.#move(-1, open),
      u: () => this.done.length > 0 && this.#undo(this.done.at(-1)),
    }[event.key.toLowerCase()];
    if (act && !this.busy) {
      event.preventDefault();
      act();
    }
  }

  #move(by, open) {
    this.at = Math.max(0, Math.min(open.length - 1, this.at + by));
    this.correcting = undefined;
    this.#focus();
  }

  async #decide(item, verdict, correction) {
    const input = { kind: item.kind, subjects: item.subjects.filter(Boolean).map(({ id }) => id), verdict, ...(correction ?? {}) };
    const payload = await this.do(() => change(REVIEW, { input }), t.review.decided(label('verdict', verdict)));
    if (payload) {
      this.done = [...this.done, { item, decision: payload.decision }];
      this.correcting = undefined;
    }
    this.#focus();
  }

  async #undo({ item, decision }) {
    const done = await this.do(() => change(UNDO, { id: decision.id }), t.review.undone);
    if (done) {
      this.done = this.done.filter((one) => one.item.id !== item.id);
    }
    this.#focus();
  }

  async #focus() {
    await this.updateComplete;
    this.querySelector('.case')?.focus({ preventScroll: true });
  }

  #decided() {
    return this.done.length === 0 ? nothing : html`
      <section><h2>${t.review.justNow}</h2>
        <ul class="rows tight">${this.done.toReversed().map((one) => html`<li>${label('verdict', one.decision.verdict)}: ${one.item.why}
          <button class="plain" ?disabled=${this.busy} @click=${() => this.#undo(one)}>${t.review.undo}</button></li>`)}</ul></section>`;
  }
}

customElements.define('review-queue', Queue);
