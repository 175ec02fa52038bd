import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { go, match } from '../core/router.js';
import { OnSession, session } from '../core/session.js';
import { t } from '../texts.js';

/** Signing in: with a provider, where one is configured, or with a key. */
class SignIn extends Page {
  static properties = { failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    new OnSession(this);
  }

  name() {
    return t.nav.signIn;
  }

  render() {
    return html`
      <h1>${t.nav.signIn}</h1>
      ${session.provider
        ? html`<p><a class="button main" href="/console/oidc/start?${new URLSearchParams({ then: this.#then() })}">${t.signIn.with(session.provider)}</a></p>
          <h2>${t.signIn.or}</h2>`
        : nothing}
      <form class="sheet" @submit=${this.#submit}>
        <label>${t.signIn.key}
          <input name="key" type="password" autocomplete="current-password" spellcheck="false" required autofocus
            aria-invalid=${this.failure ? 'true' : nothing} aria-describedby="key-hint" /></label>
        <p id="key-hint" class="quiet">${t.signIn.hint}</p>
        ${this.failure ? html`<p class="bad" role="alert">${this.failure.message}</p>` : nothing}
        <p><button class="main" ?disabled=${this.busy}>${t.nav.signIn}</button></p>
      </form>`;
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  async #submit(event) {
    event.preventDefault();
    this.busy = true;
    this.failure = undefined;
    try {
      await session.signIn(new FormData(event.target).get('key'));
      go(this.#then(), { replace: true });
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }

  /** Where one wanted to go; never out of the console. */
  #then() {
    const wanted = new URL(this.query.get('then') ?? '/', location.origin);
    return wanted.origin === location.origin && match(wanted.pathname) ? wanted.pathname + wanted.search : '/';
  }
}

customElements.define('page-sign-in', SignIn);
