import { ask } from './api.js';
import { onMove } from './router.js';

/** Answers come in a fraction of this on a good connection. */
const SLOW = 1_000;

/**
 * Keeps what a page shows in step with its address: asks whenever the question changes, drops answers to older ones, and
 * keeps showing what was there while the new is on its way, so that nothing jumps.
 */
export class Load {
  value;
  problems = [];
  failure;
  pending = true;
  /** Whether it takes so long that people should be told. */
  slow = false;
  #host;
  #question;
  #asked;
  #abort;
  #stop;

  /**
   * @param host the element that shows it
   * @param {() => {query: string, variables?: object} | {key: string, fetch: (signal) => Promise<any>} | undefined} question
   */
  constructor(host, question) {
    this.#host = host;
    this.#question = question;
    host.addController(this);
  }

  hostConnected() {
    this.#stop = onMove(() => this.#host.requestUpdate());
  }

  hostDisconnected() {
    this.#stop();
    this.#abort?.abort();
    this.#asked = undefined;
  }

  hostUpdate() {
    if (this.#host.path && this.#host.path !== location.pathname) {
      return;
    }
    const question = this.#question();
    const key = question && (question.key ?? JSON.stringify([question.query, question.variables]));
    if (key !== this.#asked) {
      this.#asked = key;
      if (question) {
        this.#run(question);
      } else {
        this.pending = false;
      }
    }
  }

  /**
   * Asks again, for instance after a change.
   *
   * @param {{quietly?: boolean}} how quietly: what is shown stays where nothing could be had
   */
  again(how) {
    const question = this.#question();
    return question ? this.#run(question, how) : undefined;
  }

  async #run(question, { quietly = false } = {}) {
    this.#abort?.abort();
    const mine = new AbortController();
    this.#abort = mine;
    this.pending = true;
    this.failure = undefined;
    const telling = setTimeout(() => {
      this.slow = !quietly;
      this.#host.requestUpdate();
    }, SLOW);
    try {
      const { data, problems } = question.query
        ? await ask(question.query, question.variables, { signal: mine.signal })
        : { data: await question.fetch(mine.signal), problems: [] };
      if (!mine.signal.aborted) {
        this.value = data;
        this.problems = problems;
      }
    } catch (failure) {
      if (!mine.signal.aborted && !(quietly && this.value)) {
        this.failure = failure;
      }
    } finally {
      clearTimeout(telling);
      if (!mine.signal.aborted) {
        this.pending = false;
        this.slow = false;
        this.#host.requestUpdate();
      }
    }
  }
}
