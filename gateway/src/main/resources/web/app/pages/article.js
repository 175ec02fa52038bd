import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { OnSession, session } from '../core/session.js';
import { go, link, withParams } from '../core/router.js';
import { day, moment, percent, short, webAddress } from '../core/format.js';
import { label, t } from '../texts.js';
import { changes } from '../parts/words.js';
import { stance } from '../parts/marks.js';
import { markedText } from '../parts/marked-text.js';
import { empty, notFound, shown } from '../parts/states.js';
import { proposalLink, statementRow, STATEMENT } from '../parts/statement.js';

const QUESTION = /* GraphQL */ `
  query Article($id: ID!, $knownAt: DateTime) {
    node(id: $id, knownAt: $knownAt) {
      ... on Article {
        id headline url byline dateline publishedAt publishedAtBasis retrievedAt language version sha256 state stateReason flags origin file
        outlet { id name }
        versions { number headline text sha256 retrievedAt regions { kind start end } }
        duplicates(first: 20) { nodes { kind similarity other { id headline publishedAt outlet { id name } } } }
        assertions(first: 50) { nodes { id field value proposal { id slug title } receipts { articleVersion start end exact } } }
        statements(first: 100) { totalCount nodes { ...StatementParts rule cue { exact } speakerMention { exact } placed: receipts { current { start end } } } }
      }
    }
  }
  ${STATEMENT}`;

/** An article as printed, with the words marked that prove statements. */
class ArticlePage extends Page {
  static properties = { hovered: { state: true } };

  constructor() {
    super();
    new OnSession(this);
    this.load = new Load(this, () => ({ query: QUESTION, variables: { id: this.params.id, knownAt: this.knownAt } }));
  }

  name() {
    return short(this.load.value?.node?.headline, 60);
  }

  render() {
    return shown(this.load, ({ node }) => (node?.id ? this.#page(node) : notFound()));
  }

  updated() {
    super.updated();
    if (session.may('admin')) {
      import('../admin/retraction.js');
    }
    const at = this.query.get('at');
    if (at && at !== this.reached && this.load.value) {
      this.reached = at;
      const start = Number(at.split('-')[0]);
      const mark = this.querySelector(`mark[data-start='${start}']`);
      mark?.scrollIntoView({ block: 'center' });
    }
  }

  #page(article) {
    const shownVersion = article.versions.find(({ number }) => String(number) === this.query.get('version'))
      ?? article.versions.find(({ number }) => number === article.version) ?? article.versions.at(-1);
    const before = this.query.has('changes') && article.versions.find(({ number }) => number === shownVersion.number - 1);
    return html`
      <header class="title">
        <p class="quiet">${article.outlet?.name ?? t.article.noOutlet}${article.publishedAt ? html` · ${moment(article.publishedAt)}` : nothing}${article.byline ? ` · ${article.byline}` : nothing}</p>
        <h1>${shownVersion?.headline ?? article.headline ?? t.article.noHeadline}</h1>
        ${article.state === 'ACTIVE' ? nothing : html`<p class="warn" role="note">${article.state === 'RETRACTED' ? t.article.retracted : label('articleState', article.state)} ${article.stateReason ?? ''}</p>`}
        ${this.#facts(article)}
        ${this.#versions(article, shownVersion)}
      </header>
      <div class="reader">
        <div>${before ? this.#changes(before, shownVersion) : this.#text(article, shownVersion)}</div>
        <aside aria-label=${t.article.selected}>${this.#selected(article)}</aside>
      </div>
      ${this.#assertions(article)}
      ${this.#duplicates(article)}
      ${article.state !== 'RETRACTED' && session.may('admin') ? html`<article-retraction .article=${article.id} @retracted=${() => this.load.again()}></article-retraction>` : nothing}`;
  }

  #facts({ url, flags, origin, sha256, retrievedAt, statements }) {
    const original = webAddress(url);
    return html`<p class="counts">
      <span>${t.article.statements(statements?.totalCount ?? 0)}</span>
      ${flags.map((flag) => html`<span class="warn">${label('flag', flag)}</span>`)}
      ${origin ? html`<span>${t.article.origin} ${origin}</span>` : nothing}
      <span>${t.article.retrieved} ${moment(retrievedAt)}</span>
      <span title=${sha256}>SHA-256 ${sha256.slice(0, 12)}…</span>
      ${original ? html`<a href=${original} target="_blank" rel="noopener noreferrer external">${t.article.original}</a>` : nothing}
    </p>`;
  }

