import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { Renewal } from '../core/renewal.js';
import { go, link, withParams } from '../core/router.js';
import { day } from '../core/format.js';
import { choices, label, t } from '../texts.js';
import { CONFLICT, conflictRow } from '../parts/conflict.js';
import { followProposals, followStatements } from '../parts/follow.js';
import { pager, paging } from '../parts/pager.js';
import { PROPOSAL_ROW, proposalRow } from '../parts/proposal-row.js';
import { empty, shown } from '../parts/states.js';

const PAGE = '$first: Int, $after: String, $last: Int, $before: String';
const PAGED = 'first: $first, after: $after, last: $last, before: $before';
const AROUND = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** A list of one kind of rows, a page at a time; words and one kind can narrow it down, in the address. */
class List extends Page {
  constructor() {
    super();
    const { query, kinds, past } = this.constructor;
    this.load = new Load(this, () => {
      const filter = {};
      const text = this.query.get('text');
      const kind = this.query.get('kind');
      if (text) {
        filter.text = text;
      }
      if (kinds && kind) {
        filter[kinds.field] = [kind];
      }
      return { query, variables: { ...paging(this.query), filter, ...(past ? { knownAt: this.knownAt } : {}) } };
    });
    this.constructor.follow?.(this, new Renewal(this, this.load).soon);
  }

  name() {
    return this.constructor.title;
  }

  render() {
    const { title, noun, row, field, none } = this.constructor;
    return html`
      <h1>${title}</h1>
      ${this.#filters()}
      ${shown(this.load, (data) => {
        const list = data[field];
        return html`
          <p class="quiet" role="status">${t.count(list.totalCount ?? list.nodes.length, noun)}</p>
          ${list.nodes.length === 0 ? this.#nothing(none) : list.nodes.map(row)}
          ${pager(list)}`;
      })}`;
  }

  #nothing(none) {
    const narrowed = this.query.has('text') || this.query.has('kind');
    return narrowed
      ? empty(t.lists.none, t.lists.noneHint, html`<p><a class="button" href=${link(location.pathname)}>${t.lists.clear}</a></p>`)
      : empty(...none);
  }

  #filters() {
    const { kinds, searchable = true } = this.constructor;
    const change = (event) => {
      event.preventDefault();
      const form = new FormData(event.currentTarget);
      go(withParams({ text: form.get('text'), kind: form.get('kind'), after: null, before: null }), { stay: true });
    };
    return html`
      <form class="filters" role="search" aria-label=${t.search.filters} @change=${change} @submit=${change}>
        ${searchable ? html`<label>${t.search.text} <input type="search" name="text" .value=${this.query.get('text') ?? ''} /></label>` : nothing}
        ${kinds
          ? html`<label>${kinds.text}
              <select name="kind">
                <option value="">${t.search.any}</option>
                ${choices(kinds.labels).map(([value, text]) => html`<option value=${value} ?selected=${value === this.query.get('kind')}>${text}</option>`)}
              </select></label>`
          : nothing}
      </form>`;
  }
}

class Proposals extends List {
  static title = t.lists.proposals;
  static noun = 'proposal';
  static field = 'proposals';
  static row = proposalRow;
  static past = true;
  static none = [t.start.noProposals, t.start.noProposalsHint];
  static kinds = { field: 'kind', labels: 'proposalKind', text: t.lists.kind };
  static follow = (page, soon) => followProposals(page, () => ({}), soon);
  static query = `query Proposals(${PAGE}, $filter: ProposalFilter, $knownAt: DateTime) {
    proposals(${PAGED}, filter: $filter, knownAt: $knownAt) { ${AROUND} nodes { ...ProposalRow } } } ${PROPOSAL_ROW}`;
}

const actorRow = ({ id, name, kind, party, roles, statements }) => html`
  <article class="line">
    <h3><a href=${link(`/actors/${id}`)}>${name}</a></h3>
    <span class="quiet">${label('actorKind', kind)}${party && party.id !== id ? html`, ${t.actor.party.toLowerCase()} ${party.name}` : nothing}</span>
    <span class="quiet">${roles.slice(0, 2).map(({ role }) => role).join(', ')}</span>
    <span class="end">${t.count(statements?.totalCount ?? 0, 'statement')}</span>
  </article>`;

class Actors extends List {
  static title = t.lists.actors;
  static noun = 'actor';
  static field = 'actors';
  static row = actorRow;
  static none = [t.lists.none, t.start.noStatementsHint];
  static kinds = { field: 'kind', labels: 'actorKind', text: t.lists.kind };
  static query = `query Actors(${PAGE}, $filter: ActorFilter) {
    actors(${PAGED}, filter: $filter) { ${AROUND} nodes { id name kind party { id name } roles { role } statements(first: 1) { totalCount } } } }`;
}

const articleRow = ({ id, headline, outlet, publishedAt, flags, state, version, statements }) => html`
  <article class="line">
    <h3><a href=${link(`/articles/${id}`)}>${headline ?? t.article.noHeadline}</a></h3>
    <span class="quiet">${outlet?.name ?? t.article.noOutlet}${publishedAt ? html`, ${day(publishedAt)}` : nothing}</span>
    <span>${[...flags.map((flag) => label('flag', flag)), ...(state === 'ACTIVE' ? [] : [label('articleState', state)]), ...(version > 1 ? [t.article.version(version).toLowerCase()] : [])].join(', ')}</span>
    <span class="end">${t.count(statements?.totalCount ?? 0, 'statement')}</span>
  </article>`;

class Articles extends List {
  static title = t.lists.articles;
  static noun = 'article';
  static field = 'articles';
  static row = articleRow;
  static none = [t.lists.noArticles, t.lists.noArticlesHint];
  static kinds = { field: 'state', labels: 'articleState', text: t.lists.state };
  static query = `query Articles(${PAGE}, $filter: ArticleFilter) {
    articles(${PAGED}, filter: $filter) { ${AROUND} nodes { id headline publishedAt flags state version outlet { id name } statements(first: 1) { totalCount } } } }`;
}

class Conflicts extends List {
  static title = t.lists.conflicts;
  static noun = 'conflict';
  static field = 'conflicts';
  static row = conflictRow;
  static past = true;
  static searchable = false;
  static none = [t.start.noConflicts, t.start.noConflictsHint];
  static kinds = { field: 'kind', labels: 'conflictKind', text: t.lists.kind };
  /** A conflict comes with a statement, and goes with one. */
  static follow = followStatements;
  static query = `query Conflicts(${PAGE}, $filter: ConflictFilter, $knownAt: DateTime) {
    conflicts(${PAGED}, filter: $filter, knownAt: $knownAt) { ${AROUND} nodes { ...ConflictParts } } } ${CONFLICT}`;
}

customElements.define('page-proposals', Proposals);
customElements.define('page-actors', Actors);
customElements.define('page-articles', Articles);
customElements.define('page-conflicts', Conflicts);
