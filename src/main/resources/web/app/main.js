// SPDX-License-Identifier: Apache-2.0
import * as state from './state.js';
import { data } from './api.js';
import { h } from './dom.js';
import { failure } from './states.js';
import './date-bar.js';
import './guarantee.js';
import './panel.js';
import { openSearch } from './search.js';

const VIEWS = {
  overlap: ['Overlap', () => import('./views/overlap.js')],
  ask: ['Ask', () => import('./views/ask.js')],
  claims: ['Claims', () => import('./views/claims.js')],
  timeline: ['Timeline', () => import('./views/timeline.js')],
  ontology: ['Ontology', () => import('./views/ontology.js')],
  entity: [null, () => import('./views/entity.js')],
};

const main = document.querySelector('main');
const nav = document.querySelector('nav');
let shown;

async function show(now) {
  const name = VIEWS[now.view] ? now.view : 'overlap';
  nav.replaceChildren(
    ...Object.entries(VIEWS)
      .filter(([, [title]]) => title)
      .map(([key, [title]]) => h('a', { href: state.viewAddress(key), 'aria-current': key === name ? 'page' : null }, title)),
  );
  document.querySelector('.wordmark').href = state.viewAddress('overlap');
  if (shown !== name) {
    shown = name;
    try {
      await VIEWS[name][1]();
    } catch (error) {
      main.replaceChildren(failure(error));
      return;
    }
    if (shown !== name) return;
    const moved = main.firstElementChild && main.contains(document.activeElement);
    main.replaceChildren(h(`en-${name}`));
    if (moved) main.focus();
    scrollTo(0, 0);
    document.title = VIEWS[name][0] ? `${VIEWS[name][0]} · Entente` : 'Entente';
  }
}

function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('entente.theme', root.dataset.theme);
  dispatchEvent(new Event('themechange'));
}

const KEYS = [
  ['/', 'Search parties, frameworks, questions, terms'],
  ['← →', 'On the date bar: the day before or after on which something changed'],
  ['Page Up, Page Down', 'On the date bar: five years'],
  ['↑ ↓ ← →', 'In the matrix: to the next cell; Enter opens it'],
  ['why?', 'Beside each row: the proof, each statement with its source'],
  ['Esc', 'Closes what is open'],
  ['1 to 5', 'Overlap, Ask, Claims, Timeline, Ontology'],
  ['?', 'This page'],
];

const WORDS = [
  ['seat', 'A membership in force, active or suspended, in a framework that seats parties.'],
  ['overlap', 'Two frameworks overlap when some party holds a seat in both and neither is part of the other.'],
  ['outlined', 'An outlined sign follows from others; it is not itself on record.'],
  ['guarantee', 'The last line of each view: by what semantics it was answered, whether everything shown follows, and whether everything that follows is shown.'],
];

function openHelp() {
  const dialog = h(
    'dialog',
    { class: 'sheet', 'aria-label': 'Keys and words' },
    h('h2', null, 'Keys'),
    h('dl', { class: 'keys' }, KEYS.map(([key, text]) => [h('dt', null, h('kbd', null, key)), h('dd', null, text)])),
    h('h2', null, 'Words'),
    h('dl', null, WORDS.map(([word, text]) => [h('dt', null, word), h('dd', null, text)])),
    h('form', { method: 'dialog' }, h('button', null, 'Close')),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.querySelector('.theme').addEventListener('click', toggleTheme);
document.querySelector('.help').addEventListener('click', openHelp);
document.querySelector('.search-open').addEventListener('click', openSearch);

addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, dialog, [contenteditable], .CodeMirror');
  if (event.key === 'Escape' && !event.target.closest('dialog') && (state.get().cell || state.get().why)) state.set({ cell: '', why: '' });
  if (typing || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === '/') {
    event.preventDefault();
    openSearch();
  } else if (event.key === '?') openHelp();
  else if (/^[1-5]$/.test(event.key)) state.go(state.viewAddress(Object.keys(VIEWS)[Number(event.key) - 1]));
});

state.listen(show);
data('about').catch((error) => main.replaceChildren(failure(error)));
show(state.get());
