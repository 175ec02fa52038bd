import { knownAt } from '../core/page.js';
import { Follow } from './follow.js';
import { STATEMENT } from './statement.js';

const CHANGES = /* GraphQL */ `
  subscription Arrivals($filter: StatementFilter, $after: String) {
    statementChanged(filter: $filter, after: $after) { cursor kind reason statement { ...StatementParts } before { id } }
  }
  ${STATEMENT}`;

/** Statements that come in while an element is shown; its host redraws with each. */
export class Arrivals {
  /** Newest first. */
  fresh = [];
  gone = new Set();
  #host;
  #changed;
  #filter;
  #key;

  /**
   * @param host the element
   * @param {() => object | false | undefined} filter which statements matter; nothing while that is not known yet
   * @param {() => void} changed called with each change, for what else has to be read anew
   */
  constructor(host, filter = () => ({}), changed = () => {}) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
    this.#filter = filter;
    new Follow(host, CHANGES, () => filter() && { filter: filter() }, ({ statementChanged }) => this.#take(statementChanged), changed);
  }

  hostUpdate() {
    const key = knownAt() ? 'past' : JSON.stringify(this.#filter());
    if (key !== this.#key) {
      this.#key = key;
      this.hostDisconnected();
    }
  }

  hostDisconnected() {
    this.fresh = [];
    this.gone = new Set();
  }

  #take({ cursor, kind, statement, before }) {
    const id = statement?.id ?? before?.id;
    this.fresh = this.fresh.filter((one) => one.id !== id);
    if (kind === 'REMOVED' || kind === 'SUPERSEDED') {
      this.gone.add(id);
    } else if (statement) {
      this.gone.delete(id);
      this.fresh.unshift(statement);
    }
    this.#changed();
    this.#host.requestUpdate();
    return cursor;
  }

  /** A list as it was loaded, with what has come and gone since. */
  over(loaded) {
    const fresh = new Set(this.fresh.map(({ id }) => id));
    return [...this.fresh, ...loaded.filter(({ id }) => !fresh.has(id) && !this.gone.has(id))];
  }

  isFresh({ id }) {
    return this.fresh.some((one) => one.id === id);
  }
}
