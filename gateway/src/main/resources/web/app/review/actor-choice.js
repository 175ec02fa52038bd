import { html, nothing } from 'lit';
import { ask } from '../core/api.js';
import { Part } from '../core/page.js';
import { t } from '../texts.js';

const ACTORS = 'query Actors($text: String!) { actors(first: 12, filter: { text: $text }) { nodes { id name } } }';
const PAUSE = 250;

/** A field in which an actor is chosen by name. */
class ActorChoice extends Part {
  static properties = { text: { attribute: false }, value: { attribute: false }, found: { state: true } };

  constructor() {
    super();
    this.found = [];
  }

  render() {
    const list = `actors-${this.text}`.replaceAll(' ', '-');
    return html`<label>${this.text}
      <input list=${list} autocomplete="off" .value=${this.value?.name ?? ''} placeholder=${t.review.typeName} @input=${this.#typed} />
      <datalist id=${list}>${this.found.map(({ name }) => html`<option value=${name}></option>`)}</datalist>
      ${this.missing ? html`<span class="bad">${t.review.noActor}</span>` : nothing}</label>`;
  }

  #typed = (event) => {
    const text = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      this.found = text ? (await ask(ACTORS, { text })).data.actors.nodes : [];
      const actor = this.found.find(({ name }) => name === text);
      this.missing = Boolean(text) && this.found.length === 0;
      if (actor || !text) {
        this.value = actor;
        this.dispatchEvent(new CustomEvent('chosen', { detail: actor }));
      }
      this.requestUpdate();
    }, PAUSE);
  };
}

customElements.define('actor-choice', ActorChoice);
