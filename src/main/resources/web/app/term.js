// SPDX-License-Identifier: Apache-2.0
import * as state from './state.js';
import { iri, label } from './api.js';
import { h } from './dom.js';
import { inWords } from './dates.js';

const DAYS = new Set(['date', 'gYear', 'gYearMonth']);

export const isTerm = (value) => typeof value === 'string';
export const isDay = (value) => value && typeof value === 'object' && DAYS.has(value.type);

/** What a value is called, as text. */
export const text = (value) => (value === null ? '' : isTerm(value) ? label(value) : isDay(value) ? inWords(value.value) : value.value);

/** A value for reading: the label, its IRI on hover, leading to its page. */
export function shown(value) {
  if (value === null || value === undefined) return h('span', { class: 'fine' }, '–');
  if (!isTerm(value)) return h('span', { title: value.type ?? value.lang }, text(value));
  if (value.startsWith('_:')) return h('span', { class: 'fine', title: value }, 'unnamed');
  return h('a', { href: state.viewAddress('entity', { id: value }), title: iri(value) }, label(value));
}
