// SPDX-License-Identifier: Apache-2.0
// Who says what, how, against the record; and what accepting a policy would change.
import * as state from '../state.js';
import { data, label } from '../api.js';
import { count, h, listed, settled } from '../dom.js';
import { loading, View } from '../states.js';
import { guarantee, reasoning } from '../guarantee.js';
import { shown } from '../term.js';

const VERDICTS = { agrees: ['✓', 'The record agrees'], contradicts: ['✗', 'The record contradicts it'], 'not decided': ['–', 'The record does not decide'] };

class Claims extends View {
  async draw(now, current) {
    const waiting = setTimeout(() => {
      if (!current()) return;
      reasoning();
      if (!this.firstChild) this.replaceChildren(loading('Comparing the claims with the record of the day'));
    }, 120);
    const [reply, change] = await Promise.all([
      data('claims', { asOf: now.asOf }),
      now.policy ? data('policy', { name: now.policy, asOf: now.asOf }) : null,
    ]).finally(() => clearTimeout(waiting));
    if (!current()) return;
    const policy = reply.policies.find((p) => p.name === now.policy);
    const accepted = (c) => policy && meets(policy.speakers, c.speaker) && meets(policy.modes, c.mode) && meets(policy.certainties, c.certainty);
    const typed = (now.filter ?? '').toLowerCase();
    const fits = (c) =>
      (!now.verdict || c.verdict === now.verdict) &&
      (!now.mode || c.mode?.includes(now.mode)) &&
      (!now.accepted || accepted(c)) &&
      (!typed || [label(c.id), ...(c.holder ?? []).map(label), ...(c.concerns ?? []).map(label)].join(' ').toLowerCase().includes(typed));
    const claims = reply.claims.filter(fits);
    guarantee(reply.status, count(claims.length, 'claim'));
    const focused = document.activeElement?.id;
    const number = (v) => reply.claims.filter((c) => c.verdict === v).length || 'none';
    this.replaceChildren(
      h('h1', { class: 'lead' }, h('b', null, count(reply.claims.length, 'claim')), ` on record. The record of the day agrees with ${number('agrees')}, contradicts ${number('contradicts')}, and does not decide ${number('not decided')}.`),
      h(
        'div',
        { class: 'with-side' },
        h(
          'div',
          null,
          h(
            'div',
            { class: 'bar-row' },
            select('verdict', 'verdict', ['agrees', 'contradicts', 'not decided'].map((v) => [v, v]), now),
            select('mode', 'mode', [...new Set(reply.claims.flatMap((c) => c.mode ?? []))].map((m) => [m, label(m)]), now),
            h('div', { class: 'filters' }, h('input', { id: 'find', type: 'search', placeholder: 'Filter claims', 'aria-label': 'Filter claims', value: now.filter ?? '', oninput: settled(150, (e) => state.set({ filter: e.target.value }, { replace: true })) })),
          ),
          claims.length
            ? h('ol', { class: 'claims' }, claims.map((c) => claim(c, accepted(c))))
            : h('p', { class: 'empty' }, 'No claim fits. ', h('a', { href: state.address({ filter: '', verdict: '', mode: '', accepted: '' }) }, 'Show all')),
        ),
        side(reply, change, policy, accepted, now),
      ),
    );
    if (focused) {
      const field = document.getElementById(focused);
      field?.focus();
      if (field?.value) field.setSelectionRange?.(field.value.length, field.value.length);
    }
  }
}

const meets = (wanted, had) => wanted.length === 0 || (had ?? []).some((v) => wanted.includes(v));

const select = (id, name, options, now) =>
  h(
    'label',
    { class: 'choice' },
    name,
    h('select', { id, onchange: (e) => state.set({ [id]: e.target.value }) }, h('option', { value: '' }, 'any'), options.map(([v, text]) => h('option', { value: v, selected: v === now[id] }, text))),
  );

