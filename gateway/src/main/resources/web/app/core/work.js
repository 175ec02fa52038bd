import { html, nothing } from 'lit';
import { Page } from './page.js';
import { OnSession, session } from './session.js';
import { link } from './router.js';
import { t } from '../texts.js';

/** A page that changes things: only for those who may, with what is under way, what failed and what was done. */
export class Work extends Page {
  static properties = { busy: { state: true }, failure: { state: true }, notice: { state: true } };

  /** The scope that the page needs. */
  static scope = 'admin';

  constructor() {
    super();
    new OnSession(this);
  }

  /** Does one thing at a time, and tells what came of it. */
  async do(action, notice) {
    this.busy = true;
    this.failure = undefined;
    this.notice = undefined;
    try {
      const value = await action();
      this.notice = typeof notice === 'function' ? notice(value) : notice;
      return value;
    } catch (failure) {
      this.failure = failure;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  get allowed() {
    return session.may(this.constructor.scope);
  }

  /** What a form failed by, said at its field. */
  fieldFailure(name) {
    const field = this.failure?.fields?.find((one) => one.field === name);
    return field ? html`<span class="bad" id="bad-${name}">${field.message}</span>` : nothing;
  }

  render() {
    if (!session.known) {
      return nothing;
    }
    if (!this.allowed) {
      return html`
        <h1>${this.name()}</h1>
        <div class="empty"><p>${t.admin.needs(this.constructor.scope)}</p>
          <p><a class="button" href=${link('/sign-in', { then: location.pathname + location.search })}>${t.nav.signIn}</a></p></div>`;
    }
    return html`
      ${this.above?.() ?? nothing}
      <h1>${this.name()}</h1>
      <div class="outcome" aria-live="polite">
        ${this.notice ? html`<p class="good">${this.notice}</p>` : nothing}
        ${this.failure ? html`<p class="bad" role="alert">${this.failure.message}</p>` : nothing}
      </div>
      ${this.body()}`;
  }
}