  #versions({ versions }, shownVersion) {
    if (versions.length < 2) {
      return nothing;
    }
    return html`<p class="tabs">
      ${versions.map(({ number, retrievedAt }) => html`<a href=${withParams({ version: number, changes: null, at: null, s: null })} data-stay aria-current=${number === shownVersion.number && !this.query.has('changes') ? 'true' : nothing}>${t.article.version(number)} <span class="quiet">${day(retrievedAt)}</span></a>`)}
      ${shownVersion.number > 1 ? html`<a href=${withParams({ version: shownVersion.number, changes: '1', at: null })} data-stay aria-current=${this.query.has('changes') ? 'true' : nothing}>${t.article.compareWith(shownVersion.number - 1)}</a>` : nothing}
    </p>`;
  }

  #text(article, { number, text, regions }) {
    if (!text) {
      return empty(t.article.noText, '');
    }
    const statements = article.statements?.nodes ?? [];
    const spans = statements.flatMap(({ id, receipts, placed }) =>
      receipts.map((receipt, at) => ({ receipt, current: placed[at].current }))
        .filter(({ receipt }) => receipt.field === 'TEXT')
        .map(({ receipt, current }) => (receipt.articleVersion === number ? receipt : number === article.version ? current : null))
        .filter(Boolean)
        .map(({ start, end }) => ({ start, end, id })));
    // Longer ones first: of words that several rest on, the shortest is meant.
    spans.sort((one, other) => other.end - other.start - (one.end - one.start));
    return html`
      ${statements.length === 0 ? empty(t.article.noStatements, t.article.noStatementsHint) : html`<p class="hidden">${t.article.marks}</p>`}
      ${markedText(text, spans, regions, {
        chosen: this.hovered ?? this.#chosen(statements)?.id,
        hover: (id) => { this.hovered = id; },
        choose: (id) => {
          this.hovered = undefined;
          go(withParams({ s: id, at: null }), { stay: true, replace: true });
        },
      })}`;
  }

  #chosen(statements) {
    const at = this.query.get('at');
    const id = this.hovered ?? this.query.get('s');
    return id
      ? statements.find((one) => one.id === id)
      : at && statements.find(({ receipts }) => receipts.some(({ start, end }) => `${start}-${end}` === at));
  }

  #selected({ statements }) {
    const chosen = this.#chosen(statements?.nodes ?? []);
    if (!chosen) {
      return html`<p class="quiet">${t.article.pick}</p>`;
    }
    const names = t.statement.detail;
    return html`${statementRow(chosen)}
      <dl class="facts">
        ${chosen.speakerMention ? html`<dt>${names.mention}</dt><dd>${chosen.speakerMention.exact}</dd>` : nothing}
        ${chosen.cue ? html`<dt>${names.cue}</dt><dd>${chosen.cue.exact}</dd>` : nothing}
        <dt>${names.form}</dt><dd>${label('form', chosen.form)}</dd>
        <dt>${names.confidence}</dt><dd>${percent(chosen.confidence)}</dd>
      </dl>
      <p><a href=${link(`/statements/${chosen.id}`)}>${t.statement.details}</a></p>`;
  }

  #changes(before, after) {
    return html`<div class="text">${changes(before.text ?? '', after.text ?? '').map(({ change, text }) =>
      change === 'SAME' ? text : change === 'ADDED' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`)}</div>`;
  }

  #assertions({ assertions }) {
    const list = assertions?.nodes ?? [];
    return list.length === 0 ? nothing : html`
      <section><h2>${t.article.asserts}</h2>
        <ul class="rows tight">${list.map(({ field, value, proposal, receipts: [first] }) => html`
          <li><span class="quiet">${t.article.fields[field] ?? field}</span> ${first ? html`<a href=${withParams({ version: first.articleVersion, at: `${first.start}-${first.end}` })} data-stay>${field === 'stance' ? first.exact : value}</a>` : value}
            ${field === 'stance' ? stance(value) : nothing}
            ${proposal ? html`<span class="quiet">${t.statement.about}</span> ${proposalLink(proposal)}` : nothing}</li>`)}</ul></section>`;
  }

  #duplicates({ duplicates }) {
    const list = duplicates?.nodes ?? [];
    return list.length === 0 ? nothing : html`
      <section><h2>${t.article.duplicates}</h2>
        <ul class="rows tight">${list.filter(({ other }) => other).map(({ kind, similarity, other }) => html`
          <li><a href=${link(`/articles/${other.id}`)}>${other.headline ?? t.article.noHeadline}</a>
            <span class="quiet">${other.outlet?.name ?? t.article.noOutlet}${other.publishedAt ? html`, ${day(other.publishedAt)}` : nothing} · ${label('duplicate', kind)}${similarity === null ? nothing : `, ${percent(similarity)}`}</span></li>`)}</ul></section>`;
  }
}

customElements.define('page-article', ArticlePage);
