// SPDX-License-Identifier: Apache-2.0
// Who sits where on a day, and which parties sit together.
import * as state from '../state.js';
import { byLabel, data, label, short } from '../api.js';
import { count, h, listed, settled } from '../dom.js';
import { inWords } from '../dates.js';
import { empty, loading, View } from '../states.js';
import { guarantee, reasoning } from '../guarantee.js';
import { legend, sign, STATUS } from '../cell.js';
import { intersections } from './upset.js';

class Overlap extends View {
  #before;

  async draw(now, current) {
    const waiting = setTimeout(() => {
      if (!current()) return;
      reasoning();
      if (!this.firstChild) this.replaceChildren(loading('Reasoning over the facts of the day. A day that was not asked for before takes a few seconds.'));
    }, 120);
    const overlap = await data('overlap', { asOf: now.asOf, accept: now.accept }).finally(() => clearTimeout(waiting));
    if (!current()) return;
    guarantee(overlap.status, count(overlap.seats.length, 'seat'));
    if (overlap.seats.length === 0) {
      this.replaceChildren(empty(`No framework on record seats anybody on ${inWords(overlap.status.asOf)}. Move the date to a later day.`));
      return;
    }
    this.#render(now, model(overlap, now));
  }

  #render(now, m) {
    const typing = document.activeElement?.id;
    const before = this.#before;
    this.#before = m.cells;
    const table = matrix(m, before);
    this.replaceChildren(
      h('h1', { class: 'lead' }, ...sentence(m, now)),
      h(
        'div',
        { class: 'desk' },
        h(
          'section',
          { class: 'matrix', 'aria-label': 'Who sits where' },
          h(
            'div',
            { class: 'bar-row' },
            legend(m.kinds),
            h('div', { class: 'filters' }, filterField(now), fewest(now)),
          ),
          m.rows.length ? h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Matrix of parties and frameworks' }, table) : empty(`No party fits “${now.filter ?? ''}”. Clear the filter to see all.`),
          h('p', { class: 'readout', 'aria-hidden': 'true' }),
        ),
        intersections(m, now),
      ),
    );
    light(this, m);
    if (typing) document.getElementById(typing)?.focus();
  }
}

