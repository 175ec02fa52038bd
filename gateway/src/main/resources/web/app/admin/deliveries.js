import { html, nothing } from 'lit';
import { Part } from '../core/page.js';
import { Load } from '../core/load.js';
import { rest } from '../core/api.js';
import { moment } from '../core/format.js';
import { t } from '../texts.js';
import { shown } from '../parts/states.js';

/** How often the log is read anew while it is open. */
const EVERY = 2_000;

/** What was sent to one endpoint, newest first, as it goes; each can be sent again. */
class Deliveries extends Part {
  static properties = { endpoint: { attribute: false }, open: { state: true }, only: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.load = new Load(this, () => this.open && {
      key: `${this.endpoint} ${this.only}`,
      fetch: (signal) => rest('GET', `/v1/webhooks/${this.endpoint}/deliveries?first=30${this.only ? '&state=FAILED' : ''}`, undefined, { signal }),
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  #toggle = (event) => {
    this.open = event.target.open;
    clearInterval(this.timer);
    this.timer = this.open ? setInterval(() => document.hidden || this.load.again(), EVERY) : undefined;
  };

  render() {
    return html`<details @toggle=${this.#toggle}>
      <summary class="quiet">${t.admin.webhooks.log}</summary>
      <label class="tick"><input type="checkbox" @change=${(event) => { this.only = event.target.checked; }} /> ${t.admin.webhooks.onlyFailed}</label>
      ${this.failure ? html`<p class="bad" role="alert">${this.failure.message}</p>` : nothing}
      ${this.open ? shown(this.load, ({ items }) => html`<ul class="rows tight">${items.map(({ node }) => this.#row(node))}</ul>`) : nothing}
    </details>`;
  }

  #row({ id, type, subject, state, attempts, createdAt, nextAttemptAt, lastStatus, lastError }) {
    return html`<li>${moment(createdAt)} <strong>${t.admin.webhooks.deliveryStates[state] ?? state}</strong> ${type} <span class="quiet">${subject} · ${t.count(attempts, 'attempt')}${lastStatus ? ` · ${lastStatus}` : nothing}</span>
      ${lastError ? html`<span class="bad">${lastError}</span>` : nothing}
      ${nextAttemptAt ? html`<span class="quiet">${t.admin.feeds.next} ${moment(nextAttemptAt)}</span>` : nothing}
      <button class="plain" aria-label="${t.admin.webhooks.resend} ${type} ${subject}" @click=${() => this.#resend(id)}>${t.admin.webhooks.resend}</button></li>`;
  }

  async #resend(delivery) {
    this.failure = undefined;
    try {
      await rest('POST', `/v1/webhooks/${this.endpoint}/deliveries/${delivery}/resend`);
      this.load.again();
    } catch (failure) {
      this.failure = failure;
    }
  }
}

customElements.define('webhook-deliveries', Deliveries);
