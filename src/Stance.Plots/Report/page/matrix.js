// The state × issue matrix: a grid that arrow keys move through.
let size = 20, focused = null;

function drawMatrix() {
  const shownActors = view.actors.slice(0, size), shownIssues = view.issues.slice(0, size);
  const legend = el('p', { class: 'legend' }, [-1, -0.5, 0, 0.5, 1].map(v => { const s = el('span', { class: 'swatch' }, number(signed(v))); paint(s, v); return s; }), el('span', { class: 'swatch none' }, '·'), ' ', t('noEvidence'));
  if (shownIssues.length === 0) { body('matrix').replaceChildren(el('p', { class: 'empty' }, t('nothing'))); return; }
  const grid = el('table', { class: 'grid', role: 'grid', 'aria-label': t('matrix'), onkeydown: move },
    el('thead', null, el('tr', null, el('td'), shownActors.map(a => el('th', { scope: 'col', title: nameOf(a) }, el('span', null, nameOf(a)))))),
    el('tbody', null, shownIssues.map((issue, r) => el('tr', null, el('th', { scope: 'row', title: saysOf(issue), dir: 'auto' }, nameOf(issue)),
      shownActors.map((actor, c) => matrixCell(actor, issue, r, c))))));
  const first = (focused && grid.querySelector(`[data-key="${focused}"]`)) || grid.querySelector('td.cell.has') || grid.querySelector('td.cell');
  first?.setAttribute('tabindex', '0');
  const most = Math.max(view.actors.length, view.issues.length);
  body('matrix').replaceChildren(
    el('p', { class: 'note' }, t('matrixNote')), legend,
    el('div', { class: 'bar' }, choose(t('size'), [[20, `${t('top')} 20`], [40, `${t('top')} 40`], [1000, t('all')]].filter(([n]) => n === 20 || most > n / 2), size, v => { size = Number(v); drawMatrix(); }),
      el('button', { type: 'button', id: 'save-matrix', onclick: saveMatrix }, t('save'))),
    el('div', { class: 'scroll', tabindex: '-1' }, grid));
}

function matrixCell(actor, issue, r, c) {
  const cell = view.cell(actor, issue), k = key(actor.at, issue.at);
  const place = { class: cell ? 'cell has' : 'cell none', role: 'gridcell', tabindex: '-1', 'data-key': k, 'data-r': r, 'data-c': c };
  if (!cell) return el('td', { ...place, 'aria-label': `${nameOf(actor)}, ${nameOf(issue)}: ${t('noEvidence')}` }, '·');
  const open = cell.low <= 0 && cell.high >= 0;
  const node = el('td', {
    ...place, onclick: () => { focused = k; select(node); showCell(cell); },
    'aria-label': `${nameOf(actor)}, ${nameOf(issue)}: ${signed(cell.score)}, ${cell.entries.length} ${t('articles')}${open ? `, ${t('open')}` : ''}`,
    title: `${nameOf(actor)} · ${nameOf(issue)}\n${signed(cell.score, 2)} [${signed(cell.low, 2)}, ${signed(cell.high, 2)}] · ${cell.entries.length} ${t('articles')}`,
  }, number(signed(cell.score)), open ? el('sup', null, arabic ? '؟' : '?') : null);
  paint(node, cell.score);
  return node;
}

function select(node) {
  const grid = node.closest('table');
  grid.querySelectorAll('[aria-selected]').forEach(x => x.removeAttribute('aria-selected'));
  grid.querySelectorAll('[tabindex="0"]').forEach(x => x.setAttribute('tabindex', '-1'));
  node.setAttribute('aria-selected', 'true');
  node.setAttribute('tabindex', '0');
}

function move(e) {
  const at = e.target.closest('td.cell');
  if (!at) return;
  if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); at.click(); return; }
  const grid = at.closest('table'), rows = grid.tBodies[0].rows.length, columns = grid.tHead.rows[0].cells.length - 1;
  const forward = arabic ? -1 : 1;
  let [r, c] = [Number(at.dataset.r), Number(at.dataset.c)];
  switch (e.key) {
    case 'ArrowRight': c += forward; break;
    case 'ArrowLeft': c -= forward; break;
    case 'ArrowDown': r++; break;
    case 'ArrowUp': r--; break;
    case 'Home': c = 0; break;
    case 'End': c = columns - 1; break;
    default: return;
  }
  e.preventDefault();
  const next = grid.querySelector(`td.cell[data-r="${Math.min(rows - 1, Math.max(0, r))}"][data-c="${Math.min(columns - 1, Math.max(0, c))}"]`);
  at.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function saveMatrix() {
  const rows = [['actor', 'issue', 'score', 'low', 'high', 'n', 'article', 'evidence']];
  for (const issue of view.issues)
    for (const actor of view.actors) {
      const cell = view.cell(actor, issue);
      if (cell) rows.push([actor.code, issue.id, +cell.score.toFixed(4), +cell.low.toFixed(4), +cell.high.toFixed(4), cell.entries.length, best(cell.entries).article.id, data.texts[best(cell.entries).texts[0]] ?? '']);
    }
  download('matrix.csv', rows);
}

const best = entries => entries.reduce((a, b) => b.probability > a.probability ? b : a);
