import { html, nothing } from 'lit';
import { change } from '../core/api.js';
import { Load } from '../core/load.js';
import { Work } from '../core/work.js';
import { go, link, withParams } from '../core/router.js';
import { session } from '../core/session.js';
import { dayText } from '../core/format.js';
import { label, t } from '../texts.js';
import { shown } from '../parts/states.js';
import './row-choice.js';

/** Makes one row of two, or parts them again; what changes is shown before. */
class Merge extends Work {
  static scope = 'review';

  constructor() {
    super();
    this.load = new Load(this, () => {
      const ids = ['into', 'from'].map((name) => this.query.get(name)).filter(Boolean);
      return this.allowed && ids.length > 0 ? { query: this.constructor.both, variables: { ids } } : undefined;
    });
  }

  get texts() {
    return t.review[this.constructor.texts];
  }

  name() {
    return this.texts.name;
  }

  above() {
    return html`<nav class="tabs" aria-label=${t.review.name}><a href=${link('/review')}>${t.review.name}</a>
      ${['merge', 'mergeProposals'].map((kind) => html`<a href=${link(PATHS[kind])} aria-current=${kind === this.constructor.texts ? 'page' : nothing}>${t.review[kind].name}</a>`)}</nav>`;
  }

  body() {
    const nodes = this.load.value?.nodes ?? [];
    const find = (name) => nodes.find((node) => node && node.id === this.query.get(name));
    const [into, from] = [find('into'), find('from')];
    const choose = (name) => (event) => event.detail && go(withParams({ [name]: event.detail.id }), { stay: true });
    const { kind } = this.constructor;
    return html`
      <p class="quiet">${this.texts.hint}</p>
      <div class="filters">
        <row-choice .kind=${kind} .text=${t.review.merge.into} .value=${into} @chosen=${choose('into')}></row-choice>
        <row-choice .kind=${kind} .text=${t.review.merge.from} .value=${from} @chosen=${choose('from')}></row-choice>
      </div>
      ${into && from && into.id !== from.id ? this.#preview(into, from) : nothing}
      ${into?.mergedFrom.length > 0 ? this.#merged(into) : nothing}
      ${this.load.failure ? shown(this.load, () => nothing) : nothing}`;
  }

