// SPDX-License-Identifier: Apache-2.0
// One thing: what it is, where it sits when, what it owes and is owed, what is said of it.
import * as state from '../state.js';
import { byLabel, data, iri, label, short } from '../api.js';
import { copyButton, count, h } from '../dom.js';
import { inWords } from '../dates.js';
import { bars, membershipSpan } from '../bars.js';
import { isTerm, shown } from '../term.js';
import { empty, loading, View } from '../states.js';
import { guarantee, reasoning } from '../guarantee.js';

class Entity extends View {
  async draw(now, current) {
    if (!now.id) {
      this.replaceChildren(empty('No thing is chosen. Press / and search for one by its name.'));
      return;
    }
    if (this.dataset.id !== now.id) {
      reasoning();
      this.replaceChildren(loading('Gathering what is known'));
    }
    const [e, record, { claims }] = await Promise.all([
      data('entity', { id: now.id, asOf: now.asOf, accept: now.accept, engine: now.engine }),
      data('timeline'),
      data('claims', { asOf: now.asOf }).catch(() => ({ claims: [] })),
    ]);
    if (!current()) return;
    this.dataset.id = now.id;
    document.title = `${label(e.id)} · Entente`;
    guarantee(e.status, count(e.types.length, 'class', 'classes'), now.engine ? undefined : () => state.set({ engine: 'hybrid' }));
    const seats = record.memberships.filter((m) => m.party === e.id || m.framework === e.id);
    const values = (name) => e.statements.filter(([p]) => label(p) === name || p.endsWith(`:${name}`)).map(([, v]) => v);
    const definition = values('definition')[0] ?? values('scopeNote')[0];
    const about = claims.filter((c) => (c.concerns ?? []).includes(e.id) || (c.holder ?? []).includes(e.id) || (c.content ?? []).some((t) => t[0] === e.id || t[2] === e.id));
    const links = e.statements.filter(([p, v]) => isTerm(v) && /exactMatch|closeMatch|sameAs|seeAlso/.test(p));
    const plain = e.statements.filter(([p, v]) => !links.some((l) => l[0] === p && l[1] === v) && !/:definition$/.test(p));
    const section = (title, ...content) => h('section', null, h('h2', null, title), content);
    const generated = e.types.filter((t) => label(t.id) === t.id);
    const alt = values('altLabel').map((v) => v.value);

    this.replaceChildren(
      h('h1', { class: 'lead' }, h('b', null, label(e.id)), alt.length ? h('span', { class: 'fine' }, `  ${alt.join(', ')}`) : ''),
      h(
        'div',
        { class: 'sections' },
        h(
          'section',
          null,
          definition && h('p', { class: 'prose' }, definition.value),
          !e.inForce && h('p', { class: 'prose' }, `On ${inWords(e.status.asOf)} nothing about it is in force; what follows is on record for other days.`),
          kinds(e.types.filter((t) => label(t.id) !== t.id)),
          h('p', { class: 'fine' }, 'Dashed: not stated, but follows on this day.'),
          generated.length ? h('details', null, h('summary', { class: 'fine' }, `${count(generated.length, 'class', 'classes')} made for this day`), kinds(generated)) : '',
        ),
        seats.length ? section(seats.some((m) => m.party === e.id) ? 'Where it sits' : 'Who sits in it', seatBars(e.id, seats, e.status.asOf)) : '',
        e.commitments.length ? section('Commitments', commitments(e)) : '',
        about.length ? section(`What is said about it · ${about.length}`, h('ul', { class: 'two' }, about.map((c) => h('li', null, h('a', { href: state.viewAddress('entity', { id: c.id }) }, label(c.id)), ' ', h('span', { class: 'fine' }, (c.mode ?? []).map(label).join(', ')))))) : '',
        plain.length ? section('On record', h('dl', { class: 'facts' }, grouped(plain))) : '',
        e.mentions.length ? section(`Mentioned by · ${e.mentions.length}`, h('details', { open: e.mentions.length <= 20 }, h('summary', { class: 'fine' }, 'list'), h('dl', { class: 'facts' }, grouped(e.mentions)))) : '',
        section(
          'Elsewhere and in other forms',
          links.length ? h('ul', null, links.map(([p, v]) => h('li', null, `${label(p)} `, h('a', { href: iri(v), rel: 'noreferrer' }, iri(v))))) : h('p', { class: 'fine' }, 'No link to another data set is on record.'),
          h('p', { class: 'fine' }, `Described in ${e.sources.join(', ') || 'no file of its own'}.`),
          h('p', null, h('code', null, iri(e.id)), ' ', copyButton('Copy', iri(e.id))),
        ),
      ),
    );

  }
}

