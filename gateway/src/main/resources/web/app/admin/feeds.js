import { html, nothing } from 'lit';
import { rest } from '../core/api.js';
import { Load } from '../core/load.js';
import { ago, moment, number } from '../core/format.js';
import { withParams } from '../core/router.js';
import { label, t } from '../texts.js';
import { empty, shown } from '../parts/states.js';
import { Desk } from './desk.js';
import './feed-adding.js';
import './feed-polls.js';

/** Feeds: how each does, and what can be done about it. */
class Feeds extends Desk {
  constructor() {
    super();
    this.load = new Load(this, () => {
      const filter = this.query.has('broken') ? { broken: true } : {};
      return this.allowed
        ? { key: JSON.stringify(filter), fetch: (signal) => rest('POST', '/v1/feeds/query', { filter, first: 100, count: true }, { signal }) }
        : undefined;
    });
  }

  name() {
    return t.admin.places.feeds;
  }

  body() {
    return html`
      <feed-adding @added=${() => this.load.again()}></feed-adding>
      <p class="tabs"><a href=${withParams({ broken: null })} data-stay aria-current=${this.query.has('broken') ? nothing : 'true'}>${t.admin.feeds.all}</a>
        <a href=${withParams({ broken: '1' })} data-stay aria-current=${this.query.has('broken') ? 'true' : nothing}>${t.admin.feeds.broken}</a></p>
      ${shown(this.load, ({ items }) => (items.length === 0
        ? empty(t.admin.feeds.none, t.admin.feeds.noneHint)
        : html`<ul class="rows">${items.map(({ node }) => this.#feed(node))}</ul>`))}`;
  }

  #feed(feed) {
    const { id, outlet, title, url, state, lastOutcome, lastDetail, lastPolledAt, nextPollAt, brokenSince, itemsSeen, articlesStored, intervalSeconds } = feed;
    const act = (verb, text, notice = t.admin.saved) => html`<button class="plain" ?disabled=${this.busy} aria-label="${text} ${title ?? url}" @click=${() => this.#act(id, verb, notice)}>${text}</button>`;
    return html`<li class="feed">
      <div><strong>${title ?? outlet?.name ?? url}</strong> <span class="quiet">${outlet?.name}</span>
        <span class="quiet block">${url}</span></div>
      <div><span class=${brokenSince ? 'bad' : ''}>${lastOutcome ? label('outcome', lastOutcome) : t.admin.feeds.never}</span>
        ${lastPolledAt ? html`<span class="quiet">${moment(lastPolledAt)}</span>` : nothing}
        ${lastDetail ? html`<span class="quiet block">${lastDetail}</span>` : nothing}
        ${brokenSince ? html`<span class="bad block">${t.admin.feeds.brokenSince} ${moment(brokenSince)}</span>` : nothing}</div>
      <div class="quiet">${t.admin.feeds.counts(number(itemsSeen), number(articlesStored))}
        <span class="block">${state === 'ACTIVE' ? html`${t.admin.feeds.every(ago(intervalSeconds))}, ${t.admin.feeds.next} ${moment(nextPollAt)}` : label('state', state)}</span></div>
      <p class="buttons">${act('poll', t.admin.feeds.poll, ({ stored, items }) => t.admin.feeds.polled(items, stored))}
        ${act('backfill', t.admin.feeds.backfill, ({ stored, items }) => t.admin.feeds.polled(items, stored))}
        ${state === 'ACTIVE' ? act('pause', t.admin.pause) : act('resume', t.admin.resume)}
        ${state === 'RETIRED' ? nothing : act('retire', t.admin.retire)}</p>
      <feed-polls .feed=${id}></feed-polls>
    </li>`;
  }

  async #act(id, verb, notice) {
    await this.do(() => rest('POST', `/v1/feeds/${id}/${verb}`), notice);
    this.load.again();
  }
}

customElements.define('admin-feeds', Feeds);
