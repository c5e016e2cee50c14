// SPDX-License-Identifier: Apache-2.0
// What stands behind a cell or a row. It keeps its place while the view changes.
import * as state from './state.js';
import { data, label, short } from './api.js';
import { h } from './dom.js';
import { inWords } from './dates.js';
import { sign, STATUS } from './cell.js';
import { changes } from './date-bar.js';
import { text } from './term.js';
import { failure, loading } from './states.js';
import { reasons } from './why.js';

class Panel extends HTMLElement {
  #turn = 0;
  #opener;

  connectedCallback() {
    this.setAttribute('role', 'complementary');
    this.setAttribute('aria-label', 'What is on record');
    state.listen((now) => this.#draw(now));
    this.#draw(state.get());
  }

  async #draw(now) {
    const turn = ++this.#turn;
    if (!now.cell && !now.why) {
      if (!this.hidden) this.#opener?.focus?.();
      this.hidden = true;
      this.dataset.key = '';
      this.replaceChildren();
      return;
    }
    if (this.hidden) this.#opener = document.activeElement;
    this.hidden = false;
    const key = [now.cell, now.why, now.asOf, now.accept, now.why?.startsWith('=') ? now.query : ''].join('|');
    if (key === this.dataset.key && this.firstChild) return;
    this.dataset.key = key;
    if (now.why) {
      this.replaceChildren(...row(now));
      return;
    }
    const [party, framework] = now.cell.split('~');
    if (!this.firstChild) this.replaceChildren(loading('Reading the record'));
    try {
      const [overlap, timeline] = await Promise.all([data('overlap', { asOf: now.asOf, accept: now.accept }), data('timeline')]);
      if (turn === this.#turn) this.replaceChildren(...record(party, framework, overlap, timeline, now));
    } catch (error) {
      if (turn !== this.#turn) return;
      this.dataset.key = '';
      this.replaceChildren(failure(error));
    }
  }
}

const close = () => h('button', { type: 'button', class: 'quiet close', 'aria-label': 'Close', onclick: () => state.set({ cell: '', why: '' }) }, '×');

/** Why a row is among the answers. */
function row(now) {
  const [name, number] = now.why.split('~');
  const source = name === '=' ? { query: now.query, regime: now.regime } : { name };
  return [
    h('header', null, h('h2', null, `Why row ${number}?`), close()),
    name !== '=' && h('p', { class: 'fine' }, h('a', { href: state.viewAddress('ask', { q: name }) }, name.replaceAll('-', ' '))),
    reasons({ ...source, row: number, asOf: now.asOf, accept: now.accept }, { falls: (without) => fallenRows(source, now, without) }),
  ].filter(Boolean);
}

/** The rows that fall where a source is withdrawn. */
async function fallenRows(source, now, without) {
  const ask = (more) => data(source.name ? 'ask' : 'query', { ...source, asOf: now.asOf, accept: now.accept, ...more });
  const [all, rest] = await Promise.all([ask({}), ask({ without })]);
  const kept = new Set(rest.rows.map((r) => JSON.stringify(r)));
  const fallen = all.rows.filter((r) => !kept.has(JSON.stringify(r)));
  return { count: fallen.length, of: all.rows.length, what: 'row', list: fallen.map((r) => r.map(text).join(' · ')) };
}

/** The seats, and what follows from them, that fall where a source is withdrawn. */
async function fallenSeats(now, without) {
  const ask = (more) => data('overlap', { asOf: now.asOf, accept: now.accept, ...more });
  const [all, rest] = await Promise.all([ask({}), ask({ without })]);
  const { lost } = changes(all, rest);
  return { count: lost.length, of: all.seats.length + all.inferred.length, what: 'sign', list: lost.map((c) => `${short(c.p)} → ${short(c.f)}`) };
}

function record(party, framework, overlap, timeline, now) {
  const seat = overlap.seats.find(([p, f]) => p === party && f === framework);
  const inferred = overlap.inferred.find((c) => c.party === party && c.framework === framework);
  const day = inWords(overlap.status.asOf);
  const of = (f) => timeline.memberships.filter((m) => m.party === party && m.framework === f).sort((a, b) => (a.first ?? '').localeCompare(b.first ?? ''));
  const link = (id) => h('a', { href: state.viewAddress('entity', { id }) }, label(id));
  const others = overlap.seats.filter(([p, f]) => p === party && f !== framework).map(([, f]) => f);
  return [
    h(
      'header',
      null,
      h('h2', null, `${short(party)} · ${short(framework)}`),
      close(),
    ),
    seat
      ? h('p', { class: 'answer' }, sign(seat[2]), `On ${day}, `, link(party), seat[2] === 'suspended' ? ' is a suspended member or partner of ' : ` is ${article(STATUS[seat[2]])} of `, link(framework), '.')
      : inferred
        ? h('p', { class: 'answer' }, sign('inferred'), `On ${day}, `, link(party), ' is a partner of ', link(framework), '. No record says so itself: it follows from the seat in ', inferred.through.map((f, i) => [i ? ', ' : '', link(f)]), inferred.through.length > 1 ? ', each a part of it.' : ', which is part of it.')
        : h('p', { class: 'answer' }, `On ${day}, `, link(party), ' holds no seat in ', link(framework), '.'),
    ...[framework, ...(inferred?.through ?? [])].filter((f) => of(f).length).map((f) => h('section', null, h('h3', null, `On record: ${short(f)}`), h('ol', { class: 'record' }, of(f).map((m) => entry(m, overlap.status.asOf))))),
    (seat || inferred) && h('section', null, h('h3', null, 'Why'), reasons({ statement: `${party} entente:${seat ? 'seatIn' : 'partnerOf'} ${framework}`, asOf: now.asOf, accept: now.accept }, { falls: (without) => fallenSeats(now, without) })),
    others.length > 0 &&
      h('section', null, h('h3', null, 'Seats elsewhere on that day'), h('ul', { class: 'tags' }, others.map((f) => h('li', null, h('a', { href: state.address({ cell: `${party}~${f}`, why: '' }) }, short(f)))))),
    h('p', null, h('a', { href: state.viewAddress('timeline', { of: party }) }, `All memberships of ${short(party)} over time`)),
  ].filter(Boolean);
}

const article = (words) => (/^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`);

function entry(m, day) {
  const current = (!m.first || m.first <= day) && (!m.last || m.last >= day.slice(0, m.last.length));
  return h(
    'li',
    { class: current ? 'current' : null },
    h('p', null, h('b', null, `${inWords(m.first) || 'start not seen'} – ${m.last ? inWords(m.last) : 'open'}`), `, ${m.role === 'full' ? 'member' : m.role}${m.standing === 'suspended' ? ', suspended' : ''}`),
    h('p', { class: 'fine' }, [m.firstEvent && `begins by ${m.firstEvent}`, m.lastEvent && `ends by ${m.lastEvent}`, m.level && label(m.level)].filter(Boolean).join(' · ')),
    h('p', { class: 'fine' }, h('a', { href: state.viewAddress('entity', { id: m.membership }) }, 'the record')),
  );
}

customElements.define('en-panel', Panel);
