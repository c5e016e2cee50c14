// SPDX-License-Identifier: Apache-2.0
// Memberships over time: all frameworks at a glance, one framework or one party in bars, two days compared.
import * as state from '../state.js';
import { byLabel, data, label, short } from '../api.js';
import { count, h, s } from '../dom.js';
import { after, first, inWords } from '../dates.js';
import { bars, membershipSpan } from '../bars.js';
import { changes } from '../date-bar.js';
import { empty, failure, loading, View } from '../states.js';
import { guarantee } from '../guarantee.js';

class Timeline extends View {
  async draw(now, current) {
    if (!this.firstChild) this.replaceChildren(loading('Reading the record'));
    const [record, about] = await Promise.all([data('timeline'), data('about')]);
    if (!current()) return;
    const day = now.asOf ?? about.defaultDay ?? about.epochs.at(-1);
    const days = record.memberships.flatMap((m) => [m.first, m.last]).filter(Boolean).sort();
    const range = { from: days[0].slice(0, 4), to: `${Math.max(Number(about.epochs.at(-1).slice(0, 4)), Number(day.slice(0, 4)))}`, day };
    const by = now.by === 'party' || record.memberships.some((m) => m.party === now.of) ? 'party' : 'framework';
    const ids = [...new Set(record.memberships.map((m) => m[by]))].sort(byLabel);
    const all = [...new Set(record.memberships.flatMap((m) => [m.party, m.framework]))];
    const of = all.includes(now.of) ? now.of : undefined;
    const memberships = of ? record.memberships.filter((m) => m.party === of || m.framework === of) : record.memberships;
    guarantee(record.status, count(memberships.length, 'membership'));
    const body = of ? one(of, memberships, record, range) : overview(by, ids, record, range, now);
    this.replaceChildren(
      h('h1', { class: 'lead' }, of ? [h('b', null, label(of)), ' over time'] : ['Who sat where, from ', h('b', null, range.from), ' to ', h('b', null, range.to)]),
      h(
        'div',
        { class: 'bar-row' },
        of
          ? h('p', { class: 'switch' }, h('a', { href: state.address({ of: '' }) }, '← all'), h('a', { href: state.viewAddress('entity', { id: of }) }, `page of ${short(of)}`))
          : h('p', { class: 'switch' }, h('a', { href: state.address({ by: '' }), 'aria-current': by === 'framework' ? 'true' : null }, 'by framework'), h('a', { href: state.address({ by: 'party' }), 'aria-current': by === 'party' ? 'true' : null }, 'by party')),
        h(
          'div',
          { class: 'filters' },
          h('label', { class: 'choice' }, 'show', h('select', { id: 'of', onchange: (e) => state.set({ of: e.target.value }) }, h('option', { value: '' }, 'all'), ids.map((id) => h('option', { value: id, selected: id === of }, label(id))))),
          h('label', { class: 'choice' }, 'compare with', h('input', { id: 'to', type: 'date', value: now.to ?? '', onchange: (e) => state.set({ to: e.target.value }) })),
        ),
      ),
      now.to ? comparison(day, now.to, of, now, current) : '',
      body,
    );
  }
}

/** One row for each: how many memberships, as a band over time. */
function overview(by, ids, record, range, now) {
  const start = first(range.from);
  const end = after(range.to);
  const rows = ids
    .map((id) => ({ id, list: record.memberships.filter((m) => m[by] === id) }))
    .map((r) => ({ ...r, begins: r.list.map((m) => m.first ?? '').sort()[0] }))
    .sort((a, b) => (by === 'party' ? b.list.length - a.list.length || byLabel(a.id, b.id) : a.begins.localeCompare(b.begins)));
  const most = Math.max(...rows.map((r) => peak(r.list, start, end)));
  return h(
    'div',
    null,
    bars(
      rows.map((r) => ({
        name: h('a', { href: state.address({ of: r.id }), title: label(r.id) }, short(r.id), ' ', h('small', { class: 'fine' }, String(atDay(r.list, range.day)))),
        band: band(r.list, start, end, most),
      })),
      range,
    ),
    h('p', { class: 'fine' }, `The height of a band is the number of memberships in force, on the same scale in each row (at most ${most}); the number is that of ${inWords(range.day)}.`),
  );
}

const steps = (list, start, end) => {
  const events = list.flatMap((m) => [
    [m.first ? first(m.first) : start, 1],
    [m.last ? after(m.last) : end + 1, -1],
  ]);
  return events.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
};