/** The reply in the order in which it is shown. */
function model(overlap, now) {
  const cells = new Map(overlap.seats.map(([p, f, status]) => [`${p}~${f}`, status]));
  overlap.inferred.forEach((c) => cells.set(`${c.party}~${c.framework}`, 'inferred'));
  const seats = new Map();
  const sizes = new Map();
  for (const [p, f] of overlap.seats) {
    seats.set(p, (seats.get(p) ?? 0) + 1);
    sizes.set(f, (sizes.get(f) ?? 0) + 1);
  }
  const kinds = Map.groupBy ? Map.groupBy(overlap.frameworks, (f) => f.kind) : groupBy(overlap.frameworks, (f) => f.kind);
  const weight = (list) => list.reduce((sum, f) => sum + (sizes.get(f.id) ?? 0), 0);
  const chosen = (now.sets ?? '').split(',').filter(Boolean);
  const columns = [...kinds]
    .sort(([, a], [, b]) => weight(b) - weight(a))
    .map(([kind, list]) => ({ kind, frameworks: list.map((f) => f.id).sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || byLabel(a, b)) }));
  const typed = (now.filter ?? '').toLowerCase();
  const least = Number(now.least ?? 2);
  const fits = (p) => {
    if (typed && !label(p).toLowerCase().includes(typed) && !short(p).toLowerCase().includes(typed)) return false;
    if (chosen.length) return chosen.every((f) => cells.has(`${p}~${f}`));
    return typed !== '' || (seats.get(p) ?? 0) >= least;
  };
  const grouped = new Set(overlap.groups.flatMap((g) => g.parties));
  const groups = [...overlap.groups, { label: overlap.groups.length ? 'Others' : 'Parties', parties: overlap.parties.filter((p) => !grouped.has(p)) }]
    .map((g) => ({ label: g.label, parties: g.parties.filter(fits).sort((a, b) => (seats.get(b) ?? 0) - (seats.get(a) ?? 0) || byLabel(a, b)) }))
    .filter((g) => g.parties.length);
  const rows = groups.flatMap((g) => g.parties);
  if (typed || chosen.length) {
    // Only what the parties shown sit in, and what was chosen first.
    for (const c of columns) c.frameworks = c.frameworks.filter((f) => !chosen.includes(f) && rows.some((p) => cells.has(`${p}~${f}`)));
    columns.unshift({ kind: null, frameworks: chosen });
  }
  const order = ['full', 'partner', 'participant', 'observer', 'associate', 'invitee', 'suspended', 'inferred'];
  const found = new Set(cells.values());
  return { overlap, cells, seats, sizes, columns: columns.filter((c) => c.frameworks.length), groups, chosen, rows, kinds: [...found].sort((a, b) => order.indexOf(a) - order.indexOf(b)) };
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** The answer in a sentence. */
function sentence(m, now) {
  const day = inWords(m.overlap.status.asOf);
  if (m.chosen.length) {
    const parties = m.overlap.parties.filter((p) => m.chosen.every((f) => m.cells.has(`${p}~${f}`)));
    return [
      `On ${day}, `,
      h('b', null, parties.length > 6 ? count(parties.length, 'party', 'parties') : listed(parties.map(short))),
      ` ${parties.length === 1 ? 'sits' : 'sit'} in `,
      h('b', null, listed(m.chosen.map(short))),
      '. ',
      h('a', { href: state.address({ sets: '' }), class: 'undo' }, 'Show all'),
    ];
  }
  const [largest] = m.overlap.pairs;
  return [
    `On ${day}, `,
    h('b', null, count(m.overlap.parties.length, 'party', 'parties')),
    ` ${m.overlap.parties.length === 1 ? 'sits' : 'sit'} in `,
    h('b', null, count(m.sizes.size, 'framework')),
    '. ',
    ...(largest
      ? [h('b', null, `${short(largest.frameworks[0])} and ${short(largest.frameworks[1])}`), ` share the most: ${largest.parties.length}.`]
      : ['No two of them share a party.']),
  ];
}

const filterField = (now) =>
  h('input', {
    id: 'filter',
    type: 'search',
    placeholder: 'Filter parties',
    'aria-label': 'Filter parties by name',
    value: now.filter ?? '',
    oninput: settled(150, (e) => state.set({ filter: e.target.value }, { replace: true })),
  });

const fewest = (now) =>
  h(
    'label',
    { class: 'choice' },
    'seats',
    h(
      'select',
      { id: 'least', onchange: (e) => state.set({ least: e.target.value === '2' ? '' : e.target.value }) },
      [1, 2, 3, 5, 8].map((n) => h('option', { value: String(n), selected: String(n) === (now.least ?? '2') }, n === 1 ? 'any' : `${n} or more`)),
    ),
  );

