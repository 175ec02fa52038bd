import { html, nothing } from 'lit';
import { change, rest } from '../core/api.js';
import { link } from '../core/router.js';
import { label, t } from '../texts.js';
import { Load } from '../core/load.js';
import { moment } from '../core/format.js';
import { markedText } from '../parts/marked-text.js';
import { Desk, filled } from './desk.js';

const SUBMIT = 'mutation Submit($input: ArticleInput!) { submitArticle(input: $input) { fate article { id headline version } } }';
const OUTLETS = '{ outlets(first: 100) { nodes { id name } } }';
const PAUSE = 600;

/** Adds an article by hand: pasted, from a file or from its address; shows beforehand what would be read in it. */
class AddArticle extends Desk {
  static properties = { way: { state: true }, page: { state: true }, looking: { state: true }, preview: { state: true }, previewFailure: { state: true }, added: { state: true }, chosen: { state: true } };

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
          ${this.way === 'url' ? html`<p class="quiet">${t.admin.add.urlHint}</p>` : html`<label>${t.admin.add.headline} <input name="headline" />${this.fieldFailure('headline')}</label>`}
          ${this.#isPage ? nothing : html`<label>${t.admin.add.text} <textarea name="text" rows="14" required .value=${this.text ?? ''}></textarea>${this.fieldFailure('text')}</label>`}
          ${this.page ? html`<p>${t.admin.add.pageRead(this.page.name)}</p>` : nothing}
          <div class="pair">
            <label>${t.admin.add.outlet} <input name="outlet" list="outlets" />${this.fieldFailure('outlet')}</label>
            <label>${t.admin.add.published} <input type="datetime-local" name="published" />${this.fieldFailure('published')}</label>
          </div>
          <datalist id="outlets">${(this.outlets.value?.outlets?.nodes ?? []).map(({ name }) => html`<option value=${name}></option>`)}</datalist>
          <p class="buttons"><button class="main" ?disabled=${this.busy}>${t.admin.add.submit}</button>
            ${this.way === 'url' ? html`<button type="button" ?disabled=${this.looking} @click=${this.#look}>${t.admin.add.look}</button>` : nothing}</p>
        </form>
        <section aria-label=${t.admin.add.preview} aria-live="polite"><h2>${t.admin.add.preview}</h2>${this.#preview()}</section>
      </div>`;
  }

  /** Whether the text is still to be taken out of a page. */
  get #isPage() {
    return this.way === 'url' || Boolean(this.page);
  }

  #turn(way) {
    this.way = way;
    this.preview = undefined;
    this.previewFailure = undefined;
    this.page = undefined;
  }

  async #read(event) {
    const [file] = event.target.files;
    if (file) {
      const content = await file.text();
      this.page = /\.html?$/i.test(file.name) ? { name: file.name, html: content } : undefined;
      this.text = this.page ? undefined : content;
      await this.updateComplete;
      this.#changed();
    }
  }

  /** What is typed is looked at after a pause; an address only when asked for, since that fetches it. */
  #changed = () => {
    clearTimeout(this.timer);
    if (this.way !== 'url') {
      this.timer = setTimeout(this.#look, PAUSE);
    }
  };

  #values() {
    const { way, published, ...values } = filled(this.querySelector('form.sheet'));
    return { ...values, ...(published ? { published: `${published}:00Z` } : {}), ...(this.page ? { html: this.page.html } : {}) };
  }

  #look = async () => {
    const values = this.#values();
    if (!(this.way === 'url' ? values.url : values.text || values.html)) {
      this.preview = undefined;
      return;
    }
    const mine = (this.looked ?? 0) + 1;
    this.looked = mine;
    this.looking = true;
    try {
      const article = this.#isPage ? await rest('POST', '/v1/articles/preview', values) : values;
      const { text, headline, published, language } = article;
      const found = await rest('POST', '/v1/extractions', { text, headline, published, language });
      if (this.looked === mine) {
        this.previewFailure = undefined;
        this.preview = { article, ...found };
      }
    } catch (failure) {
      if (this.looked === mine) {
        this.preview = undefined;
        this.previewFailure = failure;
      }
    } finally {
      this.looking = this.looking && this.looked !== mine;
    }
  };

  #preview() {
    if (this.previewFailure) {
      return html`<p class="bad" role="alert">${this.previewFailure.message}</p>`;
    }
    if (!this.preview) {
      return html`<p class="quiet">${this.looking ? t.states.loading : t.admin.add.previewHints[this.way]}</p>`;
    }
    const { article, statements, extracted, language } = this.preview;
    const { text } = article;
    if (!extracted) {
      return html`<p class="warn">${t.admin.add.otherLanguage(language)}</p>`;
    }
    const spans = statements.flatMap(({ receipts }, id) => receipts.filter(({ field }) => field === 'TEXT').map(({ start, end }) => ({ start, end, id: String(id) })));
    const chosen = this.chosen && statements[Number(this.chosen)];
    const choose = (id) => { this.chosen = id; };
    return html`
      ${this.#isPage ? this.#found(article) : nothing}
      <p>${t.article.statements(statements.length)}</p>
      ${chosen ? html`<p><strong>${chosen.speakers?.map(({ name }) => name).join(', ') || chosen.speakerMention?.exact || t.statement.speakerUnknown}</strong> <span class="quiet">${label('act', chosen.act)}</span></p>` : html`<p class="quiet">${t.article.pick}</p>`}
      <div class="preview">${markedText(text, spans, [], { chosen: this.chosen, choose, hover: choose })}</div>`;
  }

  /** What the page says of itself. */
  #found({ headline, outlet, byline, published, url }) {
    const facts = [[t.admin.add.headline, headline], [t.admin.add.outlet, outlet], [t.admin.add.byline, byline], [t.statement.detail.published, published && moment(published)], [t.admin.add.url, url]];
    return html`<dl class="facts">${facts.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  }

  #submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const input = this.#values();
    const done = await this.do(() => change(SUBMIT, { input }), ({ fate }) => t.admin.add.fates[fate] ?? fate);
    if (done) {
      this.added = done.article;
      this.preview = undefined;
      this.text = '';
      this.page = undefined;
      form.reset();
    }
  };
}

customElements.define('admin-articles', AddArticle);
