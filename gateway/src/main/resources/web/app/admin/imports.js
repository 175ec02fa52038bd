import { html, nothing } from 'lit';
import { rest } from '../core/api.js';
import { Load } from '../core/load.js';
import { moment, number } from '../core/format.js';
import { label, t } from '../texts.js';
import { empty, shown } from '../parts/states.js';
import { Desk } from './desk.js';

const UNDER_WAY = new Set(['UPLOADING', 'WAITING', 'RUNNING']);
const EVERY = 1_000;

/** Imports of whole files: handed in here, watched until they are done, with each line that was refused. */
class Imports extends Desk {
  static properties = { open: { state: true } };

  constructor() {
    super();
    this.load = new Load(this, () => (this.allowed ? { key: 'jobs', fetch: (signal) => rest('POST', '/v1/jobs/query', { first: 30 }, { signal }) } : undefined));
    this.rows = new Load(this, () => this.open && { key: this.open, fetch: (signal) => rest('GET', `/v1/jobs/${this.open}/rows?refused=true&limit=200`, undefined, { signal }) });
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => {
      if (this.load.value?.items.some(({ node }) => UNDER_WAY.has(node.state))) {
        this.load.again();
      }
    }, EVERY);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  name() {
    return t.admin.places.imports;
  }

  body() {
    return html`
      <form class="sheet" @submit=${this.#upload}>
        <label>${t.admin.imports.file} <input type="file" name="file" accept=".jsonl,.ndjson,.csv,.zip" required /></label>
        <p class="quiet">${t.admin.imports.hint}</p>
        <label class="tick"><input type="checkbox" name="dryRun" /> ${t.admin.imports.dryRun}</label>
        <p><button class="main" ?disabled=${this.busy}>${t.admin.imports.start}</button></p>
      </form>
      <h2>${t.admin.imports.all}</h2>
      ${shown(this.load, ({ items }) => (items.length === 0
        ? empty(t.admin.imports.none, t.admin.imports.noneHint)
        : html`<ul class="rows">${items.map(({ node }) => this.#job(node))}</ul>`))}`;
  }

  #upload = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const file = form.get('file');
    const query = new URLSearchParams({ file: file.name, dryRun: String(form.has('dryRun')) });
    await this.do(() => rest('POST', `/v1/jobs/imports?${query}`, file, { headers: { 'Content-Type': 'application/octet-stream' } }), t.admin.imports.started);
    this.load.again();
  };

  #job(job) {
    const { id, file, format, dryRun, state, bytes, done, stored, newVersions, unchanged, refused, error, createdAt, resumable } = job;
    return html`<li>
      <strong>${file ?? format}</strong> <span class="quiet">${moment(createdAt)}${dryRun ? ` · ${t.admin.imports.dry}` : nothing}</span> ${label('job', state)}
      ${UNDER_WAY.has(state) ? html`<progress max=${bytes || 1} .value=${done ?? 0} aria-label="${t.admin.imports.progress} ${file ?? ''}"></progress>
        <button class="plain" @click=${() => this.#act(id, 'cancel')}>${t.admin.cancel}</button>` : nothing}
      ${resumable ? html`<button class="plain" @click=${() => this.#act(id, 'resume')}>${t.admin.resume}</button>` : nothing}
      <p class="counts"><span>${t.admin.imports.stored(number(stored))}</span> <span>${t.admin.imports.newVersions(number(newVersions))}</span> <span>${t.admin.imports.unchanged(number(unchanged))}</span>
        ${refused > 0 ? html`<button class="plain" aria-expanded=${this.open === id} @click=${() => { this.open = this.open === id ? undefined : id; }}>${t.admin.imports.refused(number(refused))}</button>` : nothing}</p>
      ${error ? html`<p class="bad">${error}</p>` : nothing}
      ${this.open === id ? shown(this.rows, ({ rows }) => html`<ul class="rows tight">${rows.map(({ line, name, problem }) => html`<li>${t.admin.imports.line} ${line}${name ? ` (${name})` : nothing}: ${problem}</li>`)}</ul>`) : nothing}
    </li>`;
  }

  async #act(id, verb) {
    await this.do(() => rest('POST', `/v1/jobs/${id}/${verb}`), t.admin.saved);
    this.load.again();
  }
}

customElements.define('admin-imports', Imports);
