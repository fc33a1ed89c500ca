// Who agrees with whom.
const GROUPS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000', '#8a7f00'];
const SHAPES = [
  'M-9,0a9,9 0 1,0 18,0a9,9 0 1,0 -18,0Z', 'M0,-11L11,0L0,11L-11,0Z', 'M-8.5,-8.5H8.5V8.5H-8.5Z', 'M0,-10L10,8H-10Z',
  'M-3.5,-10H3.5V-3.5H10V3.5H3.5V10H-3.5V3.5H-10V-3.5H-3.5Z', 'M0,-11L3,-3.5L11,-3.5L4.5,2L7,10L0,5L-7,10L-4.5,2L-11,-3.5L-3,-3.5Z', 'M-5,-9H5L10,0L5,9H-5L-10,0Z', 'M0,10L10,-8H-10Z'];

function drawNetwork() {
  const among = view.actors.filter(a => a.place).slice(0, narrow.matches ? 16 : 40), pairs = agreementsOf(view, among);
  if (pairs.length === 0) { body('network').replaceChildren(el('p', { class: 'empty' }, t('noNetwork'))); return; }
  const drawn = among.filter(a => pairs.some(p => p.first === a || p.second === a));
  const strongest = new Set(drawn.flatMap(a => pairs.filter(p => (p.first === a || p.second === a) && p.value > 0.5).sort((x, y) => y.value - x.value).slice(0, 4)));
  const [width, height] = narrow.matches ? [440, 520] : [900, 600];
  const x = a => width / 2 + (arabic ? -1 : 1) * a.place[0] * (width / 2 - 70), y = a => height / 2 + a.place[1] * (height / 2 - 40);
  const svg = el('svg', { viewBox: `0 0 ${width} ${height}`, class: 'chart net', role: 'group', 'aria-label': t('network') });
  for (const p of strongest)
    svg.append(el('line', { x1: x(p.first), y1: y(p.first), x2: x(p.second), y2: y(p.second), class: 'tie', 'stroke-width': 1 + 8 * (p.value - 0.5), 'stroke-dasharray': p.n < 6 ? '2 4' : null },
      el('title', { svg: true }, `${nameOf(p.first)} · ${nameOf(p.second)}: ${p.value.toFixed(2)}, ${p.n} ${t('shared')}`)));
  for (const a of drawn) {
    const open = () => showState(a, pairs);
    svg.append(el('g', { transform: `translate(${x(a)},${y(a)})`, class: 'mark', tabindex: '0', role: 'button', 'aria-label': nameOf(a), 'data-actor': a.code, onclick: open, onkeydown: e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); open(); } } },
      // Between mark and name there is something to click, too.
      el('path', { d: 'M-9-20H9V9H-9Z', fill: 'transparent' }), el('path', { d: SHAPES[a.place[2] % SHAPES.length], fill: GROUPS[a.place[2] % GROUPS.length], stroke: '#fff', 'stroke-width': 1.5 }), el('text', { y: -15, 'text-anchor': 'middle', direction: arabic ? 'rtl' : 'ltr' }, nameOf(a))));
  }
  body('network').replaceChildren(el('p', { class: 'note' }, t('networkNote')), svg);
}

/** A state's friends and opponents; each leads to what divides the two. */
function showState(actor, pairs) {
  const own = pairs.filter(p => p.first === actor || p.second === actor).map(p => ({ other: p.first === actor ? p.second : p.first, ...p })).sort((a, b) => b.value - a.value);
  const rows = some => el('ul', { class: 'plainlist' }, some.map(p => el('li', null, el('button', { type: 'button', class: 'link', onclick: () => sideBySide(actor, p.other) }, apart(nameOf(p.other))), ' ', number(p.value.toFixed(2)), ` · ${p.n} ${t('shared')}`)));
  openEvidence(el('h3', null, apart(nameOf(actor))), el('h4', null, t('agrees')), rows(own.slice(0, 8)), own.length > 8 ? [el('h4', null, t('disagrees')), rows(own.slice(-8).reverse())] : null);
}

function sideBySide(first, second) {
  const rows = view.issues.map(i => [view.cell(first, i), view.cell(second, i)]).filter(([a, b]) => a && b).sort((x, y) => Math.abs(y[0].score - y[1].score) - Math.abs(x[0].score - x[1].score));
  const side = cell => { const b = el('button', { type: 'button', class: 'cellbutton', 'aria-label': `${nameOf(cell.actor)}: ${signed(cell.score)}`, onclick: () => showCell(cell) }, number(signed(cell.score))); paint(b, cell.score); return el('td', null, b); };
  openEvidence(el('h3', null, apart(nameOf(first)), ' · ', apart(nameOf(second))),
    el('table', { class: 'plain' }, el('thead', null, el('tr', null, el('th', { scope: 'col' }, t('issue')), el('th', { scope: 'col' }, nameOf(first)), el('th', { scope: 'col' }, nameOf(second)))),
      el('tbody', null, rows.map(([a, b]) => el('tr', null, el('th', { scope: 'row', dir: 'auto' }, nameOf(a.issue)), side(a), side(b))))));
}
