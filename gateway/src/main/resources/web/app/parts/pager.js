import { html, nothing } from 'lit';
import { t } from '../texts.js';
import { withParams } from '../core/router.js';

/** Variables of a page of a list, from the address. */
export function paging(query, size = 25) {
  const before = query.get('before');
  return before ? { last: size, before } : { first: size, after: query.get('after') };
}

/** Links to the pages around. */
export function pager({ pageInfo }) {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  if (!hasNextPage && !hasPreviousPage) {
    return nothing;
  }
  return html`
    <nav class="pager" aria-label=${t.states.pages}>
      ${hasPreviousPage
        ? html`<a rel="prev" href=${withParams({ before: startCursor, after: null })}>← ${t.states.newer}</a>`
        : html`<span></span>`}
      ${hasNextPage
        ? html`<a rel="next" href=${withParams({ after: endCursor, before: null })}>${t.states.older} →</a>`
        : nothing}
    </nav>`;
}
