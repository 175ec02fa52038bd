import { html, nothing } from 'lit';
import { Part, knownAt } from '../core/page.js';
import { live } from '../core/live.js';
import { t } from '../texts.js';

/** Says whether new rows appear by themselves, and what is done where they do not. */
class LiveState extends Part {
  #redraw = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    live.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    live.removeEventListener('change', this.#redraw);
  }

  render() {
    const text = {
      live: () => t.live.live,
      connecting: () => t.live.connecting,
      broken: () => t.live.broken(live.seconds),
      off: () => (knownAt() ? t.live.off : nothing),
    }[live.state]();
    return html`<span class="live" data-state=${live.state}>${text}
      ${live.state === 'broken' ? html`<button class="plain" @click=${() => live.retry()}>${t.live.retry}</button>` : nothing}</span>`;
  }
}

customElements.define('live-state', LiveState);
