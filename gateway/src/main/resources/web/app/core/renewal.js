/** Reads a page's data anew as the record changes: soon, but not more often than every two seconds however much comes. */
export class Renewal {
  static PACE = 2_000;
  #host;
  #loads;

  constructor(host, ...loads) {
    this.#host = host;
    this.#loads = loads;
    host.addController(this);
  }

  soon = () => {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (this.#host.isConnected) {
        this.#loads.forEach((load) => load.again({ quietly: true }));
      }
    }, Renewal.PACE);
  };

  hostDisconnected() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
