import { html, nothing } from 'lit';
import { Work } from '../core/work.js';
import { link } from '../core/router.js';
import { t } from '../texts.js';

const PLACES = ['articles', 'feeds', 'outlets', 'imports', 'keys', 'webhooks', 'audit'];

/** An administrator's page, with the way to the others. */
export class Desk extends Work {
  static scope = 'admin';

  above() {
    return html`<nav class="tabs" aria-label=${t.nav.admin}>
      ${PLACES.map((place) => {
        const here = location.pathname === `/admin/${place}` || (place === 'articles' && location.pathname === '/admin');
        return html`<a href=${link(`/admin/${place}`)} aria-current=${here ? 'page' : nothing}>${t.admin.places[place]}</a>`;
      })}
    </nav>`;
  }
}

/** The values of a form, without those left empty. */
export function filled(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
}
