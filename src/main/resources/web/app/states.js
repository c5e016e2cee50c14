// SPDX-License-Identifier: Apache-2.0
// What is shown where there is nothing to show yet, nothing at all, or an error.
import { h } from './dom.js';

export const empty = (...text) => h('p', { class: 'empty' }, text);

export const loading = (text) =>
  h('div', { class: 'loading', role: 'status' }, h('p', null, text), h('div', { class: 'bar' }), h('div', { class: 'bar' }), h('div', { class: 'bar' }));

/** Codes of the server have a page; those of ours say all there is. */
const explained = (code) => (code.startsWith('NO_') ? code : h('a', { href: code === 'HTTP' ? 'errors' : `errors#${code.toLowerCase()}` }, code));

/** An error: its code, and what to do. */
export function failure(error, again) {
  return h(
    'div',
    { class: 'failure', role: 'alert' },
    h('p', { class: 'code' }, explained(error.code ?? 'INTERNAL')),
    h('pre', null, error.message),
    again && h('button', { type: 'button', onclick: again }, 'Try again'),
  );
}

/** A base for views: draws anew when the state changes, and keeps only the last of overlapping draws. */
export class View extends HTMLElement {
  #stop;
  #turn = 0;

  connectedCallback() {
    this.setAttribute('aria-busy', 'true');
    import('./state.js').then((state) => {
      if (!this.isConnected) return;
      this.#stop = state.listen((now) => this.#draw(now));
      this.#draw(state.get());
    });
  }

  disconnectedCallback() {
    this.#stop?.();
  }

  /** Draws again, as after an error. */
  async again() {
    this.#draw((await import('./state.js')).get());
  }

  async #draw(now) {
    const turn = ++this.#turn;
    const current = () => turn === this.#turn && this.isConnected;
    this.setAttribute('aria-busy', 'true');
    try {
      await this.draw(now, current);
    } catch (error) {
      if (!current()) return;
      if (!error.code) console.error(error);
      this.replaceChildren(failure(error, () => this.again()));
    }
    if (current()) this.removeAttribute('aria-busy');
  }
}
