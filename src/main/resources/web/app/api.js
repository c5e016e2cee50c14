// SPDX-License-Identifier: Apache-2.0
// The server's data. A reply is kept for as long as the page lives, since the data do not change.

const kept = new Map();
const terms = new Map();

export class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Data by name, with parameters; those that are empty are left out. */
export function data(name, { asOf, ...others } = {}) {
  const query = new URLSearchParams(Object.entries({ 'as-of': asOf, ...others }).filter(([, v]) => v)).toString();
  const url = `api/${name}${query ? `?${query}` : ''}`;
  if (!kept.has(url)) {
    const reply = load(url);
    kept.set(url, reply);
    reply.catch(() => kept.delete(url));
  }
  return kept.get(url);
}

async function load(url) {
  const began = performance.now();
  let response;
  try {
    response = await fetch(url, { headers: { accept: 'application/json' } });
  } catch {
    throw new Failure('NO_SERVER', 'The server does not answer. Start it again with ./entente serve, then reload this page.');
  }
  let json;
  try {
    json = await response.json();
  } catch {
    throw new Failure('NO_ANSWER', `The server answered ${response.status} without data. Its log says why.`);
  }
  if (!response.ok) throw new Failure(json.title ?? 'INTERNAL', json.detail ?? `The server answered ${response.status}.`);
  for (const [id, entry] of Object.entries(json.terms ?? {})) terms.set(id, entry);
  if (typeof json.status === 'object') json.status.milliseconds = Math.round(performance.now() - began);
  return json;
}

/** What people call a term. */
export function label(id) {
  if (id === 'rdf:type') return 'is a';
  return terms.get(id)?.label ?? id;
}

export function short(id) {
  const entry = terms.get(id);
  return entry?.short ?? entry?.label ?? id;
}

export function iri(id) {
  return terms.get(id)?.iri ?? id;
}

export const byLabel = (a, b) => label(a).localeCompare(label(b), 'en');
