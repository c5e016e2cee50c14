// SPDX-License-Identifier: Apache-2.0
import { h, s } from './dom.js';

/** What each kind of seat is called where a party holds it in a framework. */
export const STATUS = {
  full: 'full member',
  partner: 'partner',
  observer: 'observer',
  participant: 'participant',
  suspended: 'suspended',
  associate: 'associate',
  invitee: 'invitee',
};

// Shapes that differ without colour, on a square of 12.
const SHAPES = {
  full: () => [s('rect', { x: 1.5, y: 1.5, width: 9, height: 9 })],
  partner: () => [s('rect', { x: 1.5, y: 1.5, width: 9, height: 9, class: 'line' }), s('rect', { x: 1.5, y: 1.5, width: 4.5, height: 9 })],
  observer: () => [s('rect', { x: 2, y: 2, width: 8, height: 8, class: 'line' })],
  participant: () => [s('rect', { x: 3.5, y: 3.5, width: 5, height: 5 })],
  suspended: () => [s('rect', { x: 2, y: 2, width: 8, height: 8, class: 'line' }), s('path', { d: 'M2 6 6 2M2 10l8-8M6 10l4-4', class: 'line' })],
  associate: () => [s('rect', { x: 1.5, y: 1.5, width: 9, height: 9, class: 'line' }), s('rect', { x: 6, y: 1.5, width: 4.5, height: 9 })],
  invitee: () => [s('path', { d: 'M6 1.5 10.5 6 6 10.5 1.5 6z', class: 'line' })],
  inferred: () => [s('rect', { x: 1.5, y: 1.5, width: 9, height: 9, class: 'line dashed' }), s('rect', { x: 2.5, y: 2.5, width: 3.5, height: 7, class: 'faint' })],
};

export const sign = (status) => s('svg', { viewBox: '0 0 12 12', class: `sign ${status}`, 'aria-hidden': 'true' }, (SHAPES[status] ?? SHAPES.participant)());

/** Which sign means what. */
export const legend = (kinds) =>
  h(
    'ul',
    { class: 'legend', 'aria-label': 'Signs' },
    kinds.map((kind) => h('li', null, sign(kind), kind === 'inferred' ? 'inferred partner' : STATUS[kind] ?? kind)),
  );
