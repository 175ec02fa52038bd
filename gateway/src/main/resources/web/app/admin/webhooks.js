import { html, nothing } from 'lit';
import { rest } from '../core/api.js';
import { Load } from '../core/load.js';
import { moment, number } from '../core/format.js';
import { t } from '../texts.js';
import { empty, shown } from '../parts/states.js';
import { Desk, filled } from './desk.js';
import './deliveries.js';

/** Webhooks: where changes are sent, how that goes, and what can be sent again. */
class Webhooks extends Desk {
  static properties = { made: { state: true } };

  constructor() {
    super();
    this.load = new Load(this, () => (this.allowed ? { key: 'webhooks', fetch: (signal) => rest('GET', '/v1/webhooks', undefined, { signal }) } : undefined));
  }

  name() {
    return t.admin.places.webhooks;
  }

  body() {
    return html`
      ${this.made ? html`<div class="evidence" role="status"><p>${t.admin.webhooks.once}</p><p><code class="token">${this.made}</code></p>
        <p><button @click=${() => { this.made = undefined; }}>${t.proposal.close}</button></p></div>` : nothing}
      <form class="sheet" @submit=${this.#create}>
        <label>${t.admin.webhooks.url} <input type="url" name="url" required />${this.fieldFailure('url')}</label>
        <label>${t.admin.webhooks.label} <input name="label" />${this.fieldFailure('label')}</label>
        <label>${t.admin.webhooks.types} <input name="types" placeholder="org.parley.statement.*" />${this.fieldFailure('types')}</label>
        <p class="quiet">${t.admin.webhooks.typesHint}</p>
        <p><button class="main" ?disabled=${this.busy}>${t.admin.webhooks.add}</button></p>
      </form>
      <h2>${t.admin.webhooks.all}</h2>
      ${shown(this.load, ({ items }) => (items.length === 0
        ? empty(t.admin.webhooks.none, t.admin.webhooks.noneHint)
        : html`<ul class="rows">${items.map((endpoint) => this.#endpoint(endpoint))}</ul>`))}`;
  }

  #endpoint({ id, url, label, types, state, reason, failingSince, pending, failed, createdAt }) {
    const name = label ?? url;
    const act = (verb, text) => html`<button class="plain" ?disabled=${this.busy} aria-label="${text} ${name}" @click=${() => this.#act('POST', `${id}/${verb}`)}>${text}</button>`;
    return html`<li>
      <strong>${name}</strong> <span class=${state === 'ACTIVE' ? 'good' : 'warn'}>${t.admin.webhooks.states[state] ?? state}</span>
      <span class="quiet block">${url} · ${types?.length > 0 ? types.join(', ') : t.admin.webhooks.everything} · ${moment(createdAt)}</span>
      ${reason ? html`<p class="warn">${reason}</p>` : nothing}
      ${failingSince ? html`<p class="bad">${t.admin.webhooks.failing} ${moment(failingSince)}</p>` : nothing}
      <p class="counts"><span>${t.admin.webhooks.pending(number(pending))}</span> <span class=${failed > 0 ? 'bad' : ''}>${t.admin.webhooks.failed(number(failed))}</span></p>
      <p class="buttons">${act('ping', t.admin.webhooks.ping)} ${state === 'ACTIVE' ? act('disable', t.admin.pause) : act('enable', t.admin.resume)}
        <button class="plain" ?disabled=${this.busy} aria-label="${t.admin.webhooks.remove} ${name}" @click=${() => confirm(t.admin.webhooks.sure(name)) && this.#act('DELETE', id)}>${t.admin.webhooks.remove}</button></p>
      <webhook-deliveries .endpoint=${id}></webhook-deliveries>
    </li>`;
  }

  #create = async (event) => {
    event.preventDefault();
    const form = event.target;
    const { types, ...others } = filled(form);
    const wanted = { ...others, ...(types ? { types: types.split(/[\s,]+/).filter(Boolean) } : {}) };
    const made = await this.do(() => rest('POST', '/v1/webhooks', wanted));
    if (made) {
      this.made = made.secret;
      form.reset();
      this.load.again();
    }
  };

  async #act(method, path) {
    await this.do(() => rest(method, `/v1/webhooks/${path}`), t.admin.saved);
    this.load.again();
  }
}

customElements.define('admin-webhooks', Webhooks);
