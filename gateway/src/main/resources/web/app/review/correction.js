import { html, nothing } from 'lit';
import { ask } from '../core/api.js';
import { Part } from '../core/page.js';
import { choices, t } from '../texts.js';
import './row-choice.js';
import './span-choice.js';

const PROPOSALS = '{ proposals(first: 100) { nodes { id title versions { id label } } } }';

/** What a row should say instead. Only what was changed is sent. */
class Correction extends Part {
  static properties = { item: { attribute: false }, proposals: { state: true }, speaker: { state: true }, spans: { state: true }, stances: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.statement = this.item.subjects.find((node) => node?.__typename === 'Statement');
    this.stances = (this.statement?.stances ?? []).filter(({ proposal }) => proposal).map(({ value, proposal, version }) => ({ value, proposal: proposal.id, version: version?.id }));
    this.before = JSON.stringify(this.stances);
    if (this.statement) {
      ask(PROPOSALS).then(({ data }) => { this.proposals = data.proposals.nodes; });
    }
  }

  firstUpdated() {
    this.querySelector('input, select')?.focus();
  }

  render() {
    return html`<form class="sheet correction" @submit=${this.#submit} @keydown=${this.#leave}>
      ${this.item.kind === 'CONFLICT' ? this.#conflict() : this.#statement(this.statement)}
      <label>${t.review.note} <input name="note" maxlength="500" /></label>
      <p class="buttons"><button class="main">${t.review.correct}</button> <button type="button" @click=${() => this.dispatchEvent(new Event('cancelled'))}>${t.admin.cancel}</button></p>
    </form>`;
  }

  #conflict() {
    return html`<label>${t.review.resolution} <select name="resolution">${choices('resolution').map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select></label>`;
  }

  #statement(statement) {
    const names = t.statement.detail;
    const receipts = statement.receipts.filter(({ field }) => field === 'TEXT');
    return html`
      ${receipts.length > 0 ? html`<span-choice .receipts=${receipts} @chosen=${(event) => { this.spans = event.detail; }}></span-choice>` : nothing}
      <row-choice .text=${names.speaker} .value=${statement.speaker} @chosen=${(event) => { this.speaker = event.detail; }}></row-choice>
      <div class="pair">
        <label>${names.said} <input type="date" name="statedOn" .value=${statement.statedOn ?? ''} /></label>
        <label>${names.act} <select name="act">${choices('act').map(([value, text]) => html`<option value=${value} ?selected=${value === statement.act}>${text}</option>`)}</select></label>
      </div>
      <label class="tick"><input type="checkbox" name="negated" .checked=${statement.negated} /> ${t.statement.negated}</label>
      <fieldset class="ways"><legend>${t.search.stance}</legend>
        ${this.stances.map((stance, at) => this.#stance(stance, at))}
        <button type="button" @click=${() => { this.stances = [...this.stances, { proposal: this.proposals?.[0]?.id, value: 'SUPPORT' }]; }} ?disabled=${!this.proposals?.length}>${t.review.addStance}</button>
      </fieldset>`;
  }

  #stance(stance, at) {
    const set = (name, value) => { this.stances = this.stances.map((one, place) => (place === at ? { ...one, [name]: value || undefined, ...(name === 'proposal' ? { version: undefined } : {}) } : one)); };
    const versions = this.proposals?.find(({ id }) => id === stance.proposal)?.versions ?? [];
    return html`<div class="pair">
      <select aria-label=${t.search.stance} @change=${(event) => set('value', event.target.value)}>${choices('stance').map(([value, text]) => html`<option value=${value} ?selected=${value === stance.value}>${text}</option>`)}</select>
      <select aria-label=${t.nav.proposals} @change=${(event) => set('proposal', event.target.value)}>${(this.proposals ?? []).map(({ id, title }) => html`<option value=${id} ?selected=${id === stance.proposal}>${title}</option>`)}</select>
      <select aria-label=${t.proposal.versions} @change=${(event) => set('version', event.target.value)}><option value="">${t.proposal.anyVersion}</option>${versions.map(({ id, label }) => html`<option value=${id} ?selected=${id === stance.version}>${label}</option>`)}</select>
      <button type="button" @click=${() => { this.stances = this.stances.filter((one, place) => place !== at); }}>${t.review.remove}</button>
    </div>`;
  }

  #leave = (event) => {
    if (event.key === 'Escape') {
      this.dispatchEvent(new Event('cancelled'));
    }
  };

  #submit = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const note = form.get('note');
    const correction = this.item.kind === 'CONFLICT' ? { resolution: form.get('resolution') } : this.#changed(form);
    this.dispatchEvent(new CustomEvent('corrected', { detail: { correction, ...(note ? { note } : {}) } }));
  };

  #changed(form) {
    const { statement } = this;
    const changed = {};
    if (this.speaker && this.speaker.id !== statement.speaker?.id) {
      changed.speaker = this.speaker.id;
    }
    if (form.get('statedOn') && form.get('statedOn') !== statement.statedOn) {
      changed.statedOn = form.get('statedOn');
    }
    if (form.get('act') !== statement.act) {
      changed.act = form.get('act');
    }
    if (form.has('negated') !== statement.negated) {
      changed.negated = form.has('negated');
    }
    if (this.spans) {
      changed.spans = this.spans;
    }
    if (JSON.stringify(this.stances) !== this.before) {
      changed.stances = this.stances;
    }
    return changed;
  }
}

customElements.define('review-correction', Correction);
