import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { rest } from '../core/api.js';
import { ago, moment, number } from '../core/format.js';
import { t } from '../texts.js';
import { OnSession, session } from '../core/session.js';
import { shown } from '../parts/states.js';

const EVERY = 5_000;

/** How the services do, as they say themselves; read anew every few seconds. */
class Status extends Page {
  static properties = { retried: { state: true } };

  constructor() {
    super();
    new OnSession(this);
    this.givenUp = new Load(this, () => (session.may('admin') ? { key: 'given-up', fetch: (signal) => rest('GET', '/v1/given-up?limit=50', undefined, { signal }) } : undefined));
    this.load = new Load(this, () => ({ key: 'status', fetch: (signal) => rest('GET', '/v1/status', undefined, { signal }) }));
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => this.load.again(), EVERY);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  name() {
    return t.nav.status;
  }

  render() {
    return html`
      <h1>${t.nav.status}</h1>
      ${shown(this.load, ({ version, sources, events }) => html`
        <p class="quiet">${t.status.version} ${version}</p>
        <div class="halves">
          ${this.#service(t.status.sources, sources, ['articles', 'versions', 'outlets', 'feeds', 'feedsBroken', 'searchBacklog', 'duplicateBacklog', 'givenUp'])}
          ${this.#service(t.status.events, events, ['statements', 'proposals', 'actors', 'pendingArticles', 'failedArticles'])}
        </div>
        ${this.#errors(events)}`)}
      ${this.#abandoned()}`;
  }

  #service(title, status, names) {
    if (status.unavailable) {
      return html`<section><h2>${title}</h2><p class="bad" role="alert">${t.status.away}</p></section>`;
    }
    const lag = Math.max(status.lagSeconds ?? 0, status.feedLagSeconds ?? 0);
    return html`
      <section>
        <h2>${title}</h2>
        <dl class="facts">
          ${names.filter((name) => status[name] !== undefined).map((name) => html`<dt>${t.status.numbers[name]}</dt><dd>${number(status[name])}</dd>`)}
          <dt>${t.status.lag}</dt><dd>${lag > 0 ? ago(lag) : t.status.noLag}</dd>
        </dl>
      </section>`;
  }

  /** What was tried often enough to be left alone, for administrators, who can have it tried again. */
  #abandoned() {
    const items = this.givenUp.value?.items ?? [];
    if (items.length === 0) {
      return this.retried === undefined ? nothing : html`<p class="good" role="status">${t.status.retried(this.retried)}</p>`;
    }
    const retry = async () => {
      this.retried = (await rest('POST', '/v1/given-up/retry')).count;
      this.givenUp.again();
    };
    return html`
      <section><h2>${t.status.givenUp}</h2>
        <p><button @click=${retry}>${t.status.retry}</button></p>
        <ul class="rows tight">${items.map(({ kind, subject, problem, attempts }) => html`<li><strong>${t.status.kinds[kind] ?? kind}</strong> <span class="quiet">${subject ?? ''} · ${t.count(attempts, 'attempt')}</span><p>${problem}</p></li>`)}</ul>
      </section>`;
  }

  #errors({ lastErrors }) {
    if (!lastErrors?.length) {
      return nothing;
    }
    return html`
      <section><h2>${t.status.errors}</h2>
        <ul class="rows">${lastErrors.map(({ articleId, error, at }) => html`<li><code>${articleId}</code> ${moment(at)}<p>${error}</p></li>`)}</ul>
      </section>`;
  }
}

customElements.define('page-status', Status);
