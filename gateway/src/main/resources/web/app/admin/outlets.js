import { html, nothing } from 'lit';
import { change } from '../core/api.js';
import { Load } from '../core/load.js';
import { day, number, percent, webAddress } from '../core/format.js';
import { link, withParams } from '../core/router.js';
import { choices, label, t } from '../texts.js';
import { pager } from '../parts/pager.js';
import { empty, shown } from '../parts/states.js';
import { Desk } from './desk.js';

const FIELDS = 'id name homepage kind country timeZone state';
const QUESTION = `query Outlets($days: Int) {
  outlets(first: 100) { totalCount nodes { ${FIELDS} scorecard(days: $days) { articles first firstShare corrected correctedShare deleted deletedShare retracted retractedShare wireCopies wireCopyShare statements corroborated corroboratedShare anonymous anonymousShare from to } } } }`;
const ROWS = `query Rows($outlet: ID!, $metric: ScorecardMetric!, $days: Int, $after: String) {
  scorecardArticles(outlet: $outlet, metric: $metric, days: $days, first: 25, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id headline publishedAt state } } }`;
const ADD = `mutation Add($input: OutletInput!) { addOutlet(input: $input) { outlet { ${FIELDS} } } }`;
const UPDATE = `mutation Update($id: ID!, $patch: OutletPatch!) { updateOutlet(id: $id, patch: $patch) { outlet { ${FIELDS} } } }`;
const RETIRE = 'mutation Retire($id: ID!) { retireOutlet(id: $id) { outlet { id state } } }';
const RESUME = 'mutation Resume($id: ID!) { resumeOutlet(id: $id) { outlet { id state } } }';
/** Numbers that count articles, each with its share and the name its rows go by. */
const OF_ARTICLES = [['articles', undefined, 'ARTICLES'], ['first', 'firstShare', 'FIRST'], ['corrected', 'correctedShare', 'CORRECTED'], ['deleted', 'deletedShare', 'DELETED'], ['retracted', 'retractedShare', 'RETRACTED'], ['wireCopies', 'wireCopyShare', 'WIRE_COPY']];
/** Numbers that count statements: a filter of the list of statements leads to them. */
const OF_STATEMENTS = [['statements'], ['corroborated', 'corroboratedShare'], ['anonymous', 'anonymousShare']];

/** A number, with the rows behind it where there are some. */
const figure = (scorecard, count, share, rows) => html`<td class="figure">${scorecard?.[count] ? html`<a href=${rows} data-stay>${number(scorecard[count])}</a>` : number(scorecard?.[count])}${scorecard?.[share] ? html` <span class="quiet">${percent(scorecard[share])}</span>` : nothing}</td>`;

/** Outlets and how they do. */
class Outlets extends Desk {
  static properties = { editing: { state: true } };

  constructor() {
    super();
    this.load = new Load(this, () => (this.allowed ? { query: QUESTION, variables: { days: this.days } } : undefined));
    this.rows = new Load(this, () => (this.allowed && this.chosen ? { query: ROWS, variables: { ...this.chosen, days: this.days, after: this.query.get('after') } } : undefined));
  }

  get chosen() {
    const [metric, outlet] = this.query.get('rows')?.split(' ') ?? [];
    return metric && { metric, outlet };
  }

  get days() {
    return Number(this.query.get('days') ?? 30);
  }

  name() {
    return t.admin.places.outlets;
  }

  body() {
    return html`
      <p class="tabs">${[7, 30, 90].map((days) => html`<a href=${withParams({ days })} data-stay aria-current=${days === this.days ? 'true' : nothing}>${t.admin.outlets.days(days)}</a>`)}
        <button @click=${() => { this.editing = {}; }}>${t.admin.outlets.add}</button></p>
      ${this.editing ? this.#form(this.editing) : nothing}
      ${shown(this.load, ({ outlets }) => (outlets.nodes.length === 0 ? empty(t.admin.outlets.none, t.admin.outlets.noneHint) : [this.chosen ? this.#rows(outlets.nodes) : nothing, this.#table(outlets.nodes)]))}`;
  }

