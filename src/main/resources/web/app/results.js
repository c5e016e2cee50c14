// SPDX-License-Identifier: Apache-2.0
// Results of a query: table, graph, timeline; and as CSV, curl and Java.
import * as state from './state.js';
import { data, iri, label, short } from './api.js';
import { copyButton, count, h, save } from './dom.js';
import { bars, membershipSpan } from './bars.js';
import { isDay, isTerm, shown, text } from './term.js';
import { empty, failure, loading } from './states.js';

const LONG = 1000;
const PART = 100;

export const extent = (reply) =>
  reply.form === 'rows' ? count(reply.rows.length, 'row') : reply.form === 'graph' ? count(reply.triples.length, 'triple') : '';

/** The first line of an answer, in a few words. */
export function headline(reply) {
  if (reply.form === 'truth') return reply.truth ? 'Yes' : 'No';
  const rows = reply.form === 'graph' ? reply.triples : reply.rows;
  if (!rows.length) return 'None';
  const words = [...new Set(rows[0].filter((v) => v !== null).map((v) => (isTerm(v) ? short(v) : text(v))))].slice(0, 3);
  return words.join(' · ') + (rows.length > 1 ? `, and ${count(rows.length - 1, 'more row')}` : '');
}

/** @param source what it answers: { name } or { query } */
export function results(reply, source, now) {
  const box = h('div', { class: 'results' });
  if (reply.form === 'truth') {
    box.append(h('p', { class: 'verdict' }, reply.truth ? 'Yes' : 'No'));
    return box;
  }
  const rows = reply.form === 'graph' ? reply.triples : reply.rows;
  const columns = reply.form === 'graph' ? ['subject', 'predicate', 'object'] : reply.variables;
  const views = { table: 'Table', graph: 'Graph', timeline: 'Timeline' };
  const body = h('div', { class: 'body' });
  const as = views[now.as] ? now.as : 'table';
  const tabs = h(
    'p',
    { class: 'switch' },
    Object.entries(views).map(([key, name]) => h('a', { href: state.address({ as: key === 'table' ? '' : key }), 'aria-current': key === as ? 'true' : null }, name)),
  );
  box.append(
    h(
      'div',
      { class: 'bar-row' },
      tabs,
      h(
        'div',
        { class: 'filters' },
        h('button', { type: 'button', class: 'quiet', onclick: () => save(`${source.name ?? 'query'}.csv`, 'text/csv', csv(columns, rows)) }, 'Save as CSV'),
        copyButton('Copy curl', () => curl(source, now)),
        copyButton('Copy Java', () => java(source, now)),
      ),
    ),
    body,
  );
  if (!rows.length) body.append(empty('No row. Either nothing fits, or not on this day: move the date, or loosen a pattern.'));
  else if (as === 'graph') graph(body, reply.form, columns, rows);
  else if (as === 'timeline') timeline(body, columns, rows, reply.status.asOf);
  else body.append(table(columns, rows, reply.form === 'rows' && source, now));
  return box;
}

