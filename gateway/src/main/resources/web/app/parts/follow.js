import { knownAt } from '../core/page.js';
import { live } from '../core/live.js';

/** A subscription that an element keeps while it is shown, except while the past is read. */
export class Follow {
  #host;
  #query;
  #variables;
  #take;
  #missed;
  #key;
  #stop;

  /**
   * @param host the element
   * @param {string} query with the variable $after
   * @param {() => object | false | undefined} variables nothing while it is not known yet what to follow
   * @param {(data: object) => string} take gets each event, answers its cursor
   * @param {() => void} missed called when events may have been lost: what is shown has to be read anew
   */
  constructor(host, query, variables, take, missed) {
    this.#host = host;
    this.#query = query;
    this.#variables = variables;
    this.#take = take;
    this.#missed = missed;
    host.addController(this);
  }

  hostUpdate() {
    const wanted = knownAt() ? undefined : this.#variables();
    const key = wanted && JSON.stringify(wanted);
    if (key !== this.#key) {
      this.hostDisconnected();
      this.#key = key;
      this.#stop = wanted ? live.follow(this.#query, wanted, this.#take, this.#missed) : undefined;
    }
  }

  hostDisconnected() {
    this.#stop?.();
    this.#stop = undefined;
    this.#key = undefined;
  }
}

const PROPOSALS = /* GraphQL */ `
  subscription Proposals($id: ID, $after: String) { proposalChanged(id: $id, after: $after) { cursor proposal { id } } }`;

const STATEMENTS = 'subscription Statements($after: String) { statementChanged(after: $after) { cursor } }';

/** Calls back whenever a proposal changes: one of them, or any. */
export function followProposals(host, id, changed) {
  return following(host, PROPOSALS, id, changed);
}

/** Calls back whenever a statement comes, changes or goes. */
export function followStatements(host, changed) {
  return following(host, STATEMENTS, () => ({}), changed);
}

function following(host, query, variables, changed) {
  const take = (data) => {
    changed();
    return Object.values(data)[0].cursor;
  };
  return new Follow(host, query, variables, take, changed);
}
