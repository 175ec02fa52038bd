import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { Renewal } from '../core/renewal.js';
import { go, link, withParams } from '../core/router.js';
import { choices, label, t } from '../texts.js';
import { Arrivals } from '../parts/arrivals.js';
import { pager, paging } from '../parts/pager.js';
import { empty, shown } from '../parts/states.js';
import { statementRow, STATEMENT } from '../parts/statement.js';

const STATEMENTS = /* GraphQL */ `
  query Statements($filter: StatementFilter, $first: Int, $after: String, $last: Int, $before: String, $knownAt: DateTime) {
    statements(filter: $filter, first: $first, after: $after, last: $last, before: $before, knownAt: $knownAt) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { ...StatementParts }
    }
  }
  ${STATEMENT}`;

const EVERYTHING = /* GraphQL */ `
  query Search($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
    search(text: $text, kinds: $kinds, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { kind title highlight { text hit } node { id ... on Proposal { slug } ... on Article { outlet { id name } } ... on Statement { speaker { id name } } } }
    }
  }`;

const OUTLETS = '{ outlets(first: 100) { nodes { id name } } }';

const TEXTS = ['speakerName', 'text'];
const LISTS = ['speaker', 'outlet', 'proposal', 'stance', 'act', 'form', 'party'];
const DAYS = ['statedFrom', 'statedTo', 'publishedFrom', 'publishedTo'];
const MARKS = ['corroborated', 'anonymous'];

/** The filter that the address names. */
function filterOf(query) {
  const filter = {};
  for (const name of [...TEXTS, ...DAYS]) {
    if (query.get(name)) {
      filter[name] = query.get(name);
    }
  }
  for (const name of MARKS) {
    if (query.has(name)) {
      filter[name] = query.get(name) === 'true';
    }
  }
  for (const name of LISTS) {
    if (query.get(name)) {
      filter[name] = query.getAll(name);
    }
  }
  return filter;
}

/** Statements by who, what and when; or everything by words. Filters live in the address. */
class Search extends Page {
  constructor() {
    super();
    this.load = new Load(this, () => {
      if (!this.everything) {
        return { query: STATEMENTS, variables: { ...paging(this.query), filter: filterOf(this.query), knownAt: this.knownAt } };
      }
      const text = this.query.get('q');
      const kinds = this.query.getAll('kind');
      return text ? { query: EVERYTHING, variables: { text, kinds: kinds.length > 0 ? kinds : null, first: 25, after: this.query.get('after') } } : undefined;
    });
    this.outlets = new Load(this, () => (this.everything ? undefined : { query: OUTLETS }));
    this.arrivals = new Arrivals(this, () => !this.everything && !this.query.has('after') && !this.query.has('before') && filterOf(this.query), new Renewal(this, this.load).soon);
  }

  get everything() {
    return this.path === '/search';
  }

  name() {
    return this.everything ? t.search.name : t.search.statements;
  }

  render() {
    return html`
      <h1>${this.name()}</h1>
      ${this.everything ? this.#words() : this.#filters()}
      ${this.everything && !this.query.get('q') ? empty(t.search.hint, '') : shown(this.load, (data) => (this.everything ? this.#hits(data.search) : this.#rows(data.statements)))}`;
  }

  #words() {
    const kinds = this.query.getAll('kind');
    return html`
      <form class="filters" role="search" aria-label=${t.search.name} @submit=${this.#change} @change=${this.#change}>
        <label>${t.search.text} <input type="search" name="q" .value=${this.query.get('q') ?? ''} /></label>
        <fieldset><legend class="hidden">${t.lists.kind}</legend>
          ${choices('searchKind').map(([value, text]) => html`<label class="tick"><input type="checkbox" name="kind" value=${value} .checked=${kinds.includes(value)} /> ${text}</label>`)}
        </fieldset>
        ${this.knownAt ? html`<p class="quiet">${t.search.pastHint}</p>` : nothing}
      </form>`;
  }

  #filters() {
    const { query } = this;
    const outlets = this.outlets.value?.outlets?.nodes ?? [];
    const choice = (name, text, options) => html`<label>${text}
      <select name=${name}><option value="">${t.search.any}</option>${options.map(([value, words]) => html`<option value=${value} ?selected=${query.getAll(name).includes(value)}>${words}</option>`)}</select></label>`;
    const narrowed = Object.keys(filterOf(query)).length > 0;
    return html`
      <form class="filters" role="search" aria-label=${t.search.filters} @submit=${this.#change} @change=${this.#change}>
        <label>${t.search.text} <input type="search" name="text" .value=${query.get('text') ?? ''} /></label>
        <label>${t.search.speaker} <input type="search" name="speakerName" .value=${query.get('speakerName') ?? ''} /></label>
        ${choice('stance', t.search.stance, choices('stance'))}
        ${choice('act', t.search.act, choices('act').filter(([value]) => value !== 'OTHER'))}
        ${choice('form', t.search.form, choices('form'))}
        ${choice('outlet', t.search.outlet, outlets.map(({ id, name }) => [id, name]))}
        <label>${t.search.from} <input type="date" name="statedFrom" .value=${query.get('statedFrom') ?? ''} /></label>
        <label>${t.search.until} <input type="date" name="statedTo" .value=${query.get('statedTo') ?? ''} /></label>
        ${narrowed ? html`<a class="button" href=${link('/statements')}>${t.lists.clear}</a>` : nothing}
      </form>`;
  }

  #change = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const changed = Object.fromEntries([...new Set(['kind', ...[...event.currentTarget.elements].map(({ name }) => name)])].filter(Boolean).map((name) => [name, form.getAll(name)]));
    go(withParams({ ...changed, after: null, before: null }), { stay: true });
  };

  #rows(statements) {
    const rows = this.arrivals.over(statements.nodes);
    return html`
      <p class="quiet" role="status">${t.count((statements.totalCount ?? 0) + rows.length - statements.nodes.length, 'statement')}</p>
      ${rows.length === 0 ? empty(t.lists.none, t.lists.noneHint) : rows.map((one) => statementRow(one, { fresh: this.arrivals.isFresh(one) }))}
      ${pager(statements)}`;
  }

  #hits(search) {
    return html`
      <p class="quiet" role="status">${t.search.hits(search.totalCount ?? search.nodes.length)}</p>
      ${search.nodes.length === 0 ? empty(t.lists.none, t.search.noneHint) : search.nodes.filter(({ node }) => node).map((hit) => this.#hit(hit))}
      ${pager(search)}`;
  }

  #hit({ kind, title, highlight, node }) {
    const place = { STATEMENT: 'statements', ARTICLE: 'articles', ACTOR: 'actors', PROPOSAL: 'proposals' }[kind];
    const from = node.outlet?.name ?? node.speaker?.name;
    const marked = highlight.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text));
    const whole = highlight.map(({ text }) => text).join('') === title;
    return html`
      <article class="hit">
        <p><span class="quiet">${label('searchKind', kind)}${from ? ` · ${from}` : nothing}</span></p>
        <h2><a href=${link(`/${place}/${kind === 'PROPOSAL' ? node.slug : node.id}`)}>${whole ? marked : title}</a></h2>
        ${whole || highlight.length === 0 ? nothing : html`<p>${marked}</p>`}
      </article>`;
  }
}

customElements.define('page-search', Search);