function matrix(m, before) {
  const flat = m.columns.flatMap((c) => c.frameworks);
  const edges = new Set(m.columns.map((c) => c.frameworks[0]));
  const edge = (f) => (edges.has(f) ? 'edge' : '');
  const head = h(
    'thead',
    null,
    h(
      'tr',
      null,
      h('td', { class: 'corner' }),
      flat.map((f, i) => {
        const kind = m.columns.find((c) => c.frameworks.includes(f)).kind;
        return h(
          'th',
          { scope: 'col', class: `${edge(f)} ${m.chosen.includes(f) ? 'chosen' : ''}`, data: { column: i }, title: `${label(f)}\n${kind ? label(kind) : ''}` },
          h('a', { href: state.viewAddress('entity', { id: f }) }, h('span', null, short(f))),
          h('small', null, String(m.sizes.get(f) ?? '')),
        );
      }),
      h('th', { scope: 'col', class: 'total' }, h('span', null, 'seats')),
    ),
  );
  const body = m.groups.map((g) =>
    h(
      'tbody',
      null,
      h('tr', { class: 'group' }, h('th', { scope: 'rowgroup' }, `${g.label} `, h('small', null, String(g.parties.length))), h('td', { colspan: String(flat.length + 1) })),
      g.parties.map((p) =>
        h(
          'tr',
          { data: { party: p } },
          h('th', { scope: 'row' }, h('a', { href: state.viewAddress('entity', { id: p }) }, label(p))),
          flat.map((f, i) => {
            const key = `${p}~${f}`;
            const status = m.cells.get(key);
            if (!status) return h('td', { class: `${edge(f)} ${before?.has(key) ? 'lost' : ''}`, data: { column: i } });
            const changed = before && before.get(key) !== status;
            return h(
              'td',
              { class: `${edge(f)} ${changed ? 'gained' : ''}`, data: { column: i } },
              h(
                'button',
                { type: 'button', tabindex: '-1', data: { cell: key }, 'aria-label': `${label(p)}, ${status === 'inferred' ? 'inferred partner' : STATUS[status] ?? status}, ${short(f)}`, 'aria-pressed': state.get().cell === key ? 'true' : 'false' },
                sign(status),
              ),
            );
          }),
          h('td', { class: 'total' }, String(m.seats.get(p) ?? 0)),
        ),
      ),
    ),
  );
  const table = h('table', null, h('caption', { class: 'unseen' }, 'Parties by frameworks; each sign is a seat'), head, body);
  const firstButton = table.querySelector('button');
  if (firstButton) firstButton.tabIndex = 0;
  return table;
}

/** Pointer and keys: the row, the column and the seats that make the overlap light up. */
function light(view, m) {
  const table = view.querySelector('table');
  const readout = view.querySelector('.readout');
  if (!table) return;
  const columns = m.columns.flatMap((c) => c.frameworks);
  let at;
  const show = (td) => {
    if (td === at) return;
    at = td;
    table.querySelectorAll('.lit').forEach((x) => x.classList.remove('lit'));
    const row = td?.parentElement;
    if (!row?.dataset.party || td.dataset.column === undefined) {
      readout.replaceChildren();
      return;
    }
    row.classList.add('lit');
    table.querySelectorAll(`[data-column="${td.dataset.column}"]`).forEach((x) => x.classList.add('lit'));
    const p = row.dataset.party;
    const f = columns[Number(td.dataset.column)];
    const status = m.cells.get(`${p}~${f}`);
    const others = columns.filter((g) => g !== f && m.cells.has(`${p}~${g}`) && m.cells.get(`${p}~${g}`) !== 'inferred');
    readout.replaceChildren(
      h('b', null, label(p)),
      status ? ` · ${status === 'inferred' ? 'inferred partner' : STATUS[status] ?? status} · ` : ' · no seat · ',
      h('b', null, label(f)),
      status && others.length ? h('span', { class: 'fine' }, ` and ${others.length > 7 ? count(others.length, 'other framework') : listed(others.map(short))}`) : '',
    );
  };
  table.addEventListener('pointerover', (e) => show(e.target.closest('td, th')));
  table.addEventListener('pointerleave', () => show(undefined));
  table.addEventListener('focusin', (e) => show(e.target.closest('td')));
  table.addEventListener('click', (e) => {
    const button = e.target.closest('button');
    if (button) state.set({ cell: state.get().cell === button.dataset.cell ? '' : button.dataset.cell, why: '' });
  });
  table.addEventListener('keydown', (e) => {
    const button = e.target.closest('button');
    const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[e.key] ?? [];
    if (!button || dx === undefined) return;
    e.preventDefault();
    const all = [...table.querySelectorAll('button')];
    const place = (b) => [Number(b.parentElement.dataset.column), b.closest('tr').rowIndex];
    const [x, y] = place(button);
    const next = all
      .map((b) => [b, ...place(b)])
      .filter(([, bx, by]) => (dx ? by === y && (bx - x) * dx > 0 : bx === x && (by - y) * dy > 0))
      .sort(([, ax, ay], [, bx, by]) => Math.abs(ax - x) + Math.abs(ay - y) - Math.abs(bx - x) - Math.abs(by - y))[0]?.[0];
    if (next) {
      button.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  });
}

customElements.define('en-overlap', Overlap);
