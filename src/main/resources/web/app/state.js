// SPDX-License-Identifier: Apache-2.0
// The whole state is the URL's query: a link reproduces the screen.

const listeners = new Set();

export function get() {
  return Object.fromEntries(new URLSearchParams(location.search));
}

/** The address with some parameters changed; empty ones leave it. */
export function address(changes, from = get()) {
  const all = Object.entries({ ...from, ...changes }).filter(([, v]) => v !== undefined && v !== null && v !== '');
  const query = new URLSearchParams(all).toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return query ? `?${query}` : '?';
}

/** The address of a view: the day and the policy stay, what belongs to another view goes. */
export function viewAddress(view, more = {}) {
  const { asOf, accept, cell, why } = get();
  return address({ view: view === 'overlap' ? '' : view, asOf, accept, cell, why: why?.startsWith('=') ? '' : why, ...more }, {});
}

export function set(changes, { replace = false } = {}) {
  go(address(changes), replace);
}

export function go(url, replace = false) {
  if (new URL(url, location.href).search === location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', url);
  tell();
}

export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  for (const listener of listeners) listener(get());
}

addEventListener('popstate', tell);

// Links within the workbench change the state in place.
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="?"]');
  if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