const kinds = (types) =>
  h(
    'ul',
    { class: 'kinds', 'aria-label': 'What it is' },
    types
      .sort((a, b) => b.asserted - a.asserted || byLabel(a.id, b.id))
      .map((t) => h('li', { class: t.asserted ? null : 'inferred', title: t.asserted ? 'stated' : 'follows' }, h('a', { href: state.viewAddress('ontology', { term: t.id }) }, label(t.id)))),
  );

function seatBars(id, seats, day) {
  const groups = new Map();
  for (const m of seats) {
    const other = m.party === id ? m.framework : m.party;
    groups.set(other, [...(groups.get(other) ?? []), m]);
  }
  const days = seats.flatMap((m) => [m.first, m.last]).filter(Boolean).sort();
  const range = { from: (days[0] ?? day).slice(0, 4), to: String(Math.max(...[...days, day].map((d) => Number(d.slice(0, 4)))) + 1), day };
  return bars(
    [...groups].sort(([a, x], [b, y]) => (x[0].first ?? '').localeCompare(y[0].first ?? '') || byLabel(a, b)).map(([other, list]) => ({
      name: h('a', { href: state.viewAddress('entity', { id: other }), title: label(other) }, short(other)),
      spans: list.map((m) => membershipSpan(m, `${label(m.party)} in ${label(m.framework)}, ${m.role === 'full' ? 'member' : m.role}`, state.viewAddress('entity', { id: m.membership }))),
    })),
    range,
  );
}

/** What it owes and is owed: one line for each commitment, with the other side. */
function commitments(e) {
  const lines = new Map();
  for (const c of e.commitments) {
    const owed = c.obligee === e.id;
    const key = `${c.commitment} ${owed}`;
    const line = lines.get(key) ?? { commitment: c.commitment, instrument: c.instrument, owed, others: new Set() };
    line.others.add(owed ? c.obligor : c.obligee);
    lines.set(key, line);
  }
  const part = (title, list) =>
    list.length &&
    h(
      'section',
      null,
      h('h3', null, title),
      h('dl', { class: 'facts' }, list.map((l) => [h('dt', null, h('a', { href: state.viewAddress('entity', { id: l.commitment }) }, label(l.commitment))), h('dd', null, l.others.size > 8 ? count(l.others.size, 'party', 'parties') : [...l.others].sort(byLabel).map((o, i) => [i ? ', ' : '', shown(o)]))])),
    );
  const all = [...lines.values()];
  return [part('It owes', all.filter((l) => !l.owed)), part('It is owed', all.filter((l) => l.owed))].filter(Boolean);
}

/** Values under each property. */
function grouped(pairs) {
  const groups = new Map();
  for (const [p, v] of pairs) groups.set(p, [...(groups.get(p) ?? []), v]);
  return [...groups].sort(([a], [b]) => byLabel(a, b)).map(([p, values]) => [h('dt', null, label(p)), h('dd', null, values.slice(0, 40).map((v, i) => [i ? (isTerm(v) ? ', ' : h('br')) : '', shown(v)]), values.length > 40 ? h('span', { class: 'fine' }, ` and ${values.length - 40} more`) : '')]);
}

customElements.define('en-entity', Entity);
