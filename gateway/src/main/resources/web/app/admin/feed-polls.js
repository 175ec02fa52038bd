import { html, nothing } from 'lit';
import { Part } from '../core/page.js';
import { Load } from '../core/load.js';
import { rest } from '../core/api.js';
import { moment } from '../core/format.js';
import { label, t } from '../texts.js';
import { shown } from '../parts/states.js';

/** What the last polls of a feed came to, on demand. */
class FeedPolls extends Part {
  static properties = { feed: { attribute: false }, open: { state: true } };

  constructor() {
    super();
    this.load = new Load(this, () => this.open && { key: this.feed, fetch: (signal) => rest('POST', `/v1/feeds/${this.feed}/polls`, { first: 20 }, { signal }) });
  }

  render() {
    return html`<details @toggle=${(event) => { this.open = event.target.open; }}>
      <summary class="quiet">${t.admin.feeds.history}</summary>
      ${this.open ? shown(this.load, ({ items }) => html`<ul class="rows tight">${items.map(({ node }) => html`
        <li>${moment(node.at)} ${label('outcome', node.outcome)}${node.status ? ` (${node.status})` : nothing} <span class="quiet">${t.admin.feeds.items(node.items, node.fresh)} · ${node.millis} ms</span>${node.detail ? html` <span class="quiet">${node.detail}</span>` : nothing}</li>`)}</ul>`) : nothing}
    </details>`;
  }
}

customElements.define('feed-polls', FeedPolls);
