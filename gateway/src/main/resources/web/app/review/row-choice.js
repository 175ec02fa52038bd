import { html, nothing } from 'lit';
import { ask } from '../core/api.js';
import { Part } from '../core/page.js';
import { t } from '../texts.js';

const KINDS = {
  actors: 'query Actors($text: String!) { found: actors(first: 12, filter: { text: $text }) { nodes { id name } } }',
  proposals: 'query Proposals($text: String!) { found: proposals(first: 12, filter: { text: $text }) { nodes { id name: title } } }',
};
const PAUSE = 250;

/** A field in which an actor or a proposal is chosen by name. */
class RowChoice extends Part {
  static properties = { kind: { attribute: false }, text: { attribute: false }, value: { attribute: false }, found: { state: true }, missing: { state: true } };

  constructor() {
    super();
    this.kind = 'actors';
    this.found = [];
  }

  render() {
    const list = `${this.kind}-${this.text}`.replaceAll(' ', '-');
    return html`<label>${this.text}
      <input list=${list} autocomplete="off" .value=${this.value?.name ?? ''} placeholder=${t.review.typeName} @input=${this.#typed} />
      <datalist id=${list}>${this.found.map(({ name }) => html`<option value=${name}></option>`)}</datalist>
      ${this.missing ? html`<span class="bad">${t.review.nobody[this.kind]}</span>` : nothing}</label>`;
  }

  #typed = (event) => {
    const text = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      this.found = text ? (await ask(KINDS[this.kind], { text })).data.found.nodes : [];
      const row = this.found.find(({ name }) => name === text);
      this.missing = Boolean(text) && this.found.length === 0;
      if (row || !text) {
        this.value = row;
        this.dispatchEvent(new CustomEvent('chosen', { detail: row }));
      }
    }, PAUSE);
  };
}

customElements.define('row-choice', RowChoice);