  /** The articles behind a number. */
  #rows(outlets) {
    const { metric, outlet } = this.chosen;
    const [measure] = OF_ARTICLES.find(([, , name]) => name === metric) ?? [];
    return html`<section class="evidence" aria-live="polite">
      <h2>${outlets.find(({ id }) => id === outlet)?.name}: ${t.admin.outlets.measures[measure]}</h2>
      ${shown(this.rows, ({ scorecardArticles: list }) => html`<ul class="rows tight">${list.nodes.map(({ id, headline, publishedAt, state }) => html`
        <li><a href=${link(`/articles/${id}`)}>${headline ?? t.article.noHeadline}</a> <span class="quiet">${day(publishedAt)}${state === 'ACTIVE' ? nothing : `, ${label('articleState', state)}`}</span></li>`)}</ul>${pager(list)}`)}
      <p><a href=${withParams({ rows: null, after: null })} data-stay>${t.proposal.close}</a></p>
    </section>`;
  }

  #table(outlets) {
    return html`<div class="wide" tabindex="0" role="region" aria-label=${this.name()}><table>
      <thead><tr><th scope="col">${t.admin.outlets.outlet}</th>
        ${[...OF_ARTICLES, ...OF_STATEMENTS].map(([measure]) => html`<th scope="col" class="figure">${t.admin.outlets.measures[measure]}</th>`)}<th scope="col"><span class="hidden">${t.admin.actions}</span></th></tr></thead>
      <tbody>${outlets.map((outlet) => this.#row(outlet))}</tbody></table></div>`;
  }

  #row(outlet) {
    const { id, name, homepage, kind, country, timeZone, state, scorecard } = outlet;
    const home = webAddress(homepage);
    const retired = state === 'RETIRED';
    return html`<tr>
      <th scope="row" class="named">${home ? html`<a href=${home} target="_blank" rel="noopener noreferrer external">${name}</a>` : name}
        <span class="quiet block">${[label('outletKind', kind), country, timeZone, retired ? label('state', state) : ''].filter(Boolean).join(', ')}</span></th>
      ${OF_ARTICLES.map(([count, share, metric]) => figure(scorecard, count, share, withParams({ rows: `${metric} ${id}`, after: null })))}
      ${OF_STATEMENTS.map(([count, share]) => figure(scorecard, count, share, link('/statements', { outlet: id, publishedFrom: scorecard?.from, publishedTo: scorecard?.to, ...(share ? { [count]: true } : {}) })))}
      <td class="acts"><button class="plain" @click=${() => { this.editing = outlet; }} aria-label="${t.admin.edit} ${name}">${t.admin.edit}</button>
        <button class="plain" ?disabled=${this.busy} aria-label="${retired ? t.admin.resume : t.admin.retire} ${name}" @click=${() => this.#act(retired ? RESUME : RETIRE, { id })}>${retired ? t.admin.resume : t.admin.retire}</button></td>
    </tr>`;
  }

  #form({ id, name, homepage, kind, country, timeZone }) {
    const field = (field, value, type = 'text') => html`<label>${t.admin.outlets.fields[field]} <input type=${type} name=${field} .value=${value ?? ''} ?required=${field === 'name'} />${this.fieldFailure(field)}</label>`;
    return html`<form class="sheet" @submit=${(event) => this.#save(event, id)}>
      <h2>${id ? name : t.admin.outlets.add}</h2>
      ${field('name', name)} ${field('homepage', homepage, 'url')}
      <div class="pair">
        <label>${t.admin.outlets.fields.kind} <select name="kind">${choices('outletKind').map(([value, text]) => html`<option value=${value} ?selected=${value === kind}>${text}</option>`)}</select></label>
        ${field('country', country)} ${field('timeZone', timeZone)}
      </div>
      <p class="buttons"><button class="main" ?disabled=${this.busy}>${t.admin.save}</button> <button type="button" @click=${() => { this.editing = undefined; }}>${t.admin.cancel}</button></p>
    </form>`;
  }

  async #save(event, id) {
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim() === '' ? null : value.trim()]));
    const done = await this.do(() => (id ? change(UPDATE, { id, patch: values }) : change(ADD, { input: values })), t.admin.saved);
    if (done) {
      this.editing = undefined;
      this.load.again();
    }
  }

  async #act(mutation, variables) {
    await this.do(() => change(mutation, variables), t.admin.saved);
    this.load.again();
  }
}

customElements.define('admin-outlets', Outlets);
