import { LitElement } from 'lit';

/**
 * A page or a part with state of its own. It renders into the document itself rather than into a shadow tree: one style
 * sheet, labels and headings that assistive technology sees in one outline, text that can be selected across parts.
 */
export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }
}

/** A page: gets its parameters from the address and names itself in the window's title. */
export class Page extends Part {
  static properties = { params: { attribute: false } };

  /** The path it stands at. Once one has gone elsewhere, the address is no longer its own: it stays as it is until replaced. */
  path = location.pathname;

  shouldUpdate() {
    return location.pathname === this.path;
  }

  get query() {
    return new URLSearchParams(location.search);
  }

  /** The moment as of which the record is read, or undefined for now. */
  get knownAt() {
    return knownAt();
  }

  updated() {
    const name = this.name?.();
    document.title = name ? `${name} · Parley` : 'Parley';
  }
}

/** The moment as of which the address asks to read the record: the end of the day that it names. */
export function knownAt() {
  const day = new URLSearchParams(location.search).get('known');
  return /^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? `${day}T23:59:59.999Z` : undefined;
}
