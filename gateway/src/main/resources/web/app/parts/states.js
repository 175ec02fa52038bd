/** What stands in for content: while it loads, when there is none, when it cannot be had. */
import { html, nothing } from 'lit';
import { t } from '../texts.js';
import { link } from '../core/router.js';

const skeleton = html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i></div>`;

export function empty(text, hint, action = nothing) {
  return html`<div class="empty"><p>${text}</p><p class="quiet">${hint}</p>${action}</div>`;
}

export function failed(failure, again) {
  const signIn = failure.code === 'UNAUTHENTICATED' || failure.code === 'FORBIDDEN';
  return html`
    <div class="failed" role="alert">
      <p><strong>${t.states.failed}</strong> ${failure.message}</p>
      ${signIn
        ? html`<a class="button" href=${link('/sign-in', { then: location.pathname + location.search })}>${t.nav.signIn}</a>`
        : html`<button @click=${again}>${t.states.again}</button>`}
    </div>`;
}

export function notFound() {
  return html`
    <div class="empty">
      <h1>${t.failures.notFound}</h1>
      <p class="quiet">${t.failures.notFoundHint}</p>
    </div>`;
}

/** What could not be had of a page that is otherwise there; each reason once. */
function partly(problems) {
  const reasons = [...new Set(problems.map((problem) => problem.message))];
  return html`<div class="failed" role="alert"><p>${t.states.partly} ${reasons.join(' ')}</p></div>`;
}

/** Beside what is shown, so that nothing moves. */
const slow = (load) => (load.slow ? html`<p class="slow" role="status">${t.states.slow}</p>` : nothing);

/**
 * Shows what a load brought, or how it stands.
 *
 * @param {import('../core/load.js').Load} load
 * @param {(value: object) => unknown} show
 */
export function shown(load, show) {
  if (load.failure) {
    return load.failure.code === 'NOT_FOUND' ? notFound() : failed(load.failure, () => load.again());
  }
  if (!load.value) {
    return html`<div role="status" class="loading"><span class="hidden">${t.states.loading}</span>${skeleton}</div>${slow(load)}`;
  }
  return html`${slow(load)}${load.problems.length > 0 ? partly(load.problems) : nothing}${show(load.value)}`;
}
