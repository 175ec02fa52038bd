import { html, nothing } from 'lit';
import './pages.js';
import './parts/live-state.js';
import { Part, knownAt } from './core/page.js';
import { go, link, match, onMove, withParams } from './core/router.js';
import { OnSession, session } from './core/session.js';
import { setTheme, theme } from './core/theme.js';
import { dayText } from './core/format.js';
import { failed, notFound } from './parts/states.js';
import { t } from './texts.js';

const PLACES = ['proposals', 'statements', 'actors', 'articles', 'conflicts'];

/** The frame around every page: where one can go, who one is, as of when one reads. */
class Shell extends Part {
  static properties = { page: { state: true }, failure: { state: true } };

  constructor() {
    super();
    new OnSession(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onMove((how) => this.#show(how));
    this.#show({ first: true });
    session.refresh().catch((failure) => {
      this.failure = failure;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  async #show({ stay = false, back = false, first = false }) {
    const path = location.pathname;
    const found = match(path);
    const same = this.page?.path === path;
    if (!same) {
      try {
        await found?.load();
        this.failure = undefined;
      } catch (notLoaded) {
        // A page that was open while the console was replaced asks for a file that is gone.
        this.failure = notLoaded;
      }
      if (location.pathname !== path) {
        return;
      }
      this.page = { path, found, element: found && !this.failure ? this.#element(found) : undefined };
    }
    this.requestUpdate();
    if (!stay && !back && !first) {
      await this.updateComplete;
      if (!location.hash && !same) {
        window.scrollTo(0, 0);
        this.querySelector('main').focus({ preventScroll: true });
      }
    }
  }

  #element({ tag, params }) {
    const element = document.createElement(tag);
    element.params = params;
    return element;
  }

  render() {
    return html`
      <a class="skip" href="#content">${t.nav.skip}</a>
      <header class="top">
        <a class="brand" href=${link('/')}>Parley</a>
        <nav aria-label=${t.nav.main}>
          ${PLACES.map((place) => this.#place(`/${place}`, t.nav[place]))}
          ${session.may('review') ? this.#place('/review', t.nav.review) : nothing}
          ${session.may('admin') ? this.#place('/admin', t.nav.admin) : nothing}
        </nav>
        <form class="find" role="search" @submit=${this.#search}>
          <input type="search" name="q" aria-label=${t.nav.search} placeholder=${t.nav.search} />
        </form>
        ${session.signedIn
          ? html`<button class="plain" @click=${() => session.signOut().catch((failure) => { this.failure = failure; })}>${t.nav.signOut}</button>`
          : html`<a class="sign-in" href=${link('/sign-in', location.pathname === '/sign-in' ? {} : { then: location.pathname + location.search })}>${t.nav.signIn}</a>`}
      </header>
      ${this.#past()}
      <main id="content" tabindex="-1">
        ${this.failure ? failed(this.failure, () => location.reload()) : nothing}
        ${this.page && !this.page.found ? notFound() : this.page?.element}
      </main>
      <footer class="bottom">
        <live-state></live-state>
        <form @change=${this.#travel} @submit=${(event) => event.preventDefault()}>
          <label>${t.known.label} <input type="date" name="known" .value=${new URLSearchParams(location.search).get('known') ?? ''} /></label>
        </form>
        <label>${t.nav.theme}
          <select @change=${(event) => setTheme(event.target.value)}>
            ${Object.entries(t.nav.themes).map(([value, text]) => html`<option value=${value} ?selected=${value === theme()}>${text}</option>`)}
          </select>
        </label>
        <span><a href=${link('/status')}>${t.nav.status}</a> <a href="/docs">${t.nav.developers}</a></span>
      </footer>`;
  }

  #place(path, text) {
    const here = location.pathname === path || location.pathname.startsWith(`${path}/`);
    return html`<a href=${link(path)} aria-current=${here ? 'page' : nothing}>${text}</a>`;
  }

  #past() {
    if (!knownAt()) {
      return nothing;
    }
    return html`<p class="past" role="status">${t.known.banner(dayText(knownAt()))} <a href=${withParams({ known: null })} data-stay>${t.known.now}</a></p>`;
  }

  #search(event) {
    event.preventDefault();
    const text = new FormData(event.target).get('q').trim();
    if (text) {
      go(link('/search', { q: text }));
    }
  }

  #travel(event) {
    go(withParams({ known: event.target.value || null, after: null, before: null }), { stay: true });
  }
}

customElements.define('parley-console', Shell);
