// SPDX-License-Identifier: Apache-2.0
// The editor: Yasqe with a completion of our own over the labels of the knowledge base.
import { data } from './api.js';
import { h } from './dom.js';

let loaded;

function load() {
  loaded ??= new Promise((resolve, reject) => {
    document.head.append(h('link', { rel: 'stylesheet', href: 'vendor/yasqe.min.css' }));
    document.head.append(h('script', { src: 'vendor/yasqe.min.js', onload: () => resolve(window.Yasqe), onerror: () => reject(new Error('The editor cannot be loaded.')) }));
  });
  return loaded;
}

/** Puts an editor into an element. @param run is called when it is to be asked */
export async function editor(parent, query, run) {
  const [Yasqe, terms, { prefixes }] = await Promise.all([load(), data('terms'), data('about')]);
  const words = terms.all.map((t) => ({ ...t, low: [t.label, ...(t.also ?? []), t.id.replace(/^[^:]*:/, '')].map((w) => w.toLowerCase()) }));
  const pick = (cm, { from, to }, { text }) => {
    cm.replaceRange(text, from, to, 'complete');
    declare(cm);
  };
  const declare = (cm) => {
    const query = cm.getValue();
    const used = [...query.replaceAll(/<[^>]*>|"[^"]*"/g, ' ').matchAll(/(?<![\w?$:-])([A-Za-z][\w-]*):/g)].map((m) => m[1]);
    const missing = [...new Set(used)].filter((p) => prefixes[p] && !new RegExp(`prefix\\s+${p}:`, 'i').test(query));
    if (missing.length) cm.addPrefixes(Object.fromEntries(missing.map((p) => [p, prefixes[p]])));
  };
  const complete = (cm) => {
    const cursor = cm.getCursor();
    const before = cm.getLine(cursor.line).slice(0, cursor.ch);
    const word = /[\p{L}\p{N}_:.-]*$/u.exec(before)[0];
    const typed = word.replace(/^[^:]*:/, '').toLowerCase();
    const list = words
      .map((t) => [Math.max(...t.low.map((w) => (w.startsWith(typed) ? 3 : w.includes(` ${typed}`) ? 2 : w.includes(typed) ? 1 : 0))) + (/Class|Property/.test(t.kind) ? 0.5 : 0), t])
      .filter(([score]) => score >= 1)
      .sort(([a, x], [b, y]) => b - a || x.label.length - y.label.length)
      .slice(0, 30)
      .map(([, t]) => ({ text: /^[\w-]*:[\w.-]*$/.test(t.id) ? t.id : `<${t.id}>`, hint: pick, displayText: `${t.label}   ${t.kind.replace(/Property$/, ' property').toLowerCase()}` }));
    return { list, from: { line: cursor.line, ch: cursor.ch - word.length }, to: cursor };
  };
  const hint = (cm) => cm.showHint({ hint: complete, completeSingle: false, closeCharacters: /[\s()[\]{};>,]/ });
  parent.replaceChildren();
  const yasqe = new Yasqe(parent, {
    value: query,
    persistenceId: null,
    autocompleters: [],
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: 'auto',
    pluginButtons: undefined,
    requestConfig: { endpoint: 'sparql' },
    extraKeys: { 'Ctrl-Space': hint, 'Ctrl-Enter': () => run(), 'Cmd-Enter': () => run(), Tab: false, 'Shift-Tab': false },
  });
  yasqe.on('inputRead', (cm, change) => {
    if (change.origin === '+input' && /[\p{L}:]$/u.test(change.text[0])) {
      const line = cm.getLine(cm.getCursor().line).slice(0, cm.getCursor().ch);
      if (/(?:^|[\s(])(?!\?)[\p{L}]*:[\p{L}\p{N}]+$|\s(?!\?)[\p{L}]{3,}$/u.test(line)) hint(cm);
    }
  });
  declare(yasqe);
  yasqe.declare = () => declare(yasqe);
  yasqe.getInputField().setAttribute('aria-label', 'SPARQL query');
  return yasqe;
}