/** A claim as a sentence from its data: speaker, holder, content. */
function claim(c, added) {
  const speakers = c.speaker ?? [];
  const others = (c.holder ?? []).filter((p) => !speakers.includes(p));
  const own = (c.holder ?? []).some((p) => speakers.includes(p));
  const link = (id) => h('a', { href: state.viewAddress('entity', { id }) }, label(id));
  const denied = (c.polarity ?? []).some((p) => /Denied$/.test(p));
  const [sign, words] = VERDICTS[c.verdict] ?? ['', ''];
  const chips = ['polarity', 'certainty', 'mode', 'status', 'degree', 'setting', 'motive', 'perspective'].flatMap((aspect) => (c[aspect] ?? []).map((v) => [aspect, v]));
  return h(
    'li',
    { class: `claim ${added ? 'added' : ''}` },
    h('p', { class: 'says' }, speakers.map(link), others.length ? [own ? ' says, and ascribes to ' : ' ascribes to ', listed(others.map(label))] : ' says', ': ', h('a', { href: state.viewAddress('entity', { id: c.id }) }, label(c.id)), '.'),
    h('p', { class: `verdict-mark ${(c.verdict ?? '').replace(' ', '-')}` }, h('span', { 'aria-hidden': 'true' }, sign), words),
    h('ul', { class: 'chips' }, chips.map(([aspect, v]) => h('li', { class: aspect === 'polarity' && denied ? 'strong' : null, title: aspect }, label(v)))),
    h(
      'details',
      null,
      h('summary', null, `What it says in statements${denied ? ', all put forward as not so' : ''}`),
      h('ul', { class: 'statements' }, (c.content ?? []).map(([s, p, o]) => h('li', null, shown(s), ' ', h('span', { class: 'fine' }, label(p)), ' ', shown(o)))),
      c.tension && h('p', null, 'In tension with ', c.tension.map((t, i) => [i ? ', ' : '', link(t)]), '.'),
      h('p', { class: 'fine' }, `Said in ${(c.passage ?? []).map((p) => p.replace(/^.*[:/]/, '')).join(', ')}`),
    ),
  );
}

function side(reply, change, policy, accepted, now) {
  const choice = (name, title, text, n) =>
    h(
      'label',
      null,
      h('input', { type: 'radio', name: 'policy', id: `policy-${name || 'none'}`, value: name, checked: (now.policy ?? '') === name, onchange: () => state.set({ policy: name, accepted: '' }) }),
      h('span', null, title, n !== undefined ? h('span', { class: 'fine' }, ` · ${n}`) : ''),
      h('small', null, text),
    );
  const statements = change?.added.filter((t) => !t.some((v) => typeof v === 'string' && v.startsWith('_:'))) ?? [];
  return h(
    'aside',
    { class: 'side', 'aria-label': 'Acceptance' },
    h(
      'fieldset',
      null,
      h('legend', null, 'Take claims into the world'),
      choice('', 'none', 'Claims are shown beside the record and enter no inference.'),
      reply.policies.map((p) => choice(p.name, p.label, p.definition, reply.claims.filter((c) => meets(p.speakers, c.speaker) && meets(p.modes, c.mode) && meets(p.certainties, c.certainty)).length)),
    ),
    policy &&
      h(
        'section',
        null,
        h('h2', null, 'What would change'),
        change.notes.map((n) => h('p', { class: 'fine' }, n)),
        h('p', null, h('a', { href: state.address({ accepted: now.accepted ? '' : 'yes' }) }, now.accepted ? 'Show all claims' : 'Show the accepted claims only')),
        statements.length
          ? h('ul', { class: 'added', tabindex: '0' }, statements.map(([s, p, o]) => h('li', null, shown(s), ' ', h('span', { class: 'fine' }, label(p)), ' ', shown(o))))
          : h('p', { class: 'empty' }, 'It adds no statement of its own.'),
        h('p', null, h('a', { href: state.viewAddress('overlap', { accept: policy.name }) }, 'See the overlaps with them accepted')),
      ),
  );
}

customElements.define('en-claims', Claims);
