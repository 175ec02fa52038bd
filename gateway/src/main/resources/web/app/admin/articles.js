import { html, nothing } from 'lit';
import { change, rest } from '../core/api.js';
import { link } from '../core/router.js';
import { label, t } from '../texts.js';
import { Load } from '../core/load.js';
import { markedText } from '../parts/marked-text.js';
import { Desk, filled } from './desk.js';

const SUBMIT = 'mutation Submit($input: ArticleInput!) { submitArticle(input: $input) { fate article { id headline version } } }';
const OUTLETS = '{ outlets(first: 100) { nodes { id name } } }';
const PAUSE = 600;

/** Adds an article by hand: pasted, from a file or from its address; shows beforehand what would be read in it. */
class AddArticle extends Desk {
  static properties = { way: { state: true }, preview: { state: true }, previewFailure: { state: true }, added: { state: true }, chosen: { state: true } };

  constructor() {
    super();
    this.way = 'text';
    this.outlets = new Load(this, () => ({ query: OUTLETS }));
  }

  name() {
    return t.admin.places.articles;
  }

  body() {
    return html`
      ${this.added ? html`<p><a href=${link(`/articles/${this.added.id}`)}>${this.added.headline ?? t.article.noHeadline}</a></p>` : nothing}
      <div class="halves wide-left">
        <form class="sheet" @submit=${this.#submit} @input=${this.#changed}>
          <fieldset class="ways"><legend>${t.admin.add.how}</legend>
            ${Object.entries(t.admin.add.ways).map(([way, text]) => html`<label class="tick"><input type="radio" name="way" value=${way} ?checked=${way === this.way} @change=${() => this.#turn(way)} /> ${text}</label>`)}
          </fieldset>
          ${this.way === 'file'
            ? html`<label>${t.admin.add.file} <input type="file" accept=".txt,.html,.htm,text/plain,text/html" @change=${this.#read} /></label>`
            : nothing}
          <label>${t.admin.add.url} <input type="url" name="url" ?required=${this.way === 'url'} />${this.fieldFailure('url')}</label>
          ${this.way === 'url' ? html`<p class="quiet">${t.admin.add.urlHint}</p>` : html`
            <label>${t.admin.add.headline} <input name="headline" />${this.fieldFailure('headline')}</label>
            <label>${t.admin.add.text} <textarea name="text" rows="14" required .value=${this.text ?? ''}></textarea>${this.fieldFailure('text')}</label>`}
          <div class="pair">
            <label>${t.admin.add.outlet} <input name="outlet" list="outlets" />${this.fieldFailure('outlet')}</label>
            <label>${t.admin.add.published} <input type="datetime-local" name="published" />${this.fieldFailure('published')}</label>
          </div>
          <datalist id="outlets">${(this.outlets.value?.outlets?.nodes ?? []).map(({ name }) => html`<option value=${name}></option>`)}</datalist>
          <p><button class="main" ?disabled=${this.busy}>${t.admin.add.submit}</button></p>
        </form>
        <section aria-label=${t.admin.add.preview} aria-live="polite"><h2>${t.admin.add.preview}</h2>${this.#preview()}</section>
      </div>`;
  }

  #turn(way) {
    this.way = way;
    this.preview = undefined;
    this.html = undefined;
  }

  async #read(event) {
    const [file] = event.target.files;
    if (file) {
      const content = await file.text();
      const isPage = /\.html?$/i.test(file.name);
      this.html = isPage ? content : undefined;
      this.text = isPage ? t.admin.add.pageRead(file.name) : content;
      await this.updateComplete;
      this.#changed();
    }
  }

  #changed = () => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#extract(), PAUSE);
  };

  async #extract() {
    const { text, headline, published } = filled(this.querySelector('form.sheet'));
    if (!text || this.html || this.way === 'url') {
      this.preview = undefined;
      return;
    }
    try {
      const found = await rest('POST', '/v1/extractions', { text, ...(headline ? { headline } : {}), ...(published ? { published: `${published}:00Z` } : {}) });
      this.previewFailure = undefined;
      this.preview = { text, ...found };
    } catch (failure) {
      this.previewFailure = failure;
    }
  }

  #preview() {
    if (this.previewFailure) {
      return html`<p class="bad" role="alert">${this.previewFailure.message}</p>`;
    }
    if (!this.preview) {
      return html`<p class="quiet">${this.way === 'text' ? t.admin.add.previewHint : t.admin.add.previewLater}</p>`;
    }
    const { text, statements, extracted, language } = this.preview;
    if (!extracted) {
      return html`<p class="warn">${t.admin.add.otherLanguage(language)}</p>`;
    }
    const spans = statements.flatMap(({ receipts }, id) => receipts.filter(({ field }) => field === 'TEXT').map(({ start, end }) => ({ start, end, id: String(id) })));
    const chosen = this.chosen && statements[Number(this.chosen)];
    const choose = (id) => { this.chosen = id; };
    return html`
      <p>${t.article.statements(statements.length)}</p>
      ${chosen ? html`<p><strong>${chosen.speakers?.map(({ name }) => name).join(', ') || chosen.speakerMention?.exact || t.statement.speakerUnknown}</strong> <span class="quiet">${label('act', chosen.act)}</span></p>` : html`<p class="quiet">${t.article.pick}</p>`}
      <div class="preview">${markedText(text, spans, [], { chosen: this.chosen, choose, hover: choose })}</div>`;
  }

  #submit = async (event) => {
    event.preventDefault();
    const { way, published, ...rest } = filled(event.target);
    const input = { ...rest, ...(published ? { published: `${published}:00Z` } : {}) };
    if (this.html) {
      delete input.text;
      input.html = this.html;
    }
    const form = event.target;
    const done = await this.do(() => change(SUBMIT, { input }), ({ fate }) => t.admin.add.fates[fate] ?? fate);
    if (done) {
      this.added = done.article;
      this.preview = undefined;
      this.text = '';
      this.html = undefined;
      form.reset();
    }
  };
}

customElements.define('admin-articles', AddArticle);
