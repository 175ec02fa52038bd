import { html, nothing } from 'lit';
import { Page } from '../core/page.js';
import { Load } from '../core/load.js';
import { link } from '../core/router.js';
import { OnSession, session } from '../core/session.js';
import { moment, percent, said, short } from '../core/format.js';
import { label, t } from '../texts.js';
import { CONFLICT, conflictRow } from '../parts/conflict.js';
import { stance } from '../parts/marks.js';
import { quoted, RECEIPT } from '../parts/receipt.js';
import { notFound, shown } from '../parts/states.js';
import { actorLink, proposalLink, speakers, STATEMENT } from '../parts/statement.js';

const QUESTION = /* GraphQL */ `
  query Statement($id: ID!, $knownAt: DateTime) {
    node(id: $id, knownAt: $knownAt) {
      ... on Statement {
        __typename ...StatementParts
        rule knownAt supersededAt
        proof: receipts { ...ReceiptParts }
        cue { exact } speakerMention { exact }
        addressee { value basis } place { value basis } occasion { value basis } channel { kind value basis }
        via { value basis outlet { id name } }
        readings { articleVersion extractor knownAt content confidence rule }
      }
    }
    conflicts(first: 10, filter: { statement: [$id] }, knownAt: $knownAt) { nodes { ...ConflictParts } }
  }
  ${STATEMENT} ${RECEIPT} ${CONFLICT}`;

/** One statement: the words, who said them as far as it is told, and the proof. */
class StatementPage extends Page {
  constructor() {
    super();
    new OnSession(this);
    this.load = new Load(this, () => ({ query: QUESTION, variables: { id: this.params.id, knownAt: this.knownAt } }));
  }

  updated() {
    super.updated();
    if (session.may('review')) {
      import('../review/statement-review.js');
    }
  }

  get statement() {
    return this.load.value?.node;
  }

  name() {
    return this.statement?.content ? short(this.statement.content, 60) : undefined;
  }

  render() {
    return shown(this.load, ({ node, conflicts }) => (node?.content ? this.#page(node, conflicts?.nodes ?? []) : notFound()));
  }

  #page(statement, conflicts) {
    const { content, supersededAt, proof, utterance } = statement;
    return html`
      <p class="quiet">${speakers(statement)} · ${label('act', statement.act)} · ${said(statement)}</p>
      <h1 class="words">${content}</h1>
      ${supersededAt ? html`<p class="warn">${t.statement.superseded}</p>` : nothing}
      ${utterance ? html`<p><a href=${link(`/utterances/${utterance.id}`)}>${t.statement.utterance(utterance.statementCount, utterance.outletCount)}</a></p>` : nothing}
      <div class="beside">
        <section aria-labelledby="receipts"><h2 id="receipts">${t.statement.receipts(proof.length)}</h2>${proof.map(quoted)}</section>
        <section aria-labelledby="details"><h2 id="details">${t.statement.details}</h2>${this.#details(statement)}</section>
      </div>
      ${conflicts.length > 0 ? html`<section><h2>${t.statement.conflicts}</h2>${conflicts.map(conflictRow)}</section>` : nothing}
      ${this.#readings(statement.readings)}
      ${session.may('review') && !supersededAt && !this.knownAt ? html`<statement-review .statement=${statement} @decided=${() => this.load.again()}></statement-review>` : nothing}`;
  }

  #details(statement) {
    const names = t.statement.detail;
    const detail = (one) => one && html`${one.value} <span class="quiet">${label('basis', one.basis)}</span>`;
    const facts = [
      [names.speaker, statement.speakers.map((actor, at) => html`${at > 0 ? ', ' : ''}${actorLink(actor)}`)],
      [names.mention, statement.speakerMention?.exact],
      [names.role, statement.speakerRole],
      [names.party, statement.party && actorLink(statement.party)],
      ...statement.stances.map((one) => [names.stance, html`${stance(one.value)} ${one.proposal ? proposalLink(one.proposal) : nothing} ${one.version?.label ?? nothing}`]),
      [names.said, html`${said(statement)} <span class="quiet">${label('basis', statement.statedOnBasis)}</span>`],
      [names.form, label('form', statement.form)],
      [names.act, html`${label('act', statement.act)}${statement.negated ? ` (${t.statement.negated})` : nothing}`],
      [names.cue, statement.cue?.exact],
      [names.addressee, detail(statement.addressee)],
      [names.place, detail(statement.place)],
      [names.occasion, detail(statement.occasion)],
      [names.channel, statement.channel && html`${label('channel', statement.channel.kind)}: ${detail(statement.channel)}`],
      [names.via, detail(statement.via)],
      [names.review, label('review', statement.review)],
      [names.confidence, html`${percent(statement.confidence)} <span class="quiet">${t.statement.unsure(percent(statement.confidence))}</span>`],
      [names.rule, statement.rule],
      [names.known, moment(statement.knownAt)],
    ];
    return html`<dl class="facts">${facts
      .filter(([, value]) => value && value.length !== 0)
      .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  }

  #readings(readings) {
    if (readings.length < 2) {
      return nothing;
    }
    return html`
      <section><h2>${t.statement.readings}</h2><p class="quiet">${t.statement.readingsHint}</p>
        <ul class="rows">${readings.map((one) => html`<li><span class="quiet">${t.statement.version(one.articleVersion)} · ${moment(one.knownAt)} · ${one.extractor} · ${percent(one.confidence)}</span><p>${one.content}</p></li>`)}</ul>
      </section>`;
  }
}

customElements.define('page-statement', StatementPage);
