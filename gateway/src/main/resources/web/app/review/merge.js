import { html, nothing } from 'lit';
import { change } from '../core/api.js';
import { Load } from '../core/load.js';
import { Work } from '../core/work.js';
import { go, link, withParams } from '../core/router.js';
import { session } from '../core/session.js';
import { label, t } from '../texts.js';
import { shown } from '../parts/states.js';
import './actor-choice.js';

const BOTH = /* GraphQL */ `
  query Both($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Actor {
        id name kind aliases party { id name } roles { role } mergedFrom { id name }
        statements(first: 1) { totalCount } positions(first: 100) { nodes { proposal { id title } stance } }
      }
    }
  }`;
const MERGE = 'mutation Merge($into: ID!, $from: [ID!]!, $note: String) { mergeActors(into: $into, from: $from, note: $note) { actor { id } } }';
const UNMERGE = 'mutation Unmerge($id: ID!) { unmergeActor(id: $id) { actor { id } } }';

/** Makes one actor of two, or parts them again; what changes is shown before. */
class Merge extends Work {
  static scope = 'review';

  constructor() {
    super();
    this.load = new Load(this, () => {
      const ids = ['into', 'from'].map((name) => this.query.get(name)).filter(Boolean);
      return this.allowed && ids.length > 0 ? { query: BOTH, variables: { ids } } : undefined;
    });
  }

  name() {
    return t.review.merge.name;
  }

  above() {
    return html`<nav class="tabs"><a href=${link('/review')}>${t.review.name}</a></nav>`;
  }

  body() {
    const nodes = this.load.value?.nodes ?? [];
    const find = (name) => nodes.find((node) => node && node.id === this.query.get(name));
    const [into, from] = [find('into'), find('from')];
    const choose = (name) => (event) => event.detail && go(withParams({ [name]: event.detail.id }), { stay: true });
    return html`
      <p class="quiet">${t.review.merge.hint}</p>
      <div class="filters">
        <actor-choice .text=${t.review.merge.into} .value=${into} @chosen=${choose('into')}></actor-choice>
        <actor-choice .text=${t.review.merge.from} .value=${from} @chosen=${choose('from')}></actor-choice>
      </div>
      ${into && from && into.id !== from.id ? this.#preview(into, from) : nothing}
      ${into?.mergedFrom.length > 0 ? this.#merged(into) : nothing}
      ${this.load.failure ? shown(this.load, () => nothing) : nothing}`;
  }

  #preview(into, from) {
    const merge = t.review.merge;
    const count = ({ statements }) => statements?.totalCount ?? 0;
    const union = (one, other) => [...new Set([...one, ...other])].join(', ');
    const roles = ({ roles }) => roles.map(({ role }) => role);
    const positions = ({ positions }) => (positions?.nodes ?? []).map(({ proposal, stance }) => `${proposal.title}: ${label('stance', stance)}`);
    const rows = [
      [merge.rows.name, into.name, from.name, into.name],
      [merge.rows.kind, label('actorKind', into.kind), label('actorKind', from.kind), label('actorKind', into.kind)],
      [merge.rows.aliases, into.aliases.join(', '), from.aliases.join(', '), union(into.aliases, from.aliases)],
      [merge.rows.roles, roles(into).join(', '), roles(from).join(', '), union(roles(into), roles(from))],
      [merge.rows.positions, positions(into).join('; '), positions(from).join('; '), [...new Set([...positions(into), ...positions(from)])].join('; ')],
      [merge.rows.statements, count(into), count(from), count(into) + count(from)],
    ];
    return html`
      <div class="wide" tabindex="0" role="region" aria-label=${merge.preview}><table class="compared">
        <thead><tr><th scope="col"><span class="hidden">${t.lists.kind}</span></th><th scope="col">${into.name}</th><th scope="col">${from.name}</th><th scope="col">${merge.after}</th></tr></thead>
        <tbody>${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table></div>
      <p class="quiet">${merge.redirect(from.name)}</p>
      ${session.may('admin')
        ? html`<form class="filters" @submit=${(event) => this.#merge(event, into, from)}><label>${t.review.note} <input name="note" maxlength="500" /></label><button class="main" ?disabled=${this.busy}>${merge.act(from.name, into.name)}</button></form>`
        : html`<p class="warn">${t.admin.needs('admin')}</p>`}`;
  }

  #merged(into) {
    return html`<section><h2>${t.actor.merged}</h2><ul class="rows tight">${into.mergedFrom.map(({ id, name }) => html`<li>${name}
      <button ?disabled=${this.busy || !session.may('admin')} @click=${() => this.#unmerge(id, name)}>${t.review.merge.part(name)}</button></li>`)}</ul></section>`;
  }

  async #merge(event, into, from) {
    event.preventDefault();
    const note = new FormData(event.target).get('note') || null;
    const done = await this.do(() => change(MERGE, { into: into.id, from: [from.id], note }), t.review.merge.done(from.name, into.name));
    if (done) {
      go(withParams({ from: null }), { stay: true });
      this.load.again();
    }
  }

  async #unmerge(id, name) {
    await this.do(() => change(UNMERGE, { id }), t.review.merge.parted(name));
    this.load.again();
  }
}

customElements.define('review-merge', Merge);
