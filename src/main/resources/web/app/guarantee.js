// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';

class GuaranteeLine extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'contentinfo');
    this.setAttribute('aria-label', 'How far this can be trusted');
  }

  /** @param status as replies carry it; @param extent how much there is, in words; @param decide asks for the rest */
  show(status, extent, decide) {
    const whole = status.sound && status.complete;
    const more = [...status.reasons.map((r) => ['because', r]), ...(status.notes ?? []).map((n) => ['note', n])];
    const line = [
      h('span', { class: `mark ${whole ? 'whole' : 'part'}`, 'aria-hidden': 'true' }),
      h('span', null, status.regime),
      h('strong', null, status.guarantee),
      status.basis && h('span', { title: 'What the guarantee rests on: derivations by rules and checked models can be written down as a certificate, verdicts of HermiT are taken on trust.' }, status.basis),
      status.place && h('span', null, status.place),
      extent && h('span', null, extent),
      status.verification && h('span', null, status.verification.replace('weakest verification', 'weakest source')),
      h('span', { class: 'number' }, `${status.milliseconds} ms`),
    ].filter(Boolean);
    const button = decide && !status.complete && h('button', { type: 'button', class: 'quiet', onclick: decide }, 'Decide the rest');
    this.replaceChildren(
      more.length
        ? h('details', null, h('summary', { 'data-more': whole ? 'notes' : 'why no more' }, line), h('dl', null, more.map(([k, v]) => [h('dt', null, k), h('dd', null, v)])))
        : h('p', null, line),
    );
    if (button) this.append(button);
  }

  wait() {
    this.replaceChildren(h('p', null, h('span', { class: 'mark busy', 'aria-hidden': 'true' }), h('span', null, 'reasoning over the facts of the day')));
  }

  clear() {
    this.replaceChildren();
  }
}

customElements.define('en-guarantee', GuaranteeLine);

const line = () => document.querySelector('en-guarantee');
export const guarantee = (status, extent, decide) => line().show(status, extent, decide);
export const reasoning = () => line().wait();
export const silent = () => line().clear();