  get #may() {
    return this.constructor.needs.some((scope) => session.may(scope));
  }

  #preview(into, from) {
    const { merge } = t.review;
    return html`
      <div class="wide" tabindex="0" role="region" aria-label=${merge.preview}><table class="compared">
        <thead><tr><th scope="col"><span class="hidden">${t.lists.kind}</span></th><th scope="col">${into.name}</th><th scope="col">${from.name}</th><th scope="col">${merge.after}</th></tr></thead>
        <tbody>${this.rows(into, from).map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table></div>
      <p class="quiet">${this.texts.redirect(from.name)}</p>
      ${this.#may
        ? html`<form class="filters" @submit=${(event) => this.#merge(event, into, from)}><label>${t.review.note} <input name="note" maxlength="500" /></label><button class="main" ?disabled=${this.busy}>${merge.act(from.name, into.name)}</button></form>`
        : html`<p class="warn">${t.admin.needs(this.constructor.needs[0])}</p>`}`;
  }

  #merged(into) {
    return html`<section><h2>${t.actor.merged}</h2><ul class="rows tight">${into.mergedFrom.map(({ id, name }) => html`<li>${name}
      <button ?disabled=${this.busy || !this.#may} @click=${() => this.#unmerge(id, name)}>${t.review.merge.part(name)}</button></li>`)}</ul></section>`;
  }

  async #merge(event, into, from) {
    event.preventDefault();
    const note = new FormData(event.target).get('note') || null;
    const done = await this.do(() => change(this.constructor.merge, { into: into.id, from: [from.id], note }), t.review.merge.done(from.name, into.name));
    if (done) {
      go(withParams({ from: null }), { stay: true });
      this.load.again();
    }
  }

  async #unmerge(id, name) {
    await this.do(() => change(this.constructor.unmerge, { id }), t.review.merge.parted(name));
    this.load.again();
  }
}

const PATHS = { merge: '/review/merge', mergeProposals: '/review/merge-proposals' };

const statements = ({ statements: list }) => list?.totalCount ?? 0;
const listed = (list) => list.join(', ');
const union = (one, other) => listed([...new Set([...one, ...other])]);

/** A row of the preview for what both have several of. */
const several = (name, of, into, from) => [name, listed(of(into)), listed(of(from)), union(of(into), of(from))];

class MergeActors extends Merge {
  static texts = 'merge';
  static kind = 'actors';
  static needs = ['admin'];
  static both = /* GraphQL */ `
    query Both($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Actor {
          id name kind aliases party { id name } roles { role } mergedFrom { id name }
          statements(first: 1) { totalCount } positions(first: 100) { nodes { proposal { id title } stance } }
        }
      }
    }`;
  static merge = 'mutation Merge($into: ID!, $from: [ID!]!, $note: String) { mergeActors(into: $into, from: $from, note: $note) { actor { id } } }';
  static unmerge = 'mutation Unmerge($id: ID!) { unmergeActor(id: $id) { actor { id } } }';

  rows(into, from) {
    const names = t.review.merge.rows;
    return [
      [names.name, into.name, from.name, into.name],
      [names.kind, label('actorKind', into.kind), label('actorKind', from.kind), label('actorKind', into.kind)],
      several(names.aliases, ({ aliases }) => aliases, into, from),
      several(names.roles, ({ roles }) => roles.map(({ role }) => role), into, from),
      several(names.positions, ({ positions }) => (positions?.nodes ?? []).map(({ proposal, stance }) => `${proposal.title}: ${label('stance', stance)}`), into, from),
      [names.statements, statements(into), statements(from), statements(into) + statements(from)],
    ];
  }
}

class MergeProposals extends Merge {
  static texts = 'mergeProposals';
  static kind = 'proposals';
  static needs = ['review', 'admin'];
  static both = /* GraphQL */ `
    query Both($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Proposal {
          id name: title proposalKind: kind mentionCount proposers { name } mergedFrom { id name: title }
          versions { label datedOn points { point { id } } }
          statements(first: 1) { totalCount } positions(first: 100) { nodes { holder { name } stance } }
        }
      }
    }`;
  static merge = 'mutation Merge($into: ID!, $from: [ID!]!, $note: String) { mergeProposals(into: $into, from: $from, note: $note) { proposal { id } } }';
  static unmerge = 'mutation Unmerge($id: ID!) { unmergeProposal(id: $id) { proposal { id } } }';

  rows(into, from) {
    const names = t.review.merge.rows;
    const versions = (one) => one.versions.map(({ label: name, datedOn }) => (datedOn ? `${name} (${dayText(datedOn)})` : name));
    const points = ({ versions }) => new Set(versions.flatMap((version) => version.points.map(({ point }) => point.id))).size;
    return [
      [names.name, into.name, from.name, into.name],
      [names.kind, label('proposalKind', into.proposalKind), label('proposalKind', from.proposalKind), label('proposalKind', into.proposalKind)],
      several(names.proposers, ({ proposers }) => proposers.map(({ name }) => name), into, from),
      [names.versions, listed(versions(into)), listed(versions(from)), listed([...versions(into), ...versions(from)])],
      [names.points, points(into), points(from), t.review.mergeProposals.atMost(points(into) + points(from))],
      several(names.positions, ({ positions }) => (positions?.nodes ?? []).map(({ holder, stance }) => `${holder.name}: ${label('stance', stance)}`), into, from),
      [names.mentions, into.mentionCount, from.mentionCount, into.mentionCount + from.mentionCount],
      [names.statements, statements(into), statements(from), t.review.mergeProposals.atMost(statements(into) + statements(from))],
    ];
  }
}

customElements.define('review-merge', MergeActors);
customElements.define('review-merge-proposals', MergeProposals);
