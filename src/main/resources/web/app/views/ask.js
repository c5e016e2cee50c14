// SPDX-License-Identifier: Apache-2.0
// The named questions with the first line of each answer, one question with its answer, and an editor.
import * as state from '../state.js';
import { data } from '../api.js';
import { copyButton, h, settled } from '../dom.js';
import { inWords } from '../dates.js';
import { editor } from '../editor.js';
import { extent, headline, results } from '../results.js';
import { failure, loading, View } from '../states.js';
import { guarantee, reasoning, silent } from '../guarantee.js';

const NEEDS = { simple: 'on record', rules: 'by rules', dl: 'by cases and proof' };
const START = `SELECT ?partner ?framework
WHERE {
  ?partner a entente:IndoPacificPartner ;
    entente:seatIn ?framework .
}
ORDER BY ?partner ?framework
`;

class Ask extends View {
  async draw(now, current) {
    const { questions } = await data('questions');
    if (!current()) return;
    if (now.q) await this.#one(now, current, questions);
    else if (now.query !== undefined) await this.#own(now, current);
    else this.#all(now, current, questions);
  }

  /** Every question as a card. */
  #all(now, current, questions) {
    silent();
    const typed = (now.filter ?? '').toLowerCase();
    const fits = questions.filter((q) => !typed || `${q.question} ${q.summary}`.toLowerCase().includes(typed));
    const focused = document.activeElement?.id;
    const queue = new Queue(2);
    const cards = fits.map((q) => {
      const answer = h('p', { class: 'first-line' }, ' ');
      const card = h(
        'li',
        null,
        h('a', { class: 'card', href: state.address({ q: q.name, filter: '' }) }, h('span', { class: 'fine' }, `${q.id.replace(/^\D+0*/, '')}${q.needs ? ` · ${NEEDS[q.needs] ?? q.needs}` : ''}`), h('h2', null, q.question), answer),
      );
      onSight(card, () =>
        queue.add(async () => {
          if (!current()) return;
          try {
            answer.textContent = headline(await data('ask', { name: q.name, asOf: now.asOf, accept: now.accept }));
          } catch (error) {
            answer.textContent = error.message.split('\n')[0];
            answer.classList.add('warn');
          }
        }),
      );
      return card;
    });
    this.replaceChildren(
      h('h1', { class: 'lead' }, 'What do you want to know?'),
      h(
        'div',
        { class: 'bar-row' },
        h('p', { class: 'prose' }, now.asOf ? `Answers as of ${inWords(now.asOf)}.` : 'Each question has a day of its own; move the date to ask about another.'),
        h('div', { class: 'filters' }, h('input', { id: 'find', type: 'search', placeholder: 'Filter questions', 'aria-label': 'Filter questions', value: now.filter ?? '', oninput: settled(120, (e) => state.set({ filter: e.target.value }, { replace: true })) }), h('a', { class: 'button', href: state.address({ query: START, filter: '' }) }, 'Write SPARQL')),
      ),
      fits.length ? h('ul', { class: 'cards' }, cards) : h('p', { class: 'empty' }, `No question says “${now.filter}”. Clear the filter, or write a query of your own.`),
    );
    if (focused === 'find') {
      const field = this.querySelector('#find');
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    }
  }

  /** One question: the answer large, its query one click away. */
  async #one(now, current, questions) {
    const question = questions.find((q) => q.name === now.q);
    const head = [
      h('p', { class: 'crumb' }, h('a', { href: state.viewAddress('ask') }, 'All questions')),
      h('h1', { class: 'lead' }, question?.question ?? now.q),
      question && h('p', { class: 'prose' }, question.summary),
    ].filter(Boolean);
    const body = h('div', { class: 'answer-body' }, loading('Reasoning over the facts of the day'));
    this.replaceChildren(...head, body);
    reasoning();
    const reply = await data('ask', { name: now.q, asOf: now.asOf, accept: now.accept });
    if (!current()) return;
    guarantee(reply.status, extent(reply));
    body.replaceChildren(
      results(reply, { name: now.q, query: question.sparql }, now),
      h('details', { class: 'sparql' }, h('summary', null, 'As SPARQL'), h('pre', { tabindex: '0' }, question.sparql), h('p', null, h('a', { href: state.address({ q: '', query: question.sparql }) }, 'Open in the editor'), copyButton('Copy', question.sparql))),
    );
  }

  #editor;
  #place;

  /** The editor and what it gave. */
  async #own(now, current) {
    if (!this.#place?.isConnected) {
      this.#place = h('div', { class: 'editor' }, loading('Opening the editor'));
      this.output = h('div', { class: 'answer-body' });
      const go = () => this.#run();
      this.replaceChildren(
        h('p', { class: 'crumb' }, h('a', { href: state.viewAddress('ask') }, 'All questions')),
        h('h1', { class: 'lead' }, 'Ask in SPARQL'),
        this.#place,
        h(
          'div',
          { class: 'bar-row' },
          h('button', { type: 'button', class: 'main', onclick: go }, 'Ask'),
          h('span', { class: 'fine' }, h('kbd', null, 'Ctrl Enter'), ' asks, ', h('kbd', null, 'Ctrl Space'), ' completes names; known prefixes are declared for you.'),
          h('label', { class: 'choice' }, 'regime', h('select', { id: 'regime', onchange: (e) => state.set({ regime: e.target.value === 'owl-direct' ? '' : e.target.value }) }, (await data('about')).regimes.map((r) => h('option', { value: r, selected: r === (now.regime ?? 'owl-direct') }, r)))),
        ),
        this.output,
      );
      this.#editor = await editor(this.#place, now.query || START, go);
    } else if (this.#editor && now.query && this.#editor.getValue() !== now.query) this.#editor.setValue(now.query);
    if (!current()) return;
    if (!now.query) {
      silent();
      return;
    }
    const slow = setTimeout(() => {
      if (current()) {
        reasoning();
        this.output.replaceChildren(loading('Reasoning over the facts of the day'));
      }
    }, 120);
    try {
      const reply = await data('query', { query: now.query, asOf: now.asOf, accept: now.accept, regime: now.regime });
      if (!current()) return;
      guarantee(reply.status, extent(reply));
      this.output.replaceChildren(results(reply, { query: now.query }, now));
    } catch (error) {
      if (!current()) return;
      silent();
      this.output.replaceChildren(failure(error));
    } finally {
      clearTimeout(slow);
    }
  }

  #run() {
    this.#editor.declare();
    const query = this.#editor.getValue();
    if (query === state.get().query) this.again();
    else state.set({ query });
  }
}

/** At most so many at a time, in order. */
class Queue {
  #waiting = [];
  #free;

  constructor(free) {
    this.#free = free;
  }

  add(work) {
    this.#waiting.push(work);
    this.#next();
  }

  async #next() {
    if (!this.#free || !this.#waiting.length) return;
    this.#free--;
    await this.#waiting.shift()();
    this.#free++;
    this.#next();
  }
}

function onSight(element, work) {
  new IntersectionObserver((seen, observer) => {
    if (seen.some((e) => e.isIntersecting)) {
      observer.disconnect();
      work();
    }
  }).observe(element);
}

customElements.define('en-ask', Ask);
