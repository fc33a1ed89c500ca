// The sentences behind a cell, a point or a change.
let returnTo = null;

function openEvidence(...children) {
  returnTo = document.activeElement && document.activeElement !== document.body ? document.activeElement : returnTo;
  const aside = document.getElementById('evidence');
  aside.replaceChildren(el('div', { class: 'head' }, el('h2', { id: 'evidence-title', tabindex: '-1' }, t('evidence')),
    el('button', { type: 'button', class: 'small', id: 'close', onclick: closeEvidence }, t('close'))), ...children);
  aside.classList.add('open');
  aside.scrollTop = 0;
}

function closeEvidence() {
  const aside = document.getElementById('evidence');
  aside.classList.remove('open');
  aside.replaceChildren(el('h2', { id: 'evidence-title' }, t('evidence')), el('p', { class: 'note' }, t('pick')));
  if (returnTo?.isConnected) returnTo.focus();
}

function showCell(cell) {
  const counts = [0, 1, 2].map(s => cell.entries.filter(e => e.stance === s).length);
  const total = cell.entries.length;
  const score = el('strong', { class: 'score' }, number(signed(cell.score, 2)));
  paint(score, cell.score);
  openEvidence(
    el('h3', null, apart(nameOf(cell.actor)), ' · ', apart(nameOf(cell.issue))),
    saysOf(cell.issue) ? el('p', { class: 'says', dir: 'auto' }, `«${saysOf(cell.issue)}»`) : null,
    el('p', { class: 'measure' }, score, ' ', t('interval'), ' ', number(`[${signed(cell.low, 2)}, ${signed(cell.high, 2)}]`), ' · ', number(String(total)), ' ', t(total === 1 ? 'article' : 'articles')),
    el('p', { class: 'counts' }, counts.map((n, s) => n ? [badge(s), ' ', number(String(n)), ' '] : null)),
    el('div', { class: 'bar' },
      el('button', { type: 'button', class: 'small', onclick: () => { showTimeline(cell.actor.at, cell.issue.at); document.getElementById('timeline').scrollIntoView(); } }, t('toTimeline')),
      el('button', { type: 'button', class: 'small', id: 'save-evidence', onclick: () => saveEvidence(cell.entries) }, t('save'))),
    list([...cell.entries].sort((a, b) => b.probability - a.probability)));
}

function showEntries(title, entries) {
  openEvidence(el('h3', null, apart(title)), list([...entries].sort((a, b) => b.probability - a.probability)));
}

const badge = stance => el('span', { class: `badge s${stance}` }, number(SIGNS[stance]), ' ', stanceWord(stance));

/** A few at a time: a cell may have hundreds. */
function list(entries) {
  const items = el('ol', { class: 'entries' }), more = el('button', { type: 'button', onclick: () => add() }, t('more'));
  const add = () => {
    const from = items.children.length;
    items.append(...entries.slice(from, from + 12).map(item));
    more.hidden = items.children.length >= entries.length;
  };
  add();
  return el('div', null, items, more);
}

function item(s) {
  const article = s.article, about = [];
  if (s.speaker) about.push(apart(s.speaker, { class: 'speaker' }));
  about.push(article.day ? el('time', { datetime: article.day, dir: 'ltr' }, article.day) : t('undated'));
  if (article.source) about.push(apart(article.source));
  const title = article.title || article.id;
  return el('li', null,
    el('p', { class: 'line' }, badge(s.stance), ' ', number(percent(s.probability)), about.map(a => [' · ', a])),
    s.texts.length ? s.texts.map(i => el('blockquote', { dir: rightToLeft(data.texts[i]) ? 'rtl' : 'ltr', lang: article.language === 'und' ? null : article.language }, data.texts[i])) : el('p', { class: 'note' }, t('noText')),
    el('p', { class: 'from', dir: 'auto' }, article.url ? el('a', { href: article.url, rel: 'noopener noreferrer', target: '_blank' }, title) : title, title === article.id || !article.id ? null : [' ', apart(`(${article.id})`)]));
}

function saveEvidence(entries) {
  download('evidence.csv', [['actor', 'issue', 'article', 'published', 'stance', 'probability', 'speaker', 'evidence'],
    ...entries.map(s => [actors[s.actor].code, issues[s.issue].id, s.article.id, s.article.day ?? '', ['favor', 'against', 'neutral'][s.stance], s.probability, s.speaker ?? '', s.texts.map(i => data.texts[i]).join(' … ')])]);
}
