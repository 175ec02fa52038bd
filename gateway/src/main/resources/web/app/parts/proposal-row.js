import { html, nothing } from 'lit';
import { t, label } from '../texts.js';
import { link } from '../core/router.js';
import { day } from '../core/format.js';
import { stance } from './marks.js';
import { actorLink, proposalLink } from './statement.js';
import { speaksForAnother } from './positions.js';

export const PROPOSAL_ROW = /* GraphQL */ `
  fragment ProposalRow on Proposal {
    id slug title kind mentionCount withdrawnOn
    proposers { id name }
    respondsTo { id slug title }
    versions { id label pointCount datedOn position }
    currentVersion { id }
    positions(first: 20) { nodes { holder { id name kind party { id } } stance claimedBy { id } version { id } } }
  }`;

/** Who puts it forward. */
export function proposers(list) {
  return list.length === 0
    ? html`<span class="unknown">${t.proposal.nobody}</span>`
    : html`${t.proposal.by} ${list.map((actor, at) => html`${at > 0 ? ', ' : ''}${actorLink(actor)}`)}`;
}

/** The stance of each side, in its own words; its latest where it has one on several versions. */
function sides(positions) {
  const parties = new Map();
  for (const position of positions) {
    const { holder, claimedBy } = position;
    if (holder.kind !== 'PERSON' && !speaksForAnother(holder) && !claimedBy && !parties.has(holder.id)) {
      parties.set(holder.id, position);
    }
  }
  return [...parties.values()];
}

/** A proposal as a row: its versions in order, and where each side stands. */
export function proposalRow({ slug, title, kind, proposers: by, versions, positions, withdrawnOn, respondsTo }) {
  return html`
    <article class="proposal-row">
      <header>
        <h3><a href=${link(`/proposals/${slug}`)}>${title}</a></h3>
        <span class="quiet">${label('proposalKind', kind)} ${proposers(by)}${withdrawnOn ? html`, ${t.proposal.withdrawn} ${day(withdrawnOn)}` : nothing}</span>
        ${respondsTo ? html`<span class="quiet">${t.proposal.respondsTo.toLowerCase()} ${proposalLink(respondsTo)}</span>` : nothing}
      </header>
      <ol class="steps" aria-label=${t.proposal.versions}>
        ${versions.map(({ pointCount, datedOn, label: name }) => html`
          <li><a href=${link(`/proposals/${slug}`)} title=${name}>${pointCount === null ? name : t.proposal.points(pointCount)}</a>
            <span class="quiet">${datedOn ? day(datedOn) : t.proposal.undated}</span></li>`)}
      </ol>
      <ul class="sides-taken">
        ${sides(positions?.nodes ?? []).map(({ holder, stance: value }) => html`<li>${actorLink(holder)} ${stance(value)}</li>`)}
      </ul>
    </article>`;
}
