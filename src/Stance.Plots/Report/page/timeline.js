// A state, or two, on an issue over time.
const chosen = { actor: null, other: '', issue: null, window: 'auto' };
const LINES = ['#0072b2', '#d55e00'];
const MARKS = [r => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`, r => `M0,${-r * 1.25}L${r * 1.25},0L0,${r * 1.25}L${-r * 1.25},0Z`];

function showTimeline(actor, issue) {
  [chosen.actor, chosen.issue] = [actor, issue];
  drawTimeline();
}

/** The cell with the most days: what a reader sees before choosing. */
function likely() {
  let found = null, most = 0;
  for (const cell of view.cells.values()) {
    const n = new Set(cell.entries.map(s => s.article.day && s.article.day.slice(0, 7)).filter(d => d)).size;
    if (n > most) [found, most] = [cell, n];
  }
  return found;
}

function drawTimeline() {
  if (view.entries.length === 0) { body('timeline').replaceChildren(el('p', { class: 'empty' }, t('nothing'))); return; }
  const usable = view.actors.some(a => a.at === chosen.actor) && view.issues.some(i => i.at === chosen.issue) && view.cell(actors[chosen.actor], issues[chosen.issue]);
  if (!usable) { const first = likely() ?? view.cells.values().next().value; [chosen.actor, chosen.issue] = [first.actor.at, first.issue.at]; }
  const byName = (a, b) => nameOf(a).localeCompare(nameOf(b), arabic ? 'ar' : 'en');
  const onIssue = view.actors.filter(a => view.cell(a, issues[chosen.issue])).sort(byName);
  const ofActor = view.issues.filter(i => view.cell(actors[chosen.actor], i)).sort(byName);
  const set = (name, value) => { chosen[name] = value; drawTimeline(); };
  if (!onIssue.some(a => String(a.at) === String(chosen.other))) chosen.other = '';
  body('timeline').replaceChildren(el('p', { class: 'note' }, t('timelineNote')),
    el('div', { class: 'bar' },
      choose(t('state'), [...view.actors].sort(byName).map(a => [a.at, nameOf(a)]), chosen.actor, v => set('actor', Number(v))),
      choose(t('issue'), ofActor.map(i => [i.at, nameOf(i)]), chosen.issue, v => set('issue', Number(v))),
      choose(t('compare'), [['', t('nobody')], ...onIssue.filter(a => a.at !== chosen.actor).map(a => [a.at, nameOf(a)])], chosen.other, v => set('other', v === '' ? '' : Number(v))),
      choose(t('window'), ['auto', 'month', 'quarter', 'year'].map(w => [w, t(w)]), chosen.window, v => set('window', v))),
    chartOf([chosen.actor, chosen.other].filter(a => a !== '')));
}

function pointsOf(actor, kind) {
  const groups = new Map();
  for (const s of view.cell(actors[actor], issues[chosen.issue]).entries)
    if (s.article.day) { const w = windowOf(s.article.day, kind); if (!groups.has(w)) groups.set(w, []); groups.get(w).push(s); }
  return [...groups].sort((a, b) => a[0] < b[0] ? -1 : 1).map(([window, entries]) => { const [low, high] = interval(entries); return { window, entries, low, high, score: mean(entries), at: placeOf(window) }; });
}

function chartOf(list) {
  const dated = list.flatMap(a => view.cell(actors[a], issues[chosen.issue]).entries.map(s => s.article.day).filter(d => d)).sort();
  if (dated.length === 0) return el('p', { class: 'empty' }, t('noPoints'));
  const span = yearOf(dated.at(-1)) - yearOf(dated[0]);
  const kind = chosen.window !== 'auto' ? chosen.window : span <= 3 ? 'month' : span <= 8 ? 'quarter' : 'year';
  const first = Math.floor(yearOf(dated[0])), last = Math.max(first + 1, Math.ceil(yearOf(dated.at(-1)) + 0.01));
  const [width, height, left, right, top, bottom] = [narrow.matches ? 440 : 900, 330, 64, 20, 26, 40];
  const along = at => { const x = left + (at - first) / (last - first) * (width - left - right); return arabic ? width - x : x; };
  const down = score => top + (1 - score) / 2 * (height - top - bottom);
  const svg = el('svg', { viewBox: `0 0 ${width} ${height}`, class: 'chart', role: 'group', 'aria-label': `${list.map(a => nameOf(actors[a])).join(' · ')}: ${nameOf(issues[chosen.issue])}` });
  const step = Math.ceil((last - first) / (narrow.matches ? 5 : 12));
  for (let year = first; year <= last; year += step)
    svg.append(el('line', { x1: along(year), x2: along(year), y1: top, y2: height - bottom, class: 'rule' }), el('text', { x: along(year), y: height - bottom + 26, 'text-anchor': 'middle' }, String(year)));
  for (const [score, word] of [[1, t('favor')], [0, ''], [-1, t('against')]])
    svg.append(el('line', { x1: left, x2: width - right, y1: down(score), y2: down(score), class: score === 0 ? 'rule zero' : 'rule', ...(arabic ? { x1: right, x2: width - left } : {}) }),
      el('text', { x: arabic ? width - left + 8 : left - 8, y: down(score) + 4, 'text-anchor': 'end' }, word || '0'));
  list.forEach((actor, i) => line(svg, actor, i, kind, along, down, top, height - bottom));
  return el('div', null, el('p', { class: 'legend' }, list.map((a, i) => [el('svg', { viewBox: '-8 -8 16 16', class: 'key', 'aria-hidden': 'true' }, el('path', { d: MARKS[i](6), fill: LINES[i] })), ' ', apart(nameOf(actors[a])), ' '])), svg,
    el('p', { class: 'note' }, data.changes.filter(([a, s]) => list.includes(a) && s === chosen.issue).map(c => el('span', { class: 'turn' }, turn(c, true)))));
}

function line(svg, actor, i, kind, along, down, top, floor) {
  const points = pointsOf(actor, kind), unit = kind === 'year' ? 1 : kind === 'quarter' ? 0.25 : 1 / 12;
  const runs = [];
  for (const p of points) { const run = runs.at(-1); if (run && p.at - run.at(-1).at < 1.5 * unit) run.push(p); else runs.push([p]); }
  for (const [a, s, day] of data.changes)
    if (a === actor && s === chosen.issue) svg.append(el('line', { x1: along(yearOf(day)), x2: along(yearOf(day)), y1: top - 8, y2: floor, stroke: LINES[i], class: 'change' }));
  for (const run of runs) {
    if (run.length > 1) svg.append(el('path', { d: `M${[...run.map(p => [along(p.at), down(p.high)]), ...run.toReversed().map(p => [along(p.at), down(p.low)])].map(p => p.join(',')).join('L')}Z`, fill: LINES[i], opacity: 0.15 }),
      el('path', { d: `M${run.map(p => `${along(p.at)},${down(p.score)}`).join('L')}`, stroke: LINES[i], 'stroke-width': 2.5, fill: 'none' }));
    else svg.append(el('line', { x1: along(run[0].at), x2: along(run[0].at), y1: down(run[0].high), y2: down(run[0].low), stroke: LINES[i], opacity: 0.4, 'stroke-width': 6 }));
  }
  for (const p of points) {
    const words = `${nameOf(actors[actor])}, ${p.window}: ${signed(p.score, 2)} [${signed(p.low, 2)}, ${signed(p.high, 2)}], ${p.entries.length} ${t(p.entries.length === 1 ? 'article' : 'articles')}`;
    const open = () => showEntries(`${nameOf(actors[actor])} · ${nameOf(issues[chosen.issue])} · ${p.window}`, p.entries);
    svg.append(el('g', { transform: `translate(${along(p.at)},${down(p.score)})`, class: 'mark', tabindex: '0', role: 'button', 'aria-label': words, onclick: open, onkeydown: e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); open(); } } },
      el('title', { svg: true }, words), el('path', { d: MARKS[i](5.5), fill: p.entries.length === 1 ? '#fff' : LINES[i], stroke: LINES[i], 'stroke-width': 2 })));
  }
}

/** A change in words, that leads to its evidence. */
function turn([actor, issue, day, before, after, p, last, first], short) {
  return el('button', { type: 'button', class: 'link', onclick: () => { showTimeline(actor, issue); showEntries(`${nameOf(actors[actor])} · ${nameOf(issues[issue])} · ${day}`, [...last, ...first].map(i => stances[i])); } },
    apart(nameOf(actors[actor])), short ? null : [' · ', apart(nameOf(issues[issue]))], ' ', number(signed(before)), ' ', arabic ? '←' : '→', ' ', number(signed(after)), ' ', el('time', { dir: 'ltr' }, day), ' ', number(`p=${p.toFixed(3)}`));
}
