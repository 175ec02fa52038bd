import { html, nothing } from 'lit';
import { ask, change, rest } from '../core/api.js';
import { Part } from '../core/page.js';
import { label, t } from '../texts.js';
import { download } from './download.js';

const OUTLETS = '{ outlets(first: 100) { nodes { id name } } }';
const ADD = 'mutation Add($input: FeedInput!) { addFeed(input: $input) { feed { id } } }';

/** Finds the feeds of a page, tries them, adds them; takes and gives whole lists as OPML. */
class FeedAdding extends Part {
  static properties = {
    found: { state: true }, tested: { state: true }, failure: { state: true }, busy: { state: true }, outlets: { state: true },
    rows: { state: true }, notice: { state: true },
  };

  render() {
    return html`
      <details class="adding">
        <summary>${t.admin.feeds.add}</summary>
        <form class="sheet" @submit=${this.#discover}>
          <label>${t.admin.feeds.address} <input type="url" name="url" required /></label>
          <p class="quiet">${t.admin.feeds.addressHint}</p>
          <p class="buttons"><button class="main" name="discover" ?disabled=${this.busy}>${t.admin.feeds.discover}</button>
            <button type="button" ?disabled=${this.busy} @click=${() => this.#test(this.querySelector('input[name=url]').value)}>${t.admin.feeds.test}</button></p>
        </form>
        <div aria-live="polite">
          ${this.notice ? html`<p class="good">${this.notice}</p>` : nothing}
          ${this.failure ? html`<p class="bad" role="alert">${this.failure.message}</p>` : nothing}
          ${this.found ? this.#feeds() : nothing}
          ${this.tested ? this.#test1(this.tested) : nothing}
        </div>
        <h2>${t.admin.feeds.opml}</h2>
        <p class="buttons"><label class="button">${t.admin.feeds.opmlImport} <input class="hidden" type="file" accept=".opml,.xml" @change=${this.#preview} /></label>
          <button @click=${() => this.#go(async () => download('feeds.opml', 'text/x-opml', await rest('GET', '/v1/feeds/opml')))}>${t.admin.feeds.opmlExport}</button></p>
        ${this.rows ? this.#opml() : nothing}
      </details>`;
  }

  async #go(action) {
    this.busy = true;
    this.failure = undefined;
    this.notice = undefined;
    try {
      return await action();
    } catch (failure) {
      this.failure = failure;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  #discover = (event) => {
    event.preventDefault();
    const { url } = Object.fromEntries(new FormData(event.target));
    this.#go(async () => {
      this.tested = undefined;
      this.outlets ??= (await ask(OUTLETS)).data.outlets.nodes;
      this.found = (await rest('POST', '/v1/feeds/discover', { url })).feeds;
    });
  };

  #test(url) {
    this.#go(async () => {
      this.outlets ??= (await ask(OUTLETS)).data.outlets.nodes;
      this.tested = { url, ...(await rest('POST', '/v1/feeds/test', { url })) };
    });
  }

  #feeds() {
    return this.found.length === 0
      ? html`<p>${t.admin.feeds.noneFound}</p>`
      : html`<ul class="rows">${this.found.map((feed) => html`<li><strong>${feed.title ?? feed.url}</strong> <span class="quiet">${feed.format} · ${t.admin.feeds.items(feed.items)}</span>
          <span class="quiet block">${feed.url}</span>
          ${feed.knownFeedId ? html`<span>${t.admin.feeds.known}</span>` : html`<button @click=${() => this.#test(feed.url)} ?disabled=${this.busy}>${t.admin.feeds.test}</button>`}</li>`)}</ul>`;
  }

  #test1({ url, outcome, detail, title, format, itemCount, items = [] }) {
    return html`<section class="evidence">
      <p><strong>${label('outcome', outcome)}</strong> ${title ?? ''} <span class="quiet">${[format, itemCount === undefined ? '' : t.admin.feeds.items(itemCount), detail].filter(Boolean).join(' · ')}</span></p>
      <ul class="rows tight">${items.slice(0, 5).map((item) => html`<li>${item.title} <span class="quiet">${item.published ?? ''}</span></li>`)}</ul>
      ${outcome === 'OK' ? html`<form class="filters" @submit=${(event) => this.#add(event, url)}>
        <label>${t.admin.outlets.outlet} <select name="outlet" required>${this.outlets.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></label>
        <label class="tick"><input type="checkbox" name="fetchPages" checked /> ${t.admin.feeds.fetchPages}</label>
        <button class="main" ?disabled=${this.busy}>${t.admin.feeds.add}</button></form>` : nothing}
    </section>`;
  }

  #add(event, url) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.#go(async () => {
      await change(ADD, { input: { outlet: form.get('outlet'), url, fetchPages: form.has('fetchPages') } });
      this.notice = t.admin.saved;
      this.tested = undefined;
      this.found = undefined;
      this.dispatchEvent(new Event('added'));
    });
  }

  #preview = async (event) => {
    const [file] = event.target.files;
    this.opml = await file?.text();
    await this.#sendOpml(true);
  };

  #sendOpml(preview) {
    return this.#go(async () => {
      this.rows = (await rest('POST', `/v1/feeds/opml?preview=${preview}`, this.opml, { headers: { 'Content-Type': 'text/x-opml' } })).rows;
      if (!preview) {
        this.dispatchEvent(new Event('added'));
      }
    });
  }

  #opml() {
    const fresh = this.rows.filter(({ fate }) => fate === 'NEW').length;
    return html`<ul class="rows tight">${this.rows.map(({ title, url, fate, detail }) => html`<li><strong>${t.admin.feeds.fates[fate] ?? fate}</strong> ${title ?? url} <span class="quiet">${detail ?? ''}</span></li>`)}</ul>
      ${fresh > 0 ? html`<p><button class="main" ?disabled=${this.busy} @click=${() => this.#sendOpml(false)}>${t.admin.feeds.addAll(fresh)}</button></p>` : nothing}`;
  }
}

customElements.define('feed-adding', FeedAdding);