/** Long tables are drawn in parts: a part out of sight is as tall as it was, and empty. */
function table(columns, rows, source, now) {
  const numeric = columns.map((_, i) => rows.every((r) => r[i] === null || /^(integer|decimal|double)$/.test(r[i]?.type)));
  const why = (n) => `${source.name ?? '='}~${n}`;
  const long = rows.length > LONG;
  const line = (r, n) =>
    h(
      'tr',
      { class: source && now.why === why(n) ? 'chosen' : null, 'aria-rowindex': long ? String(n + 1) : null },
      r.map((v, i) => h('td', { class: numeric[i] ? 'right' : null }, shown(v))),
      source && h('td', { class: 'why' }, h('a', { href: state.address({ why: why(n), cell: '' }), 'aria-label': `Why row ${n}?` }, 'why?')),
    );
  const lines = (from, to) => rows.slice(from, to).map((r, at) => line(r, from + at + 1));
  const heads = columns.map((c, i) => h('th', { scope: 'col', class: numeric[i] ? 'right' : null }, spaced(c)));
  const head = h('thead', null, h('tr', null, heads, source && h('th', { scope: 'col' }, h('span', { class: 'unseen' }, 'reasons'))));
  const whole = h('table', { class: 'rows', 'aria-rowcount': long ? String(rows.length + 1) : null }, head);
  const box = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Rows' }, whole);
  if (!long) {
    whole.append(h('tbody', null, lines(0, rows.length)));
    return box;
  }
  const gap = (height) => h('tr', { class: 'gap', 'aria-hidden': 'true' }, h('td', { colspan: String(columns.length + 1), style: { height: `${height}px` } }));
  const parts = [];
  for (let from = 0; from < rows.length; from += PART) parts.push({ from, to: Math.min(from + PART, rows.length), body: h('tbody'), drawn: false });
  const fill = (part) => {
    part.body.replaceChildren(...lines(part.from, part.to));
    part.drawn = true;
  };
  fill(parts[0]);
  whole.append(...parts.map((p) => p.body));
  const sight = new IntersectionObserver(
    (seen) => {
      if (!box.isConnected) {
        sight.disconnect();
        return;
      }
      for (const { target, isIntersecting } of seen) {
        const part = parts[Number(target.dataset.part)];
        if (isIntersecting && !part.drawn) fill(part);
        else if (!isIntersecting && part.drawn && part.body.offsetHeight) {
          part.body.replaceChildren(gap(part.body.offsetHeight));
          part.drawn = false;
        }
      }
    },
    { root: box, rootMargin: '400px 0px' },
  );
  // Once the first part is laid out its measures hold for the rest: columns stay where they are.
  requestAnimationFrame(() => {
    const each = parts[0].body.offsetHeight / (parts[0].to - parts[0].from);
    const widths = [...head.rows[0].cells].map((c) => c.offsetWidth);
    [...head.rows[0].cells].forEach((c, i) => (c.style.width = `${widths[i]}px`));
    whole.classList.add('long');
    parts.slice(1).forEach((p) => p.body.append(gap(each * (p.to - p.from))));
    parts.forEach((p, i) => {
      p.body.dataset.part = i;
      sight.observe(p.body);
    });
  });
  return box;
}

/** A variable's name in words; a capital that stands alone stays one. */
export const spaced = (name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/\w{2,}/g, (word) => word.toLowerCase());

function csv(columns, rows) {
  const cell = (v) => {
    const plain = v === null ? '' : isTerm(v) ? iri(v) : v.value;
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return [columns, ...rows.map((r) => r.map(cell))].map((r) => r.join(',')).join('\r\n') + '\r\n';
}

const quoted = (value) => `'${value.replaceAll("'", `'\\''`)}'`;

function curl(source, now) {
  const day = now.asOf ? ` --data-urlencode as-of=${now.asOf}` : '';
  return `curl -H 'Accept: text/csv' --data-urlencode query=${quoted(source.query)}${day} ${location.origin}/sparql`;
}

function java(source, now) {
  const ask = source.name ? `kb.ask("${source.name}")` : `kb.query("""\n${source.query.trimEnd().replace(/^/gm, '      ')}\n      """)`;
  return `try (var kb = KnowledgeBase.bundled()) {\n  ${ask}${now.asOf ? `.asOf("${now.asOf}")` : ''}.run().print(System.out);\n}\n`;
}

/** Terms of a row are joined in the order of the columns; triples by their predicate. */
async function graph(body, form, columns, rows) {
  const MOST = 400;
  body.append(loading('Drawing'));
  let cytoscape;
  try {
    ({ default: cytoscape } = await import('../vendor/cytoscape.esm.min.mjs'));
  } catch (error) {
    body.replaceChildren(failure(error));
    return;
  }
  const nodes = new Map();
  const edges = new Map();
  const node = (v) => {
    const id = isTerm(v) ? v : `"${v.value}`;
    if (!nodes.has(id)) nodes.set(id, { data: { id, label: isTerm(v) ? short(v) : text(v), term: isTerm(v) ? 1 : 0 } });
    return id;
  };
  const edge = (a, b, name) => {
    const id = `${a} ${name} ${b}`;
    if (a !== b && !edges.has(id)) edges.set(id, { data: { id, source: a, target: b, label: name } });
  };
  for (const r of rows.slice(0, MOST)) {
    if (form === 'graph') edge(node(r[0]), node(r[2]), label(r[1]));
    else {
      const cells = r.map((v, i) => [v, columns[i]]).filter(([v]) => v !== null && (isTerm(v) || r.length === 2));
      cells.forEach(([v]) => node(v));
      cells.slice(1).forEach(([v, name]) => edge(node(cells[0][0]), node(v), spaced(name)));
    }
  }
  const canvas = h('div', { class: 'canvas', role: 'img', 'aria-label': `Graph of ${count(nodes.size, 'thing')} and ${count(edges.size, 'relation')}; the table has the same data` });
  body.replaceChildren(canvas, h('p', { class: 'fine' }, `${count(nodes.size, 'thing')}, ${count(edges.size, 'relation')}${rows.length > MOST ? `; the first ${MOST} rows only` : ''}. Drag to move, scroll to come closer; a click opens the page of a thing.`));
  // Its own style sheet is in ours: what scripts write into the page is no style here.
  if (!document.getElementById('__________cytoscape_stylesheet')) document.head.append(h('meta', { id: '__________cytoscape_stylesheet' }));
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const drawing = cytoscape({
    container: canvas,
    elements: [...nodes.values(), ...edges.values()],
    layout: { name: 'circle' },
    minZoom: 0.2,
    maxZoom: 1.6,
    style: [
      { selector: 'node', style: { label: 'data(label)', 'font-size': 11, 'font-family': 'system-ui, sans-serif', color: colour('--ink'), 'text-valign': 'bottom', 'text-margin-y': 4, width: 12, height: 12, 'background-color': colour('--accent'), 'text-wrap': 'ellipsis', 'text-max-width': '140px' } },
      { selector: 'node[term = 0]', style: { shape: 'rectangle', 'background-color': colour('--soft') } },
      { selector: 'edge', style: { width: 1, 'line-color': colour('--line'), 'target-arrow-color': colour('--line'), 'target-arrow-shape': 'triangle', 'arrow-scale': 0.7, 'curve-style': 'bezier', label: edges.size > 60 ? '' : 'data(label)', 'font-size': 9, color: colour('--soft'), 'text-rotation': 'autorotate' } },
    ],
  });
  drawing.layout({ name: 'cose', animate: false, randomize: false, nodeRepulsion: () => 250000, nodeOverlap: 24, idealEdgeLength: () => 110, gravity: 0.6, numIter: 1500, padding: 32 }).run();
  drawing.on('tap', 'node[term = 1]', (e) => state.go(state.viewAddress('entity', { id: e.target.id() })));
}

