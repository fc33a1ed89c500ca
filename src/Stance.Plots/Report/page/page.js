// The frame of the page; its sections fill themselves.
// A telephone gets charts of its own width: scaled ones would be too small to read.
const narrow = window.matchMedia('(max-width: 640px)');

const sections = {};
let view;

function frame() {
  document.documentElement.lang = arabic ? 'ar' : 'en';
  document.documentElement.dir = arabic ? 'rtl' : 'ltr';
  const root = document.getElementById('report');
  root.replaceChildren(
    el('a', { class: 'skip', href: '#matrix' }, t('skip')),
    el('header', { class: 'top' },
      el('div', null, el('h1', { dir: 'auto' }, data.title), el('p', { class: 'sub', id: 'sub' })),
      el('div', { class: 'tools' },
        el('button', { type: 'button', id: 'language', lang: arabic ? 'en' : 'ar', onclick: () => { arabic = !arabic; start(); document.getElementById('language').focus(); } }, t('other')),
        el('button', { type: 'button', onclick: () => window.print() }, t('print')))),
    el('nav', { 'aria-label': t('overview') }, ['overview', 'matrix', 'timeline', 'network'].map(s => el('a', { href: `#${s}` }, t(s)))),
    el('form', { class: 'filters', id: 'filters', 'aria-label': t('filters'), onsubmit: e => e.preventDefault() }),
    el('p', { class: 'printed', id: 'printed' }),
    el('div', { class: 'columns' },
      el('main', null, ['overview', 'matrix', 'timeline', 'network'].map(s => sections[s] = el('section', { id: s, tabindex: '-1', 'aria-labelledby': `${s}-title` },
        el('h2', { id: `${s}-title` }, t(s)), el('div', { id: `${s}-body` })))),
      el('aside', { id: 'evidence', 'aria-labelledby': 'evidence-title' })),
    el('footer', null, el('p', null, t('about'))));
}

const body = section => document.getElementById(`${section}-body`);

/** Colours from against over neutral to favor: ColorBrewer's RdBu, told apart by the colour-blind. */
function colour(score) {
  const stops = [[178, 24, 43], [244, 165, 130], [247, 247, 247], [146, 197, 222], [33, 102, 172]];
  const at = Math.min(3.999, Math.max(0, (score + 1) * 2)), low = Math.floor(at), part = at - low;
  return stops[low].map((c, i) => Math.round(c + (stops[low + 1][i] - c) * part));
}

function paint(node, score) {
  const [r, g, b] = colour(score);
  node.style.backgroundColor = `rgb(${r},${g},${b})`;
  node.style.color = 0.299 * r + 0.587 * g + 0.114 * b < 140 ? '#fff' : '#111';
}

/** A select of things by name. */
function choose(label, options, value, change) {
  return el('label', { class: 'field' }, el('span', null, label),
    el('select', { onchange: e => change(e.target.value) }, options.map(([v, text]) => el('option', { value: v, selected: String(v) === String(value) }, text))));
}

/** A text file of the reader's own machine; nothing leaves it. */
function download(name, rows) {
  // What a spreadsheet would take for a formula gets an apostrophe.
  const field = value => {
    let text = String(value ?? '');
    if (/^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const blob = new Blob(['\uFEFF' + rows.map(r => r.map(v => typeof v === 'number' ? v : field(v)).join(',') + '\r\n').join('')], { type: 'text/csv' });
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
