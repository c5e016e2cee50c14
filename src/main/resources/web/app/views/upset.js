// SPDX-License-Identifier: Apache-2.0
// Intersections: a bar for how many parties sit together, dots for the frameworks that seat them all.
import * as state from '../state.js';
import { label, short } from '../api.js';
import { count, h, listed, s } from '../dom.js';

const MOST = 16;
const STEP = 17;
const ROW = 18;
const BARS = 110;
const NAMES = 108;

export function intersections(m, now) {
  const pairs = now.by === 'pairs';
  const all = (pairs ? m.overlap.pairs : m.overlap.together).filter((g) => !m.chosen.length || m.chosen.every((f) => g.frameworks.includes(f)));
  const shown = all.slice(0, MOST);
  const choose = (by) => h('a', { href: state.address({ by: by === 'pairs' ? by : '' }), 'aria-current': (by === 'pairs') === pairs ? 'true' : null }, by === 'pairs' ? 'two frameworks' : 'all that they share');
  return h(
    'section',
    { class: 'together', 'aria-label': 'Who sits together' },
    h('div', { class: 'bar-row' }, h('h2', null, 'Who sits together'), h('p', { class: 'switch' }, choose('together'), choose('pairs'))),
    shown.length ? [drawing(shown, m), h('p', { class: 'readout' })] : h('p', { class: 'empty' }, 'No two parties sit together in two of these frameworks.'),
    all.length > MOST && h('p', { class: 'fine' }, `The ${MOST} largest of ${all.length}. Choose one to see the parties, and what else they share.`),
  );
}

function drawing(groups, m) {
  const rows = [...new Set(groups.flatMap((g) => g.frameworks))].sort((a, b) => (m.sizes.get(b) ?? 0) - (m.sizes.get(a) ?? 0));
  const most = Math.max(...groups.map((g) => g.parties.length));
  const width = NAMES + groups.length * STEP + 8;
  const height = BARS + 12 + rows.length * ROW + 4;
  const x = (i) => NAMES + i * STEP + STEP / 2;
  const y = (f) => BARS + 12 + rows.indexOf(f) * ROW + ROW / 2;
  const svg = s('svg', { class: 'upset', width: Math.round(width * 1.15), viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': 'Intersections, largest first' });
  rows.forEach((f, i) => {
    if (i % 2 === 0) svg.append(s('rect', { class: 'stripe', x: 0, y: BARS + 12 + i * ROW, width, height: ROW }));
    svg.append(s('text', { class: 'name', x: NAMES - 10, y: y(f) + 4, 'text-anchor': 'end' }, shortened(short(f))));
  });
  groups.forEach((g, i) => {
    const bar = (BARS - 16) * (g.parties.length / most);
    const ys = g.frameworks.map(y).sort((a, b) => a - b);
    const chosen = m.chosen.length > 0 && g.frameworks.length === m.chosen.length && g.frameworks.every((f) => m.chosen.includes(f));
    const words = `${count(g.parties.length, 'party', 'parties')} in ${listed(g.frameworks.map(short))}`;
    const pick = () => state.set({ sets: chosen ? '' : g.frameworks.join(',') });
    const tell = () => {
      const out = svg.parentElement.querySelector('.readout');
      out.replaceChildren(h('b', null, String(g.parties.length)), ` in ${listed(g.frameworks.map(short))}: `, h('span', { class: 'fine' }, g.parties.length > 12 ? `${listed(g.parties.slice(0, 9).map(label))} and ${g.parties.length - 9} more` : listed(g.parties.map(label))));
    };
    svg.append(
      s(
        'g',
        {
          class: `group ${chosen ? 'chosen' : ''}`,
          role: 'button',
          tabindex: '0',
          'aria-label': words,
          'aria-pressed': String(chosen),
          onclick: pick,
          onkeydown: (e) => {
            if (e.key === 'Enter' || e.key === ' ') {
              e.preventDefault();
              pick();
            } else if (e.key === 'ArrowRight') e.currentTarget.nextElementSibling?.focus();
            else if (e.key === 'ArrowLeft' && e.currentTarget.previousElementSibling?.matches('g')) e.currentTarget.previousElementSibling.focus();
          },
          onpointerenter: tell,
          onfocus: tell,
        },
        s('rect', { class: 'hit', x: x(i) - STEP / 2, y: 0, width: STEP, height }),
        s('rect', { class: 'bar', x: x(i) - 5, y: BARS - bar, width: 10, height: bar }),
        s('text', { class: 'size', x: x(i), y: BARS - bar - 4, 'text-anchor': 'middle' }, String(g.parties.length)),
        s('path', { class: 'stem', d: `M${x(i)} ${ys[0]}V${ys.at(-1)}` }),
        ys.map((v) => s('circle', { cx: x(i), cy: v, r: 4 })),
      ),
    );
  });
  return svg;
}

const shortened = (text) => (text.length > 17 ? `${text.slice(0, 16)}…` : text);
