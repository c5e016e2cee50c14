// SPDX-License-Identifier: Apache-2.0
// The day, over the days on which something changed. One for all views.
import * as state from './state.js';
import { data, short } from './api.js';
import { h, s, settled } from './dom.js';
import { first, inWords, parse } from './dates.js';

const STEP_MS = 1100;

class DateBar extends HTMLElement {
  #epochs = [];
  #day;
  #default;
  #playing;
  #turn = 0;

  async connectedCallback() {
    const about = await data('about').catch(() => null);
    if (!about || about.epochs.length === 0) {
      this.hidden = true;
      return;
    }
    this.#epochs = about.epochs;
    this.#default = about.defaultDay ?? about.epochs.at(-1);
    this.#build();
    this.#show(state.get(), true);
    state.listen((now) => this.#show(now));
  }

  #build() {
    const from = first(this.#epochs[0]);
    const to = first(this.#epochs.at(-1)) + 120;
    this.place = (day) => (100 * (Math.min(Math.max(first(day), from), to) - from)) / (to - from);
    const ticks = s('svg', { class: 'ticks', 'aria-hidden': 'true', preserveAspectRatio: 'none', viewBox: '0 0 100 10' });
    ticks.append(
      s('path', { d: this.#epochs.map((d) => `M${this.place(d).toFixed(2)} 0V10`).join(''), 'vector-effect': 'non-scaling-stroke' }),
    );
    const years = h('div', { class: 'years', 'aria-hidden': 'true' });
    for (let year = 1950; year <= 2020; year += 10) {
      years.append(h('span', { style: { left: `${this.place(`${year}-01-01`)}%` } }, String(year)));
    }
    this.thumb = h('div', { class: 'thumb' });
    this.track = h(
      'div',
      {
        class: 'track',
        role: 'slider',
        tabindex: '0',
        'aria-label': 'As of',
        'aria-valuemin': '0',
        'aria-valuemax': String(this.#epochs.length - 1),
        onkeydown: (e) => this.#key(e),
        onpointerdown: (e) => this.#drag(e),
      },
      ticks,
      this.thumb,
      years,
    );
    this.field = h('input', {
      'aria-label': 'Day, as 4 April 2024, 2024-04-04, 2024-04 or 2024',
      spellcheck: 'false',
      onfocus: () => this.field.select(),
      onchange: () => this.#typed(),
    });
    this.play = h('button', { type: 'button', class: 'play', 'aria-label': 'Play', onclick: () => this.#toggle() }, playSign(false));
    this.words = h('p', { class: 'changes', 'aria-live': 'polite' });
    this.replaceChildren(
      h('div', { class: 'row' }, this.track, h('label', { class: 'day' }, h('span', null, 'as of'), this.field), this.play),
      this.words,
    );
    const set = (day) => state.set({ asOf: day === this.#default ? '' : day });
    const last = settled(60, set);
    let moved = -Infinity;
    // A single move counts at once; of many in a row only the last, once they have paused.
    this.later = (day) => {
      const quick = performance.now() - moved < 200;
      moved = performance.now();
      (quick ? last : set)(day);
    };
  }

  /** Index of the epoch that holds a day. */
  #index(day) {
    const after = this.#epochs.findIndex((d) => d > day);
    return after < 0 ? this.#epochs.length - 1 : Math.max(0, after - 1);
  }

  #show(now, opening = false) {
    const day = now.asOf ?? this.#default;
    if (day === this.#day) return;
    const before = this.#day;
    this.#day = day;
    this.#place(day);
    if (!opening) this.#tell(before, day);
    this.#ahead(day);
  }

  #place(day) {
    this.thumb.style.left = `${this.place(day)}%`;
    this.track.setAttribute('aria-valuenow', String(this.#index(day)));
    this.track.setAttribute('aria-valuetext', inWords(day));
    this.field.value = inWords(day);
  }

  /** The neighbours are fetched when nothing else is going on, so that the next step is quick. */
  #ahead = settled(700, (day) => {
    if (document.querySelector('en-overlap:not([aria-busy])')) {
      const at = this.#index(day);
      const next = this.#epochs[at + 1];
      const before = this.#epochs[at - (this.#epochs[at] === day ? 1 : 0)];
      for (const d of [next, before]) if (d && d !== this.#default) data('overlap', { asOf: d, accept: state.get().accept }).catch(() => {});
    }
  });

  #to(day) {
    this.#place(day);
    this.later(day);
  }

  #step(by) {
    const now = this.#pending ?? this.#day;
    const at = this.#index(now);
    const back = by < 0 && now > this.#epochs[at] ? 0 : by;
    const day = this.#epochs[Math.min(Math.max(at + back, 0), this.#epochs.length - 1)];
    this.#pending = day;
    this.#to(day);
    setTimeout(() => (this.#pending = undefined), 80);
  }

  #pending;

  #key(event) {
    const years = (n) => {
      const [y, ...rest] = this.#day.split('-');
      this.#to([Number(y) + n, ...rest].join('-') < this.#epochs[0] ? this.#epochs[0] : [Number(y) + n, ...rest].join('-'));
    };
    const moves = {
      ArrowRight: () => this.#step(1),
      ArrowUp: () => this.#step(1),
      ArrowLeft: () => this.#step(-1),
      ArrowDown: () => this.#step(-1),
      PageUp: () => years(5),
      PageDown: () => years(-5),
      Home: () => this.#to(this.#epochs[0]),
      End: () => this.#to(this.#epochs.at(-1)),
    };
    if (moves[event.key]) {
      event.preventDefault();
      moves[event.key]();
    }
  }

  #drag(event) {
    if (event.button) return;
    const box = this.track.getBoundingClientRect();
    const at = (e) => {
      const share = ((e.clientX - box.left) / box.width) * 100;
      return this.#epochs.reduce((best, d) => (Math.abs(this.place(d) - share) < Math.abs(this.place(best) - share) ? d : best));
    };
    const move = (e) => this.#to(at(e));
    this.track.setPointerCapture(event.pointerId);
    this.track.addEventListener('pointermove', move);
    this.track.addEventListener('pointerup', () => this.track.removeEventListener('pointermove', move), { once: true });
    move(event);
  }

  #typed() {
    const day = parse(this.field.value);
    this.field.setCustomValidity(day ? '' : 'Write a day as 4 April 2024, 2024-04-04, 2024-04 or 2024.');
    this.field.reportValidity();
    if (day) state.set({ asOf: day === this.#default ? '' : day });
  }

  #toggle() {
    clearInterval(this.#playing);
    this.#playing = this.#playing ? undefined : setInterval(() => this.#next(), STEP_MS);
    this.play.replaceChildren(playSign(Boolean(this.#playing)));
    this.play.setAttribute('aria-label', this.#playing ? 'Pause' : 'Play');
  }

  #next() {
    if (document.querySelector('main [aria-busy]')) return;
    if (this.#index(this.#day) === this.#epochs.length - 1) this.#toggle();
    else this.#step(1);
  }

  /** What changed between two days, in words. */
  async #tell(before, day) {
    const turn = ++this.#turn;
    const { accept } = state.get();
    const on = (d) => data('overlap', { asOf: d === this.#default ? '' : d, accept });
    try {
      const [was, is] = await Promise.all([on(before), on(day)]);
      if (turn === this.#turn) this.words.replaceChildren(...changeWords(before, changes(was, is)));
    } catch {
      if (turn === this.#turn) this.words.replaceChildren();
    }
  }
}

const playSign = (playing) =>
  s('svg', { viewBox: '0 0 12 12', 'aria-hidden': 'true' }, s('path', { d: playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2 1l9 5-9 5z' }));

/** Seats and what follows from them, gained and lost from one day to another. */
export function changes(was, is) {
  const cells = (overlap) =>
    new Map([
      ...overlap.seats.map(([p, f, status]) => [`${p}~${f}`, { p, f, status }]),
      ...overlap.inferred.map((c) => [`${c.party}~${c.framework}`, { p: c.party, f: c.framework, status: 'partner', inferred: true }]),
    ]);
  const a = cells(was);
  const b = cells(is);
  return {
    gained: [...b].filter(([k]) => !a.has(k)).map(([, c]) => c),
    lost: [...a].filter(([k]) => !b.has(k)).map(([, c]) => c),
    turned: [...b].filter(([k, c]) => a.has(k) && a.get(k).status !== c.status).map(([, c]) => c),
  };
}

function changeWords(before, { gained, lost, turned }) {
  const MOST = 6;
  const total = gained.length + lost.length + turned.length;
  if (!total) return [`No seat changed since ${inWords(before)}.`];
  const all = [
    ...gained.filter((c) => !c.inferred).map((c) => ['gained', '+', c]),
    ...lost.filter((c) => !c.inferred).map((c) => ['lost', '−', c]),
    ...turned.map((c) => ['turned', '±', c]),
    ...gained.filter((c) => c.inferred).map((c) => ['gained', '+', c]),
    ...lost.filter((c) => c.inferred).map((c) => ['lost', '−', c]),
  ];
  const words = all
    .slice(0, MOST)
    .map(([kind, sign, c]) => h('span', { class: kind }, h('b', null, sign), ` ${short(c.p)} → ${short(c.f)}${kind === 'turned' ? `, now ${c.status}` : ''}${c.inferred ? ' (inferred)' : ''}`));
  const rest = all.slice(MOST);
  const number = (kind) => rest.filter(([k]) => k === kind).length;
  const more = [number('gained') && `${number('gained')} more gained`, number('lost') && `${number('lost')} more lost`, number('turned') && `${number('turned')} more changed`].filter(Boolean);
  return [h('span', { class: 'since' }, `Since ${inWords(before)}: `), ...words, more.length ? h('span', null, `and ${more.join(', ')}`) : ''];
}

customElements.define('en-date-bar', DateBar);
