/** Who uses the console: signed in with which scopes, or a visitor. */
import { rest } from './api.js';

class Session extends EventTarget {
  scopes = [];
  label;
  /** What people can sign in with beside keys; undefined if nothing. */
  provider;
  known = false;

  may(scope) {
    return this.scopes.includes(scope);
  }

  /** A session that has ended is cleared away, so that one goes on as a visitor. */
  ended() {
    return this.signedIn ? this.signOut() : undefined;
  }

  get signedIn() {
    return Boolean(this.label);
  }

  async refresh() {
    this.#take(await rest('GET', '/console/session'));
  }

  async signIn(key) {
    this.#take(await rest('POST', '/console/session', { key }));
  }

  async signOut() {
    this.#take(await rest('DELETE', '/console/session'));
  }

  #take({ scopes, label, provider }) {
    this.scopes = scopes;
    this.label = label;
    this.provider = provider ?? undefined;
    this.known = true;
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();

document.addEventListener('parley-unauthenticated', () => session.ended());

/** Redraws an element when somebody signs in or out. */
export class OnSession {
  #host;
  #redraw = () => this.#host.requestUpdate();

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    session.addEventListener('change', this.#redraw);
  }

  hostDisconnected() {
    session.removeEventListener('change', this.#redraw);
  }
}
