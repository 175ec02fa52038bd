import { html, nothing } from 'lit';
import { rest } from '../core/api.js';
import { Load } from '../core/load.js';
import { moment } from '../core/format.js';
import { t } from '../texts.js';
import { shown } from '../parts/states.js';
import { Desk } from './desk.js';

const SCOPES = ['read', 'partner', 'review', 'admin'];

/** Access keys: made, shown once, revoked. */
class Keys extends Desk {
  static properties = { made: { state: true } };

  constructor() {
    super();
    this.load = new Load(this, () => (this.allowed ? { key: 'keys', fetch: (signal) => rest('GET', '/v1/keys', undefined, { signal }) } : undefined));
  }

  name() {
    return t.admin.places.keys;
  }

  body() {
    return html`
      ${this.made ? html`<div class="evidence" role="status"><p>${t.admin.keys.once(this.made.label)}</p><p><code class="token">${this.made.token}</code></p>
        <p class="buttons"><button @click=${() => navigator.clipboard.writeText(this.made.token)}>${t.admin.keys.copy}</button> <button @click=${() => { this.made = undefined; }}>${t.proposal.close}</button></p></div>` : nothing}
      <form class="sheet" @submit=${this.#create}>
        <label>${t.admin.keys.label} <input name="label" required maxlength="200" />${this.fieldFailure('label')}</label>
        <fieldset class="ways"><legend>${t.admin.keys.scopes}</legend>${SCOPES.map((scope) => html`<label class="tick"><input type="checkbox" name="scopes" value=${scope} ?checked=${scope === 'read'} /> ${t.admin.keys.what[scope]}</label>`)}${this.fieldFailure('scopes')}</fieldset>
        <label>${t.admin.keys.days} <input type="number" name="days" min="1" max="3650" />${this.fieldFailure('expiresInDays')}</label>
        <p><button class="main" ?disabled=${this.busy}>${t.admin.keys.create}</button></p>
      </form>
      <h2>${t.admin.keys.all}</h2>
      ${shown(this.load, ({ items }) => html`<ul class="rows">${items.map((key) => this.#key(key))}</ul>`)}`;
  }

  #key({ id, label, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }) {
    return html`<li class=${revokedAt ? 'quiet' : ''}>
      <strong>${label}</strong> ${scopes.join(', ')}
      <span class="quiet block">${t.admin.keys.created} ${moment(createdAt)}${expiresAt ? html`, ${t.admin.keys.expires} ${moment(expiresAt)}` : nothing}${lastUsedAt ? html`, ${t.admin.keys.used} ${moment(lastUsedAt)}` : nothing}</span>
      ${revokedAt
        ? html`${t.admin.keys.revoked} ${moment(revokedAt)}`
        : html`<button class="plain" ?disabled=${this.busy} aria-label="${t.admin.keys.revoke} ${label}" @click=${() => this.#revoke(id, label)}>${t.admin.keys.revoke}</button>`}
    </li>`;
  }

  #create = async (event) => {
    event.preventDefault();
    const form = event.target;
    const values = new FormData(form);
    const days = values.get('days');
    const wanted = { label: values.get('label'), scopes: values.getAll('scopes'), ...(days ? { expiresInDays: Number(days) } : {}) };
    this.made = await this.do(() => rest('POST', '/v1/keys', wanted));
    if (this.made) {
      form.reset();
      this.load.again();
    }
  };

  async #revoke(id, label) {
    if (confirm(t.admin.keys.sure(label))) {
      await this.do(() => rest('DELETE', `/v1/keys/${id}`), t.admin.saved);
      this.load.again();
    }
  }
}

customElements.define('admin-keys', Keys);
