// SPDX-License-Identifier: Apache-2.0
// Spans and marks over time. Where a day is known to the month or year only, the edge is soft.
import { h } from './dom.js';
import { after, exact, first, inWords } from './dates.js';

/**
 * @param rows of { name, spans: [{ first, last, kind, title, href }], marks: [{ on, title, href }] }
 * @param day is drawn as a line
 */
export function bars(rows, { from, to, day, until }) {
  const start = first(from);
  const end = after(to);
  const at = (x) => (100 * (Math.min(Math.max(x, start), end) - start)) / (end - start);
  const percent = (x) => `${x.toFixed(3)}%`;
  const axis = h('div', { class: 'axis', 'aria-hidden': 'true' });
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const step = years > 60 ? 10 : years > 25 ? 5 : years > 10 ? 2 : 1;
  for (let y = Math.ceil(Number(from.slice(0, 4)) / step) * step; y <= Number(to.slice(0, 4)); y += step) {
    if (first(`${y}`) >= start) axis.append(h('span', { style: { left: percent(at(first(`${y}`))) } }, String(y)));
  }
  const span = (s) => {
    const a0 = s.first ? first(s.first) : start;
    const a1 = s.first ? (exact(s.first) ? a0 : after(s.first)) : start + 200;
    const b1 = s.last ? after(s.last) : until ? after(until) : end;
    const b0 = s.last ? (exact(s.last) ? b1 : first(s.last)) : b1;
    const left = at(a0);
    const width = Math.max(at(b1) - left, 0.25);
    const soft = (x) => percent((100 * Math.min(Math.max(at(x) - left, 0), width)) / width);
    const title = `${s.title}\n${inWords(s.first) || 'start not seen'} – ${s.last ? inWords(s.last) : 'open'}`;
    return h(s.href ? 'a' : 'div', {
      class: `span ${s.kind ?? ''} ${s.last ? '' : 'open'}`,
      href: s.href,
      title,
      'aria-label': title.replace('\n', ', '),
      style: { left: percent(left), width: percent(width), '--fade-in': soft(Math.max(a1, a0)), '--fade-out': soft(Math.max(b0, a1)) },
    });
  };
  const mark = (m) =>
    h('a', { class: 'event', href: m.href, title: `${inWords(m.on)}\n${m.title}`, 'aria-label': `${inWords(m.on)}, ${m.title}`, style: { left: percent(at(first(m.on))) } });
  return h(
    'div',
    { class: 'bars', role: 'list' },
    h('div', { class: 'bars-row head', 'aria-hidden': 'true' }, h('span'), axis),
    rows.map((r) =>
      h(
        'div',
        { class: 'bars-row', role: 'listitem' },
        h('span', { class: 'name' }, r.name),
        h('div', { class: 'lane' }, r.band, (r.spans ?? []).map(span), (r.marks ?? []).map(mark), day && h('i', { class: 'now', style: { left: percent(at(first(day))) } })),
      ),
    ),
  );
}

/** Spans of memberships as the record has them. */
export const membershipSpan = (m, title, href) => ({ first: m.first, last: m.last, kind: m.standing === 'suspended' ? 'suspended' : m.role, title, href });
