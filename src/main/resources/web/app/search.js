// SPDX-License-Identifier: Apache-2.0
import * as state from './state.js';
import { data } from './api.js';
import { h } from './dom.js';

const MOST = 12;

/** How well a text fits what was typed: 0 not at all. */
function fit(text, typed) {
  const at = text.toLowerCase().indexOf(typed);
  return at < 0 ? 0 : at === 0 ? 3 : /\W/.test(text[at - 1]) ? 2 : 1;
}

export async function openSearch() {
  const input = h('input', { type: 'search', 'aria-label': 'Search', placeholder: 'A party, a framework, a question, a term', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'found', autocomplete: 'off' });
  const list = h('ul', { id: 'found', role: 'listbox', 'aria-label': 'Found' });
  const dialog = h('dialog', { class: 'search', 'aria-label': 'Search' }, h('form', { method: 'dialog' }, input), list);
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (e) => e.target === dialog && dialog.close());
  dialog.showModal();
  const [terms, questions] = await Promise.all([data('terms'), data('questions')]).catch(() => [{ all: [] }, { questions: [] }]);
  const entries = [
    ...terms.all.map((t) => ({
      texts: [t.label, ...(t.also ?? [])],
      label: t.label,
      kind: t.kind.replace(/Property$/, ' property').toLowerCase(),
      rank: /Class|Property/.test(t.kind) ? 0 : /claim|membership/i.test(t.kind) ? -1 : 0.5,
      href: /Class|Property/.test(t.kind) ? state.viewAddress('ontology', { term: t.id }) : state.viewAddress('entity', { id: t.id }),
    })),
    ...questions.questions.map((q) => ({ texts: [q.question], label: q.question, kind: 'question', rank: 0, href: state.viewAddress('ask', { q: q.name }) })),
  ];
  let at = 0;
  let found = [];
  const mark = () => {
    [...list.children].forEach((li, i) => li.setAttribute('aria-selected', String(i === at)));
    list.children[at]?.scrollIntoView({ block: 'nearest' });
    if (list.children[at]) input.setAttribute('aria-activedescendant', `found-${at}`);
  };
  const draw = () => {
    const typed = input.value.trim().toLowerCase();
    found = typed
      ? entries
          .map((e) => [Math.max(...e.texts.map((t) => fit(t, typed) + (t.toLowerCase() === typed ? 3 : 0))), e])
          .filter(([score]) => score > 0)
          .sort(([a, x], [b, y]) => b + y.rank - a - x.rank || x.label.length - y.label.length)
          .slice(0, MOST)
          .map(([, e]) => e)
      : [];
    at = 0;
    list.replaceChildren(
      ...found.map((e, i) => h('li', { role: 'option', id: `found-${i}`, onclick: () => choose(e) }, h('span', null, e.label), h('small', null, e.kind))),
    );
    if (typed && !found.length) list.replaceChildren(h('li', { class: 'none', role: 'option', 'aria-disabled': 'true' }, `Nothing is called “${input.value.trim()}”.`));
    mark();
  };
  const choose = (e) => {
    dialog.close();
    state.go(e.href);
  };
  input.addEventListener('input', draw);
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      at = Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), found.length - 1);
      mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (found[at]) choose(found[at]);
    }
  });
  draw();
}