function peak(list, start, end) {
  let n = 0;
  let most = 0;
  for (const [, by] of steps(list, start, end)) most = Math.max(most, (n += by));
  return most;
}

const atDay = (list, day) => list.filter((m) => (!m.first || first(m.first) <= first(day)) && (!m.last || after(m.last) > first(day))).length;

function band(list, start, end, most) {
  const x = (d) => (1000 * (Math.min(Math.max(d, start), end) - start)) / (end - start);
  let n = 0;
  let path = `M0 20`;
  // The square root keeps small frameworks visible beside large ones.
  const y = (v) => 20 - 18 * Math.sqrt(v / most);
  for (const [d, by] of steps(list, start, end)) {
    path += `H${x(d).toFixed(1)}`;
    n += by;
    path += `V${y(n).toFixed(1)}`;
  }
  return s('svg', { class: 'band', viewBox: '0 0 1000 20', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, s('path', { d: `${path}H1000V20Z` }));
}

function one(of, memberships, record, range) {
  const asParty = memberships.some((m) => m.party === of);
  const groups = new Map();
  for (const m of memberships) {
    const other = m.party === of ? m.framework : m.party;
    groups.set(other, [...(groups.get(other) ?? []), m]);
  }
  const events = record.events.filter((e) => e.party === of || e.framework === of || e.of === of);
  const rows = [...groups]
    .sort(([a, x], [b, y]) => (x.map((m) => m.first ?? '').sort()[0] ?? '').localeCompare(y.map((m) => m.first ?? '').sort()[0] ?? '') || byLabel(a, b))
    .map(([other, list]) => ({
      name: h('a', { href: state.address({ of: other }), title: label(other) }, asParty ? short(other) : label(other)),
      spans: list.map((m) => membershipSpan(m, `${label(m.party)} in ${label(m.framework)}, ${m.role === 'full' ? 'member' : m.role}${m.standing === 'suspended' ? ', suspended' : ''}`, state.viewAddress('entity', { id: m.membership }))),
      marks: record.events.filter((e) => asParty && e.framework === other && (!e.party || e.party === of) && e.party).map((e) => ({ on: e.on, title: label(e.event), href: state.viewAddress('entity', { id: e.event }) })),
    }));
  const unplaced = events.filter((e) => e.on);
  return h(
    'div',
    null,
    bars([...(unplaced.length ? [{ name: h('span', { class: 'fine' }, 'events'), marks: unplaced.map((e) => ({ on: e.on, title: label(e.event), href: state.viewAddress('entity', { id: e.event }) })) }] : []), ...rows], range),
    h('p', { class: 'fine' }, 'A soft edge is a day known to the month or year only; thick bars are full members, thinner ones partners, the thinnest other roles; hatched is suspended.'),
  );
}

/** Gained and lost between two days, by what is on record and by what follows. */
function comparison(day, to, of, now, current) {
  const box = h('section', { class: 'comparison', 'aria-live': 'polite' }, loading(`Comparing ${inWords(day)} with ${inWords(to)}`));
  const [from, until] = [day, to].sort();
  Promise.all([data('overlap', { asOf: from, accept: now.accept }), data('overlap', { asOf: until, accept: now.accept })])
    .then(([was, is]) => {
      if (!current()) return;
      const about = (cells) => cells.filter((c) => !of || c.p === of || c.f === of);
      const [gained, lost, turned] = Object.values(changes(was, is)).map(about);
      const column = (title, cells, sign) =>
        h('section', null, h('h3', null, `${title} · ${cells.length}`), cells.length ? h('ul', null, cells.slice(0, 60).map((c) => h('li', { class: c.inferred ? 'fine' : null }, `${sign} ${short(c.p)} → ${short(c.f)}${sign === '±' ? `, now ${c.inferred ? 'partner' : c.status}` : ''}${c.inferred ? ' (inferred)' : ''}`))) : h('p', { class: 'fine' }, 'none'), cells.length > 60 && h('p', { class: 'fine' }, `and ${cells.length - 60} more`));
      box.replaceChildren(h('h2', null, `From ${inWords(from)} to ${inWords(until)}`), h('div', { class: 'columns' }, column('gained', gained, '+'), column('lost', lost, '−'), column('changed', turned, '±')));
      if (!gained.length && !lost.length && !turned.length) box.append(empty('No seat changed between these days.'));
    })
    .catch((error) => current() && box.replaceChildren(failure(error)));
  return box;
}

customElements.define('en-timeline', Timeline);
