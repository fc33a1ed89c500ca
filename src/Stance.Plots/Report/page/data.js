// The data of the page, and what is computed of what the filters leave.
const data = JSON.parse(document.getElementById('stance-data').textContent);

const actors = data.actors.map(([code, en, ar], at) => ({ at, code, en, ar, place: data.places[at] }));
const issues = data.issues.map(([id, en, ar, says, saysAr], at) => ({ at, id, en, ar, says, saysAr }));
const articles = data.articles.map(([id, title, day, source, url, language]) => ({ id, title, day, source, url, language }));
const stances = data.stances.map(([article, actor, issue, stance, probability, score, weight, speaker, texts], at) =>
  ({ at, article: articles[article], actor, issue, stance, probability, score, weight, speaker, texts }));
const days = articles.map(a => a.day).filter(d => d).sort();

const nameOf = thing => (arabic ? thing.ar : thing.en) || thing.code || thing.id;
const saysOf = issue => (arabic ? issue.saysAr : issue.says) || '';

/** What is filtered by: sets of numbers (empty: all), days, least probability. */
const filter = { actors: new Set(), issues: new Set(), from: '', to: '', probability: 0 };

const key = (actor, issue) => actor * issues.length + issue;

// Intervals that the library computed hold wherever no filter touches a cell.
const known = new Map(data.cells.map(([actor, issue, low, high]) => [key(actor, issue), [low, high]]));
const whole = new Map();
for (const s of stances) whole.set(key(s.actor, s.issue), (whole.get(key(s.actor, s.issue)) ?? 0) + 1);

function passes(s) {
  const day = s.article.day;
  return (filter.actors.size === 0 || filter.actors.has(s.actor)) && (filter.issues.size === 0 || filter.issues.has(s.issue)) && s.probability >= filter.probability
    && (!filter.from || (day && day >= filter.from)) && (!filter.to || (day && day <= filter.to));
}

function mean(entries) {
  let sum = 0, weight = 0;
  for (const s of entries) { sum += s.score * s.weight; weight += s.weight; }
  return weight > 0 ? sum / weight : 0;
}

/** 95 % percentile bootstrap over articles; the same entries always give the same interval. */
function interval(entries) {
  if (entries.length < 2) { const only = mean(entries); return [only, only]; }
  let state = 1;
  const random = () => { state = (state + 0x6D2B79F5) | 0; let r = Math.imul(state ^ (state >>> 15), 1 | state); r = (r + Math.imul(r ^ (r >>> 7), 61 | r)) ^ r; return ((r ^ (r >>> 14)) >>> 0) / 4294967296; };
  const drawn = new Float64Array(400);
  for (let r = 0; r < drawn.length; r++) {
    let sum = 0, weight = 0;
    for (let i = 0; i < entries.length; i++) { const s = entries[Math.floor(random() * entries.length)]; sum += s.score * s.weight; weight += s.weight; }
    drawn[r] = weight > 0 ? sum / weight : 0;
  }
  drawn.sort();
  return [drawn[10], drawn[389]];
}

/** The view that the filters leave: entries, cells by key, actors and issues by number of articles. */
function viewOf() {
  const entries = stances.filter(passes);
  const cells = new Map();
  for (const s of entries) {
    const k = key(s.actor, s.issue);
    if (!cells.has(k)) cells.set(k, { actor: actors[s.actor], issue: issues[s.issue], entries: [] });
    cells.get(k).entries.push(s);
  }
  for (const [k, cell] of cells) {
    cell.score = mean(cell.entries);
    [cell.low, cell.high] = cell.entries.length === whole.get(k) ? known.get(k) : interval(cell.entries);
  }
  const count = of => { const n = new Map(); for (const s of entries) n.set(s[of], (n.get(s[of]) ?? 0) + 1); return n; };
  const ranked = (all, n) => all.filter(x => n.has(x.at)).sort((a, b) => n.get(b.at) - n.get(a.at) || a.at - b.at);
  return { entries, cells, actors: ranked(actors, count('actor')), issues: ranked(issues, count('issue')), cell: (actor, issue) => cells.get(key(actor.at, issue.at)) };
}

/** Agreement of all pairs among some states: 1 − mean |Δscore| / 2 over at least three shared issues. */
function agreementsOf(view, among) {
  const found = [];
  for (let i = 0; i < among.length; i++)
    for (let j = i + 1; j < among.length; j++) {
      let sum = 0, n = 0;
      for (const issue of view.issues) {
        const [a, b] = [view.cell(among[i], issue), view.cell(among[j], issue)];
        if (a && b) { sum += Math.abs(a.score - b.score); n++; }
      }
      if (n >= 3) found.push({ first: among[i], second: among[j], value: 1 - sum / n / 2, n });
    }
  return found;
}

const windowOf = (day, kind) => kind === 'year' ? day.slice(0, 4) : kind === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;

/** The middle of a window, as a fraction of years. */
function placeOf(window) {
  const year = Number(window.slice(0, 4)), rest = window.slice(5);
  return rest === '' ? year + 0.5 : rest[0] === 'Q' ? year + (Number(rest[1]) - 0.5) / 4 : year + (Number(rest) - 0.5) / 12;
}

const yearOf = day => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12 + (Number(day.slice(8, 10)) - 1) / 372;