/** Memberships named in the rows as bars, days named in them as marks. */
async function timeline(body, columns, rows, day) {
  body.append(loading('Reading the record'));
  let record;
  try {
    record = await data('timeline');
  } catch (error) {
    body.replaceChildren(failure(error));
    return;
  }
  const byId = new Map(record.memberships.map((m) => [m.membership, m]));
  const pairs = new Map();
  for (const m of record.memberships) pairs.set(`${m.party}~${m.framework}`, [...(pairs.get(`${m.party}~${m.framework}`) ?? []), m]);
  const found = new Map();
  const dated = [];
  for (const r of rows) {
    const terms = r.filter((v) => v !== null && isTerm(v));
    for (const t of terms) if (byId.has(t)) found.set(t, byId.get(t));
    for (const a of terms) for (const b of terms) for (const m of pairs.get(`${a}~${b}`) ?? []) found.set(m.membership, m);
    r.forEach((v, i) => isDay(v) && dated.push({ on: v.value, title: `${spaced(columns[i])}: ${terms.map(label).join(' · ')}`, row: terms.map(short).join(' · ') }));
  }
  const lines = [
    ...[...found.values()]
      .sort((a, b) => label(a.party).localeCompare(label(b.party)) || (a.first ?? '').localeCompare(b.first ?? ''))
      .map((m) => ({ name: `${short(m.party)} · ${short(m.framework)}`, spans: [membershipSpan(m, `${label(m.party)} in ${label(m.framework)}`, state.viewAddress('entity', { id: m.membership }))] })),
    ...dated.map((d) => ({ name: d.row || d.title, marks: [{ ...d, href: '#' }] })),
  ];
  const days = [...[...found.values()].flatMap((m) => [m.first, m.last]), ...dated.map((d) => d.on)].filter(Boolean).sort();
  body.replaceChildren(
    lines.length ? bars(lines.slice(0, 300), { from: days[0].slice(0, 4), to: `${Math.max(Number(days.at(-1).slice(0, 4)), Number((day ?? '0').slice(0, 4))) + 1}`, day }) : empty('No row names a membership, a party with its framework, or a day. Ask for them, and they are drawn here.'),
  );
}
