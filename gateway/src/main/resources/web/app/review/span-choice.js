import { html, nothing } from 'lit';
import { ask } from '../core/api.js';
import { Part } from '../core/page.js';
import { t } from '../texts.js';
import { failed } from '../parts/states.js';

const TEXT = /* GraphQL */ `query Text($id: ID!) { node(id: $id) { ... on Article { versions { number text } } } }`;

const WORD = /[\p{L}\p{N}]/u;
const inWord = (text, at) => at > 0 && at < text.length && WORD.test(text[at - 1]) && WORD.test(text[at]);

/** The nearest place before or behind one at which no word is cut. */
export function wordEdge(text, from, step) {
  let at = from + step;
  while (at > 0 && at < text.length && (inWord(text, at) || /\s/.test(text[step > 0 ? at - 1 : at]))) {
    at += step;
  }
  return Math.max(0, Math.min(text.length, at));
}

/** A stretch without the white space at its ends; undefined where nothing is left. */
export function trimmed(text, start, end) {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from])) {
    from += 1;
  }
  while (to > from && /\s/.test(text[to - 1])) {
    to -= 1;
  }
  return from < to ? { start: from, end: to } : undefined;
}

/** Stretches in order, those that touch or overlap made one. */
export function joined(spans) {
  const all = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last && span.start <= last.end) {
      last.end = Math.max(last.end, span.end);
    } else {
      all.push({ ...span });
    }
  }
  return all;
}

/** The words of a statement, chosen by selecting them in the article, or moved at their ends word by word. */
class SpanChoice extends Part {
  static properties = { receipts: { attribute: false }, text: { state: true }, spans: { state: true }, selected: { state: true }, failure: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('selectionchange', this.#select);
    this.spans = this.receipts.map(({ start, end }) => ({ start, end }));
    this.version = this.receipts[0].articleVersion;
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('selectionchange', this.#select);
  }

  async #read() {
    try {
      const { data } = await ask(TEXT, { id: this.receipts[0].articleId });
      this.text = data.node.versions.find(({ number }) => number === this.version).text;
      await this.updateComplete;
      const box = this.querySelector('.words-box');
      const mark = box.querySelector('mark');
      box.scrollTop = mark ? mark.offsetTop - box.offsetTop - box.clientHeight / 3 : 0;
    } catch (failure) {
      this.failure = failure;
    }
  }

  render() {
    const texts = t.review.span;
    if (this.failure) {
      return failed(this.failure, () => this.#read());
    }
    const none = !this.selected;
    const ends = [['start', -1], ['start', 1], ['end', -1], ['end', 1]];
    return html`<fieldset class="ways"><legend>${texts.name}</legend>
      <p class="quiet">${texts.hint}</p>
      <div class="words-box" tabindex="0" role="group" aria-label=${texts.box} lang="en">${this.text === undefined ? nothing : pieces(this.text, this.spans)}</div>
      <p class="buttons">
        <button type="button" ?disabled=${none} @mousedown=${keepSelection} @click=${() => this.#take([])}>${texts.take}</button>
        <button type="button" ?disabled=${none} @mousedown=${keepSelection} @click=${() => this.#take(this.spans)}>${texts.add}</button>
      </p>
      <p class="buttons">${ends.map(([end, step]) => html`<button type="button" @click=${() => this.#move(end, step)}>${texts.move[end][step]}</button>`)}</p>
      <p aria-live="polite"><span class="quiet">${texts.now}</span> ${this.text === undefined ? nothing : this.spans.map(({ start, end }, at) => html`${at > 0 ? ' … ' : ''}${this.text.slice(start, end)}`)}</p>
    </fieldset>`;
  }

  /** What of the text is selected, counted as the server counts: in UTF-16 code units from the text's beginning. */
  #select = () => {
    const box = this.querySelector('.words-box');
    const selection = getSelection();
    const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    if (!box || !range || !box.contains(range.startContainer) || !box.contains(range.endContainer)) {
      this.selected = undefined;
      return;
    }
    const before = document.createRange();
    before.setStart(box, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    this.selected = trimmed(this.text, start, start + range.toString().length);
  };

  #take(others) {
    this.#set(joined([...others, this.selected]));
    getSelection().removeAllRanges();
  }

  #move(end, step) {
    const at = end === 'start' ? 0 : this.spans.length - 1;
    const moved = { ...this.spans[at], [end]: wordEdge(this.text, this.spans[at][end], step) };
    const span = trimmed(this.text, moved.start, moved.end);
    if (span) {
      this.#set(joined(this.spans.map((one, place) => (place === at ? (end === 'start' ? { ...span, end: moved.end } : { ...span, start: moved.start }) : one))));
    }
  }

  #set(spans) {
    this.spans = spans;
    this.dispatchEvent(new CustomEvent('chosen', { detail: spans.map((span) => ({ articleVersion: this.version, ...span })) }));
  }
}

/** A press of a button would else take the selection away before it counts. */
const keepSelection = (event) => event.preventDefault();

/** Without any white space of its own: offsets are counted in it. */
function pieces(text, spans) {
  const all = [];
  let at = 0;
  for (const { start, end } of spans) {
    all.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...all, text.slice(at)];
}

customElements.define('span-choice', SpanChoice);
