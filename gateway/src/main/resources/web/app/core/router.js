/** Addresses: which page each belongs to, and how to move between them without loading the document anew. */

const routes = [];
const listeners = new Set();

/**
 * Declares a page.
 *
 * @param {string} pattern a path; parts that begin with a colon are parameters
 * @param {string} tag the custom element that shows it
 * @param {() => Promise<unknown>} load imports the module that defines the element
 */
export function route(pattern, tag, load) {
  const names = [];
  const form = pattern.replace(/:(\w+)/g, (_, name) => {
    names.push(name);
    return '([^/]+)';
  });
  routes.push({ form: new RegExp(`^${form}/?$`), names, tag, load });
}

/** The page at a path and its parameters; undefined if there is none. */
export function match(path) {
  for (const { form, names, tag, load } of routes) {
    const found = form.exec(path);
    if (found) {
      const params = Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1])]));
      return { tag, load, params };
    }
  }
  return undefined;
}

/** Calls back after each move, with whether the page stayed the same. */
export function onMove(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Goes to an address of the console.
 *
 * @param {string} address
 * @param {{replace?: boolean, stay?: boolean}} how replace: no entry in the history; stay: neither scroll nor move the focus
 */
export function go(address, { replace = false, stay = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  listeners.forEach((listener) => listener({ stay }));
}

/** The present address with some parameters changed; null or an empty string takes one out, a list repeats it. */
export const withParams = (changes) => address(location.pathname, new URLSearchParams(location.search), changes);

/** A link within the console; the day as of which the record is read travels along. */
export function link(path, changes = {}) {
  const known = new URLSearchParams(location.search).get('known');
  return address(path, new URLSearchParams(known ? { known } : {}), changes);
}

function address(path, params, changes) {
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name);
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== '') {
        params.append(name, one);
      }
    }
  }
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

function clicked(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  const anchor = event.composedPath().find((node) => node.localName === 'a' && node.hasAttribute('href'));
  if (!anchor || anchor.hasAttribute('target') || anchor.hasAttribute('download')) {
    return;
  }
  // A link in a drawing has no address of its own to ask for, as one in a text has.
  const { origin, pathname, search, hash } = new URL(anchor.getAttribute('href'), location.href);
  const samePage = pathname === location.pathname && search === location.search;
  if (origin !== location.origin || (samePage && hash) || !match(pathname)) {
    return;
  }
  event.preventDefault();
  go(pathname + search + hash, { stay: anchor.hasAttribute('data-stay') });
}

document.addEventListener('click', clicked);
window.addEventListener('popstate', () => listeners.forEach((listener) => listener({ stay: false, back: true })));
