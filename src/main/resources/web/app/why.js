// SPDX-License-Identifier: Apache-2.0
// A proof as a tree: each conclusion over what it rests on, each leaf with its sources and passages.
import { data } from './api.js';
import { copyButton, count, h } from './dom.js';
import { failure, loading } from './states.js';

const MORE = 5;
const KINDS = { inferred: 'follows', stated: 'stated', path: 'path', condition: 'condition', branch: 'alternative', absent: 'absent', group: 'taken together', open: 'not traced' };

/**
 * @param ask what is to be explained: { name | query, row } or { statement }, with the day
 * @param falls tells what falls where a source is withdrawn
 */
export function reasons(ask, { falls }) {
  const box = h('div', { class: 'reasons', 'aria-live': 'polite' }, loading('Finding the smallest set of statements from which it follows'));
  const load = async (more) => {
    try {
      const why = await data('why', { ...ask, ...more });
      box.replaceChildren(...drawn(why, falls, more.most ? null : () => load({ most: MORE, sources: 'true' })));
    } catch (error) {
      box.replaceChildren(failure(error, () => load(more)));
    }
  };
  load({});
  return box;
}

function drawn(why, falls, more) {
  const used = new Map(why.statements.map((s) => [s.number, s]));
  return [
    h('p', { class: 'fine' }, why.why),
    ...why.ways.map((way, i) => h('section', null, why.ways.length > 1 && h('h3', null, `Way ${i + 1}`), drawnWay(way, used))),
    h('h3', null, 'Rests on'),
    h('ol', { class: 'leaves' }, why.statements.map((s) => leaf(s, falls))),
    ...why.notes.map((n) => h('p', { class: 'fine' }, n)),
    h(
      'p',
      { class: 'acts' },
      copyButton('Copy as Markdown', () => markdown(why)),
      more && h('button', { type: 'button', class: 'quiet', onclick: more }, 'Other justifications'),
    ),
  ].filter(Boolean);
}

function drawnWay(way, used) {
  const parts = way.parts.filter((p) => p.kind !== 'branch');
  return [
    parts.length > 1 && h('ul', { class: 'parts' }, parts.map((p) => h('li', null, h('span', { class: 'tag' }, KINDS[p.kind] ?? p.kind), ' ', p.words, ' ', refs(p.statements), p.rows && h('details', null, h('summary', null, `${count(p.rows.length, 'row')} of them`), p.rows.map((r) => drawnWay(r, used)))))),
    way.supports.map((s) => [
      s.world && h('p', { class: 'fine' }, s.world),
      s.justifications.map((j, i) => [
        s.justifications.length > 1 && h('h3', null, `Justification ${i + 1}`),
        h('ul', { class: 'proof' }, j.proofs.map((p) => step(p, true))),
        !j.minimal && h('p', { class: 'fine' }, 'A limit of time came before each statement was shown to be needed.'),
      ]),
      s.needed?.length && h('p', { class: 'fine' }, `It cannot do without ${s.needed.join(', ')}.`),
      s.justifications.length > 1 && h('p', { class: 'fine' }, s.all ? 'There are no others.' : 'There may be others.'),
    ]),
  ];
}

function step(proof, open) {
  const line = [proof.words, ' ', refs(proof.statements)];
  return h(
    'li',
    null,
    proof.premises ? h('details', { open }, h('summary', null, line), h('ul', null, proof.premises.map((p) => step(p, true)))) : h('span', { class: 'stated' }, line),
  );
}

const refs = (numbers) => (numbers ?? []).map((n) => h('sup', { class: 'ref' }, String(n)));

function leaf(s, falls) {
  return h('li', { value: String(s.number) }, h('p', null, s.words), s.axiom && h('p', { class: 'fine' }, h('code', null, s.axiom)), s.sources.map((o) => source(o, falls)));
}

function source(o, falls) {
  const where = o.line ? `${o.place}:${o.line}` : o.place;
  const result = h('span', { class: 'fine', 'aria-live': 'polite' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'quiet small',
      onclick: async () => {
        button.disabled = true;
        result.textContent = ' reasoning without it';
        try {
          const fallen = await falls(o.place);
          result.textContent = fallen.count ? ` ${fallen.count} of ${count(fallen.of, fallen.what)} fall: ${fallen.list.slice(0, 6).join('; ')}${fallen.count > 6 ? ' and more' : ''}` : ` nothing falls: it rests on other sources too.`;
        } catch (error) {
          result.textContent = ` ${error.message}`;
        }
        button.disabled = false;
      },
    },
    'without it?',
  );
  return h(
    'div',
    { class: 'source' },
    h('p', null, h('span', { class: `badge ${o.kind}` }, o.kind), ' ', h('span', { class: 'where' }, where), ' ', o.kind === 'generated' ? '' : button, result),
    [o.verification, o.inForce, o.citation].filter(Boolean).length > 0 && h('p', { class: 'fine' }, [o.verification, o.inForce].filter(Boolean).join(' · '), o.citation && h('span', { class: 'citation' }, ` ${o.citation}`)),
    (o.passages ?? []).map((p) =>
      h(
        'blockquote',
        null,
        p.words ? h('mark', null, p.words) : h('span', { class: 'fine' }, `Passage ${p.id}, characters ${p.start} to ${p.end} of the text. Start the server with your own copy (--text FILE) to read it here.`),
        p.claims.length > 0 && h('p', { class: 'fine' }, `Claimed there: ${p.claims.map((c) => `${c.name} (${[c.speaker, c.mode, c.certainty].filter(Boolean).join(', ')})`).join('; ')}`),
      ),
    ),
  );
}

function markdown(why) {
  const lines = [`**${why.why}**`, '', why.status, ''];
  const walk = (p, depth) => {
    lines.push(`${'  '.repeat(depth)}- ${p.words}${(p.statements ?? []).map((n) => ` [${n}]`).join('')}`);
    (p.premises ?? []).forEach((q) => walk(q, depth + 1));
  };
  for (const way of why.ways) {
    way.parts.forEach((p) => lines.push(`- ${KINDS[p.kind] ?? p.kind}: ${p.words}${(p.statements ?? []).map((n) => ` [${n}]`).join('')}`));
    lines.push('');
    way.supports.forEach((s) => s.justifications.forEach((j) => j.proofs.forEach((p) => walk(p, 0))));
    lines.push('');
  }
  why.statements.forEach((s) => lines.push(`${s.number}. ${s.words} (${s.sources.map((o) => [o.line ? `${o.place}:${o.line}` : o.place, ...(o.passages ?? []).map((p) => p.id)].join(', ')).join('; ')})`));
  return `${lines.join('\n')}\n`;
}
