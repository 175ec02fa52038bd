const SOONEST = 2_000;
const LATEST = 20_000;
const CALM = 60_000;

/**
 * Reads a page's data anew as the record changes: after two seconds, and ever less often while changes keep coming, so that
 * an open page costs little however much is read.
 */
export class Renewal {
  #host;
  #loads;
  #pace = SOONEST;
  #last = 0;

  constructor(host, ...loads) {
    this.#host = host;
    this.#loads = loads;
    host.addController(this);
  }

  soon = () => {
    if (this.timer) {
      return;
    }
    const wait = Date.now() - this.#last > CALM ? SOONEST : this.#pace;
    this.#pace = Math.min(wait * 1.5, LATEST);
    this.timer = setTimeout(() => this.#renew(), wait);
  };

  #renew() {
    this.timer = undefined;
    this.#last = Date.now();
    this.#loads.forEach((load) => load.again({ quietly: true }));
  }

  hostDisconnected() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
