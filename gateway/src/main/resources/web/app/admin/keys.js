import { html, nothing } from 'lit';
import { rest } from '../core/api.js';
import { Load } from '../core/load.js';
import { moment } from '../core/format.js';
import { t } from '../texts.js';
import { shown } from '../parts/states.js';
import { Desk } from './desk.js';

const SCOPES = ['read', 'partner', 'review', 'admin'];

/** Access keys: made, shown once, given limits, changed for others, revoked. */
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
        <div class="pair">
          <label>${t.admin.keys.days} <input type="number" name="days" min="1" max="3650" />${this.fieldFailure('expiresInDays')}</label>
          <label>${t.admin.keys.cost} <input type="number" name="cost" min="1" />${this.fieldFailure('costPerMinute')}</label>
        </div>
        <p class="quiet">${t.admin.keys.costHint}</p>
        <p><button class="main" ?disabled=${this.busy}>${t.admin.keys.create}</button></p>
      </form>
      <h2>${t.admin.keys.all}</h2>
      ${shown(this.load, ({ items }) => html`<ul class="rows">${items.map((key) => this.#key(key))}</ul>`)}`;
  }

  #key({ id, label, scopes, createdAt, expiresAt, lastUsedAt, revokedAt, costPerMinute, oldTokenUntil }) {
    const texts = t.admin.keys;
    const facts = [
      html`${texts.created} ${moment(createdAt)}`,
      expiresAt && html`${texts.expires} ${moment(expiresAt)}`,
      lastUsedAt && html`${texts.used} ${moment(lastUsedAt)}`,
      !revokedAt && Date.parse(oldTokenUntil) > Date.now() && html`<span class="warn">${texts.oldUntil} ${moment(oldTokenUntil)}</span>`,
    ].filter(Boolean);
    return html`<li class=${revokedAt ? 'quiet' : ''} data-key=${id}>
      <strong>${label}</strong> ${scopes.join(', ')}
      <span class="quiet block">${facts.map((fact, at) => html`${at > 0 ? ', ' : ''}${fact}`)}</span>
      ${revokedAt ? html`${texts.revoked} ${moment(revokedAt)}` : html`
        <span class="block">${costPerMinute ? texts.limited(costPerMinute) : texts.unlimited}</span>
        <div class="key-work">
          <details><summary>${texts.limit}<span class="hidden"> ${label}</span></summary>
            <form class="filters" @submit=${(event) => this.#limit(event, id)}>
              <label>${texts.cost} <input type="number" name="cost" min="1" .value=${costPerMinute ?? ''} /></label><button ?disabled=${this.busy}>${t.admin.save}</button></form></details>
          <details><summary>${texts.rotate}<span class="hidden"> ${label}</span></summary>
            <form class="filters" @submit=${(event) => this.#rotate(event, id)}>
              <label>${texts.overlap} <input type="number" name="hours" min="0" max="168" value="24" required /></label><button ?disabled=${this.busy}>${texts.rotateNow}</button></form></details>
          <button class="plain" ?disabled=${this.busy} aria-label="${texts.revoke} ${label}" @click=${() => this.#revoke(id, label)}>${texts.revoke}</button>
        </div>`}
    </li>`;
  }

  async #limit(event, id) {
    event.preventDefault();
    const details = event.target.closest('details');
    const cost = new FormData(event.target).get('cost');
    if (await this.do(() => rest('PATCH', `/v1/keys/${id}`, { costPerMinute: cost ? Number(cost) : null }), t.admin.saved)) {
      details.open = false;
      this.load.again();
    }
  }

  async #rotate(event, id) {
    event.preventDefault();
    const details = event.target.closest('details');
    const overlapHours = Number(new FormData(event.target).get('hours'));
    const made = await this.do(() => rest('POST', `/v1/keys/${id}/rotate`, { overlapHours }));
    if (made) {
      details.open = false;
      this.#show(made);
    }
  }

  async #show(made) {
    this.made = made;
    this.load.again();
    await this.updateComplete;
    this.querySelector('.token').closest('.evidence').scrollIntoView({ block: 'nearest' });
  }

  #create = async (event) => {
    event.preventDefault();
    const form = event.target;
    const values = new FormData(form);
    const days = values.get('days');
    const cost = values.get('cost');
    const wanted = { label: values.get('label'), scopes: values.getAll('scopes'), ...(days ? { expiresInDays: Number(days) } : {}), ...(cost ? { costPerMinute: Number(cost) } : {}) };
    const made = await this.do(() => rest('POST', '/v1/keys', wanted));
    if (made) {
      form.reset();
      this.#show(made);
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
