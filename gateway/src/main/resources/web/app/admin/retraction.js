import { html, nothing } from 'lit';
import { change } from '../core/api.js';
import { Part } from '../core/page.js';
import { t } from '../texts.js';

const RETRACT = 'mutation Retract($id: ID!, $reason: String!) { retractArticle(id: $id, reason: $reason) { article { id } } }';

/** Takes an article back, for a reason that is kept with it. */
class Retraction extends Part {
  static properties = { article: { attribute: false }, busy: { state: true }, failure: { state: true } };

  render() {
    const texts = t.admin.retraction;
    return html`<details class="receipts"><summary>${texts.name}</summary>
      <form class="sheet" @submit=${this.#retract}>
        <p>${texts.hint}</p>
        <label>${texts.reason} <input name="reason" required maxlength="2000" /></label>
        ${this.failure ? html`<p class="bad" role="alert">${this.failure.message}</p>` : nothing}
        <p><button class="main" ?disabled=${this.busy}>${texts.act}</button></p>
      </form></details>`;
  }

  #retract = async (event) => {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason');
    this.busy = true;
    this.failure = undefined;
    try {
      await change(RETRACT, { id: this.article, reason });
      this.dispatchEvent(new Event('retracted'));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('article-retraction', Retraction);
