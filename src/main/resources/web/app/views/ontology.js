// SPDX-License-Identifier: Apache-2.0
// Classes and properties: the stated tree beside what follows, and each term with its definition and use.
import * as state from '../state.js';
import { byLabel, data, label } from '../api.js';
import { count, h } from '../dom.js';
import { loading, View } from '../states.js';
import { guarantee, reasoning } from '../guarantee.js';

class Ontology extends View {
  async draw(now, current) {
    if (!this.firstChild) {
      reasoning();
      this.replaceChildren(loading('Working out what is above what'));
    }
    const reply = await data('ontology', { asOf: now.asOf, engine: now.engine });
    const { questions } = await data('questions');
    if (!current()) return;
    const kind = now.kind === 'properties' || (now.term && reply.properties.some((p) => p.id === now.term)) ? 'properties' : 'classes';
    const terms = new Map(reply[kind].map((t) => [t.id, t]));
    guarantee(reply.status, count(terms.size, kind === 'classes' ? 'class' : 'property', kind === 'classes' ? 'classes' : 'properties'), now.engine ? undefined : () => state.set({ engine: 'hybrid' }));
    const chosen = terms.get(now.term);
    const scroll = [...this.querySelectorAll('.tree-box')].map((b) => b.scrollTop);
    const sameKind = this.dataset.kind === kind;
    this.dataset.kind = kind;
    const stated = above(terms, 'asserted');
    const inferred = above(terms, 'inferred');
    this.replaceChildren(
      h('h1', { class: 'lead' }, h('b', null, count(reply.classes.length, 'class', 'classes')), ' and ', h('b', null, count(reply.properties.length, 'property', 'properties')), ', as stated and as they follow.'),
      h('div', { class: 'bar-row' }, h('p', { class: 'switch' }, ['classes', 'properties'].map((k) => h('a', { href: state.address({ kind: k === 'classes' ? '' : k, term: '' }), 'aria-current': k === kind ? 'true' : null }, k)))),
      h(
        'div',
        { class: 'three' },
        h('section', null, h('h2', null, 'Stated'), h('div', { class: 'tree-box', tabindex: '0', role: 'region', 'aria-label': 'Stated hierarchy' }, tree(terms, stated, stated, now))),
        h('section', null, h('h2', null, 'What follows'), h('div', { class: 'tree-box', tabindex: '0', role: 'region', 'aria-label': 'Inferred hierarchy' }, tree(terms, inferred, stated, now))),
        chosen ? detail(chosen, terms, inferred, questions) : h('p', { class: 'empty detail' }, 'Choose a term to see what it means, what follows about it, and which questions use it. A dashed line marks a place that is not stated.'),
      ),
    );
    if (sameKind) [...this.querySelectorAll('.tree-box')].forEach((b, i) => (b.scrollTop = scroll[i] ?? 0));
    else {
      for (const box of this.querySelectorAll('.tree-box')) {
        const at = box.querySelector('[aria-current]');
        if (at) box.scrollTop = at.offsetTop - box.offsetTop - box.clientHeight / 2;
      }
    }
  }
}

/** The nearest terms above each: those that are above no other of them. */
function above(terms, relation) {
  const all = new Map([...terms].map(([id, t]) => [id, t[relation].filter((p) => terms.has(p) && p !== id)]));
  const reach = (id, seen = new Set()) => {
    for (const p of all.get(id)) {
      if (!seen.has(p)) {
        seen.add(p);
        reach(p, seen);
      }
    }
    return seen;
  };
  const far = new Map([...all.keys()].map((id) => [id, reach(id)]));
  return new Map([...all].map(([id, parents]) => [id, parents.filter((p) => !far.get(p).has(id) && !parents.some((q) => q !== p && far.get(q)?.has(p) && !far.get(p).has(q)))]));
}

function tree(terms, parents, stated, now) {
  const children = new Map();
  const roots = [];
  for (const [id, list] of parents) {
    if (!list.length) roots.push(id);
    for (const p of list) children.set(p, [...(children.get(p) ?? []), id]);
  }
  const item = (id, parent, path) => {
    const t = terms.get(id);
    const below = (children.get(id) ?? []).filter((c) => !path.has(c)).sort(byLabel);
    const fresh = parent && !stated.get(id).includes(parent);
    return h(
      'li',
      { class: fresh ? 'only-inferred' : null },
      h('a', { class: 'term', href: state.address({ term: id }), title: t.definition, 'aria-current': id === now.term ? 'true' : null }, label(id), t.members ? h('small', null, String(t.members)) : ''),
      below.length ? h('ul', null, below.map((c) => item(c, id, new Set([...path, id])))) : '',
    );
  };
  return h('div', { class: 'tree' }, h('ul', null, roots.sort(byLabel).map((id) => item(id, null, new Set()))));
}

const local = (id) => id.replace(/^.*[:#/]/, '');

const axioms = (texts) => texts.map((text) => h('code', { class: 'axiom' }, text));

function detail(t, terms, inferred, questions) {
  const link = (id) => (terms.has(id) ? h('a', { href: state.address({ term: id }) }, label(id)) : h('a', { href: state.viewAddress('entity', { id }) }, label(id)));
  const list = (ids) => ids.map((id, i) => [i ? ', ' : '', link(id)]);
  const only = t.inferred.filter((p) => terms.has(p) && !t.asserted.includes(p));
  const named = new Map(questions.map((q) => [q.name, q.question]));
  const fact = (name, value) => (value && (!Array.isArray(value) || value.length) ? [h('dt', null, name), h('dd', null, value)] : []);
  return h(
    'section',
    { class: 'detail', 'aria-label': 'The term' },
    h('h2', null, label(t.id)),
    h('p', { class: 'answer' }, t.definition),
    h(
      'dl',
      { class: 'facts' },
      fact('name', h('code', null, t.id)),
      fact('stated above', list(t.asserted)),
      fact('follows above', list(only)),
      fact('axioms, stated', axioms(t.axioms)),
      fact('axioms that follow', axioms(only.map((p) => `${local(t.id)} ${t.kind === 'Class' ? (terms.get(p).inferred.includes(t.id) ? 'EquivalentTo' : 'SubClassOf') : 'SubPropertyOf'} ${local(p)}`).sort())),
      fact('domain', t.domain && list(t.domain)),
      fact('range', t.range && list(t.range)),
      fact('inverse of', t.inverseOf && list(t.inverseOf)),
      fact('on this day', t.members ? h('span', null, count(t.members, 'thing'), ' are such') : ''),
      fact('for example', (t.examples ?? []).map((e) => h('p', null, e))),
      fact('note', (t.notes ?? []).map((e) => h('p', null, e))),
      fact('questions', t.questions.map((q) => h('p', null, h('a', { href: state.viewAddress('ask', { q }) }, named.get(q) ?? q)))),
    ),
    t.members ? h('p', null, h('a', { href: state.viewAddress('ask', { query: `SELECT ?thing\nWHERE {\n  ?thing a ${t.id} .\n}\nORDER BY ?thing\n` }) }, 'List them')) : '',
  );
}

customElements.define('en-ontology', Ontology);
