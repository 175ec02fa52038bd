/** Changes of the record as they happen, over the protocol graphql-transport-ws. */

const PATIENCE = [1, 2, 4, 8, 15, 30];
/** The server asks every 20 seconds whether we are there: a connection silent for longer is broken. */
const SILENCE = 50_000;

class Live extends EventTarget {
  /** off, connecting, live or broken. */
  state = 'off';
  seconds = 0;
  #wanted = new Map();
  #socket;
  #failures = 0;
  #next = 1;
  #timers = [];

  /**
   * Follows a subscription until the returned function is called. After a broken connection it goes on where it was.
   *
   * @param {string} query its variable $after takes the cursor to go on from
   * @param {(payload: object) => string | undefined} take gets each result's data, answers the cursor to remember
   * @param {() => void} missed called where it cannot go on where it was: what came in between has to be read anew
   */
  follow(query, variables, take, missed) {
    const id = String(this.#next++);
    this.#wanted.set(id, { query, variables, take, missed });
    if (this.state === 'live') {
      this.#subscribe(id);
    } else if (this.state === 'off') {
      this.#connect();
    }
    return () => {
      this.#wanted.delete(id);
      this.#send({ type: 'complete', id });
      if (this.#wanted.size === 0) {
        this.#rest();
      }
    };
  }

  retry() {
    if (this.state === 'broken') {
      this.#clear();
      this.#connect();
    }
  }

  #turn(state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }

  #connect() {
    this.#turn('connecting');
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`, 'graphql-transport-ws');
    this.#socket = socket;
    socket.onopen = () => this.#send({ type: 'connection_init' });
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    socket.onclose = () => {
      if (this.#socket === socket) {
        this.#broken();
      }
    };
    this.#listen();
  }

  #listen() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.#socket?.close(), SILENCE);
  }

  #hear(message) {
    this.#listen();
    const one = this.#wanted.get(message.id);
    if (message.type === 'connection_ack') {
      this.#failures = 0;
      this.#turn('live');
      [...this.#wanted.keys()].forEach((id) => this.#subscribe(id));
    } else if (message.type === 'ping') {
      this.#send({ type: 'pong' });
    } else if (message.type === 'next' && one && message.payload.data) {
      one.variables = { ...one.variables, after: one.take(message.payload.data) ?? one.variables.after };
    } else if (message.type === 'error' && one) {
      this.#refused(message.id, one);
    }
  }

  /** A cursor may be too old: then it begins anew from now. What is refused without one is refused for good. */
  #refused(id, one) {
    if (one.variables.after) {
      one.variables = { ...one.variables, after: undefined };
      this.#subscribe(id);
    } else {
      this.#wanted.delete(id);
    }
  }

  #subscribe(id) {
    const one = this.#wanted.get(id);
    if (one.begun && !one.variables.after) {
      one.missed();
    }
    one.begun = true;
    this.#send({ type: 'subscribe', id, payload: { query: one.query, variables: one.variables } });
  }

  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  #broken() {
    clearTimeout(this.silence);
    if (this.#wanted.size === 0) {
      this.#turn('off');
      return;
    }
    this.seconds = PATIENCE[Math.min(this.#failures++, PATIENCE.length - 1)];
    this.#turn('broken');
    const tick = setInterval(() => {
      this.seconds -= 1;
      if (this.seconds > 0) {
        this.dispatchEvent(new Event('change'));
      } else {
        this.#clear();
        this.#connect();
      }
    }, 1_000);
    this.#timers.push(tick);
  }

  #clear() {
    this.#timers.forEach(clearInterval);
    this.#timers = [];
  }

  #rest() {
    this.#clear();
    clearTimeout(this.silence);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#turn('off');
  }
}

export const live = new Live();

window.addEventListener('online', () => live.retry());
