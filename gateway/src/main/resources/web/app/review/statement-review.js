import { html, nothing } from 'lit';
import { ask, change } from '../core/api.js';
import { moment } from '../core/format.js';
import { Part } from '../core/page.js';
import { link } from '../core/router.js';
import { label, t } from '../texts.js';
import { DECIDED, REVIEW, UNDO } from './questions.js';
import './correction.js';

/** A reviewer's word on a statement, whether it is in the queue or not. */
class StatementReview extends Part {
  static properties = { statement: { attribute: false }, correcting: { state: true }, busy: { state: true }, failure: { state: true }, decision: { state: true } };

  render() {
    const { verdicts } = t.review;
    return html`<section aria-labelledby="review"><h2 id="review">${t.review.name}</h2>
      ${this.failure ? html`<p class="bad" role="alert">${this.failure.message}</p>` : nothing}
      ${this.decision
        ? html`<p role="status">${t.review.decided(label('verdict', this.decision.verdict))} <span class="quiet">${moment(this.decision.knownAt)}${this.decision.note ? html`: ${this.decision.note}` : nothing}</span> <button class="plain" ?disabled=${this.busy} @click=${this.#undo}>${t.review.undo}</button></p>`
        : this.statement.review === 'UNREVIEWED' ? this.#choices(verdicts.any) : nothing}
      <p><a href=${link('/review/decisions', { of: this.statement.id })}>${t.review.decisions.of}</a></p>
    </section>`;
  }

  /** What was decided before, by whomever, can be undone too. */
  willUpdate(changed) {
    if (changed.has('statement') && this.statement.review !== 'UNREVIEWED' && !this.decision) {
      this.#do(async () => {
        const { data } = await ask(DECIDED, { subject: this.statement.id });
        this.decision = data.reviewDecisions.nodes.find(({ kind, undoneAt }) => kind === 'STATEMENT' && !undoneAt);
      });
    }
  }

  #choices(verdicts) {
    return this.correcting
      ? html`<review-correction .item=${{ kind: 'STATEMENT', subjects: [this.statement] }} @corrected=${({ detail }) => this.#decide('CORRECT', detail)} @cancelled=${() => { this.correcting = false; }}></review-correction>`
      : html`<p class="buttons">
          <button ?disabled=${this.busy} @click=${() => this.#decide('ACCEPT')}>${verdicts.ACCEPT}</button>
          <button @click=${() => { this.correcting = true; }}>${t.review.correct}</button>
          <button ?disabled=${this.busy} @click=${() => this.#decide('REJECT')}>${verdicts.REJECT}</button></p>`;
  }

  #decide(verdict, correction = {}) {
    const input = { kind: 'STATEMENT', subjects: [this.statement.id], verdict, ...correction };
    return this.#do(async () => {
      this.decision = (await change(REVIEW, { input })).decision;
      this.correcting = false;
      this.dispatchEvent(new Event('decided'));
    });
  }

  #undo = () =>
    this.#do(async () => {
      await change(UNDO, { id: this.decision.id });
      this.decision = undefined;
      this.dispatchEvent(new Event('decided'));
    });

  async #do(action) {
    this.busy = true;
    this.failure = undefined;
    try {
      await action();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('statement-review', StatementReview);
