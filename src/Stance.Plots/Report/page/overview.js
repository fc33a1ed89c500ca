// What a reader should know first, each line a way to its evidence.
function drawOverview() {
  if (view.entries.length === 0) { body('overview').replaceChildren(el('p', { class: 'empty' }, t('nothing'))); return; }
  const tile = (n, word) => el('div', { class: 'tile' }, el('strong', null, number(n.toLocaleString('en'))), el('span', null, word));
  body('overview').replaceChildren(
    el('div', { class: 'tiles' }, tile(new Set(view.entries.map(s => s.article)).size, t('with')), tile(view.entries.length, t('stances')), tile(view.actors.length, t('stated')), tile(view.issues.length, t('issuesCount'))),
    years(),
    el('div', { class: 'cards' }, card(t('divided'), divided()), card(t('changed'), turns()), card(t('together'), together()), card(t('most'), richest())));
}

const card = (title, rows) => el('div', { class: 'card' }, el('h3', null, title), rows.length ? el('ul', { class: 'plainlist' }, rows.map(r => el('li', null, r))) : el('p', { class: 'note' }, t('noChange')));

function chip(cell) {
  const b = el('button', { type: 'button', class: 'chip', onclick: () => showCell(cell) }, apart(nameOf(cell.actor)), ' ', number(signed(cell.score)));
  paint(b, cell.score);
  return b;
}

/** Cells whose sign is sure and that rest on more than one article, where there are such. */
function sure(cells) {
  const firm = cells.filter(c => c.entries.length > 1 && (c.low > 0 || c.high < 0));
  return firm.length > 1 ? firm : [];
}

function divided() {
  return view.issues.map(issue => {
    const cells = sure(view.actors.map(a => view.cell(a, issue)).filter(c => c)).sort((a, b) => b.score - a.score);
    const [most, least] = [cells[0], cells.at(-1)];
    return cells.length && most.score > 0 && least.score < 0 ? { issue, most, least, n: Math.min(most.entries.length, least.entries.length), gap: most.score - least.score } : null;
  }).filter(d => d).sort((a, b) => b.gap * Math.log(1 + b.n) - a.gap * Math.log(1 + a.n)).slice(0, 6).map(d => [apart(nameOf(d.issue)), el('br'), chip(d.most), ' ', chip(d.least)]);
}

const turns = () => data.changes.filter(([a, s]) => view.cell(actors[a], issues[s])).sort((a, b) => Math.abs(b[4] - b[3]) - Math.abs(a[4] - a[3])).slice(0, 6).map(c => turn(c));

function together() {
  const pairs = agreementsOf(view, view.actors.slice(0, 25)).filter(p => p.n >= 5).sort((a, b) => b.value - a.value);
  const row = p => [el('button', { type: 'button', class: 'link', onclick: () => sideBySide(p.first, p.second) }, apart(nameOf(p.first)), ' · ', apart(nameOf(p.second))), ' ', number(p.value.toFixed(2))];
  return pairs.length > 6 ? [...pairs.slice(0, 3).map(row), '…', ...pairs.slice(-3).map(row)] : pairs.map(row);
}

const richest = () => [...view.cells.values()].sort((a, b) => b.entries.length - a.entries.length).slice(0, 6).map(c => [chip(c), ' ', apart(nameOf(c.issue)), ' ', number(`(${c.entries.length})`)]);

function years() {
  const counts = new Map();
  for (const a of new Set(view.entries.map(s => s.article))) if (a.day) counts.set(a.day.slice(0, 4), (counts.get(a.day.slice(0, 4)) ?? 0) + 1);
  if (counts.size < 2) return null;
  const [first, last] = [Math.min(...[...counts.keys()].map(Number)), Math.max(...[...counts.keys()].map(Number))], most = Math.max(...counts.values());
  const n = last - first + 1, across = narrow.matches ? 440 : 900, width = across / n, svg = el('svg', { viewBox: `0 0 ${across} 110`, class: 'chart years', role: 'img', 'aria-label': t('perYear') });
  const step = Math.ceil(n / (across / 60));
  for (let year = first; year <= last; year++) {
    const count = counts.get(String(year)) ?? 0, at = (arabic ? last - year : year - first) * width, tall = 64 * count / most;
    svg.append(el('rect', { x: at + width * 0.1, y: 84 - tall, width: width * 0.8, height: tall, class: 'bartone' }, el('title', { svg: true }, `${year}: ${count}`)));
    if (count && width > 24) svg.append(el('text', { x: at + width / 2, y: 80 - tall, 'text-anchor': 'middle' }, String(count)));
    if ((year - first) % step === 0) svg.append(el('text', { x: at + width / 2, y: 102, 'text-anchor': 'middle' }, String(year)));
  }
  return el('figure', null, el('figcaption', { class: 'note' }, t('perYear')), svg);
}
