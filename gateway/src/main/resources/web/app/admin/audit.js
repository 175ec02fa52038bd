import { html, nothing } from 'lit';
import { rest } from '../core/api.js';
import { Load } from '../core/load.js';
import { go, withParams } from '../core/router.js';
import { moment } from '../core/format.js';
import { t } from '../texts.js';
import { empty, shown } from '../parts/states.js';
import { Desk } from './desk.js';

/** What differs between two states of a row, member by member. */
function differences(before = {}, after = {}) {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .map((name) => [name, before?.[name], after?.[name]])
    .filter(([, was, is]) => JSON.stringify(was) !== JSON.stringify(is));
}

const written = (value) => (value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value));

/** Who changed what among outlets, feeds, articles and jobs. */
class Audit extends Desk {
  constructor() {
    super();
    // Who did it is a key's id in the record; people know keys by their labels.
    this.keys = new Load(this, () => (this.allowed ? { key: 'keys', fetch: (signal) => rest('GET', '/v1/keys', undefined, { signal }) } : undefined));
    this.load = new Load(this, () => {
      const filter = Object.fromEntries(['who', 'action'].filter((name) => this.query.get(name)).map((name) => [name, this.query.get(name)]));
      const after = this.query.get('after');
      return this.allowed
        ? { key: JSON.stringify([filter, after]), fetch: (signal) => rest('POST', '/v1/audit/query', { filter, first: 50, ...(after ? { after } : {}) }, { signal }) }
        : undefined;
    });
  }

  name() {
    return t.admin.places.audit;
  }

  body() {
    const change = (event) => {
      event.preventDefault();
      go(withParams({ ...Object.fromEntries(new FormData(event.currentTarget)), after: null }), { stay: true });
    };
    return html`
      <form class="filters" @change=${change} @submit=${change}>
        <label>${t.admin.audit.who} <input type="search" name="who" .value=${this.query.get('who') ?? ''} /></label>
        <label>${t.admin.audit.action} <input type="search" name="action" .value=${this.query.get('action') ?? ''} /></label>
      </form>
      ${shown(this.load, ({ items, hasNext }) => html`
        ${items.length === 0 ? empty(t.admin.audit.none, t.admin.audit.noneHint) : html`<ul class="rows">${items.map(({ node }) => this.#row(node))}</ul>`}
        ${hasNext ? html`<p class="pager"><a rel="next" href=${withParams({ after: items.at(-1).cursor })}>${t.states.older} →</a></p>` : nothing}`)}`;
  }

  #name(who) {
    return this.keys.value?.items.find(({ id }) => id === who)?.label ?? who;
  }

  #row({ at, who, action, subjectKind, subjectId, before, after }) {
    const changed = differences(before, after);
    return html`<li>${moment(at)} <strong>${action}</strong> ${subjectKind} <span class="quiet">${t.admin.audit.by} <span title=${who}>${this.#name(who)}</span>${subjectId ? ` · ${subjectId}` : nothing}</span>
      ${changed.length > 0 ? html`<details><summary class="quiet">${t.admin.audit.changed(changed.length)}</summary>
        <dl class="facts">${changed.map(([name, was, is]) => html`<dt>${name}</dt><dd>${before ? html`<del>${written(was)}</del> ` : nothing}${after ? html`<ins>${written(is)}</ins>` : nothing}</dd>`)}</dl></details>` : nothing}</li>`;
  }
}

customElements.define('admin-audit', Audit);
