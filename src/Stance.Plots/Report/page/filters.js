// Filters by state, issue, date and probability.
let pending = 0;

function changed() {
  cancelAnimationFrame(pending);
  pending = requestAnimationFrame(draw);
}

/** A list to tick, with a search; it folds away. */
function ticks(name, things, set) {
  const caption = el('span');
  const tell = () => caption.replaceChildren(`${t(name)}: `, set.size === 0 ? t('all') : number(String(set.size)));
  const list = el('div', { class: 'ticks' }, things.map(x => el('label', null,
    el('input', { type: 'checkbox', value: x.at, checked: set.has(x.at), onchange: e => { e.target.checked ? set.add(x.at) : set.delete(x.at); tell(); changed(); } }), ' ', apart(nameOf(x)))));
  const search = el('input', {
    type: 'search', placeholder: t('search'), 'aria-label': `${t('search')}: ${t(name)}`,
    oninput: e => { const asked = e.target.value.trim().toLowerCase(); [...list.children].forEach((c, i) => c.hidden = ![things[i].en, things[i].ar, things[i].code ?? things[i].id].some(n => n && n.toLowerCase().includes(asked))); },
  });
  tell();
  const box = el('details', { class: 'choice', id: `filter-${name}`, onkeydown: e => { if (e.key === 'Escape' && box.open) { box.open = false; box.firstChild.focus(); e.stopPropagation(); } } },
    el('summary', null, caption),
    el('div', { class: 'menu' }, search, el('button', { type: 'button', class: 'small', onclick: () => { set.clear(); list.querySelectorAll('input').forEach(i => i.checked = false); tell(); changed(); } }, t('all')), list));
  return box;
}

function drawFilters() {
  const [from, to] = [days[0] ?? '', days.at(-1) ?? ''];
  const output = el('output', { for: 'filter-probability', dir: 'ltr' }, percent(filter.probability));
  const date = (name, value, set) => el('label', { class: 'field' }, el('span', null, t(name)), el('input', { type: 'date', id: `filter-${name}`, min: from, max: to, value, disabled: !from, onchange: e => { set(e.target.value); changed(); } }));
  document.getElementById('filters').replaceChildren(
    ticks('states', actors, filter.actors), ticks('issues', issues, filter.issues),
    date('from', filter.from, v => filter.from = v), date('to', filter.to, v => filter.to = v),
    el('label', { class: 'field' }, el('span', null, t('probability'), ' ', output),
      el('input', { type: 'range', id: 'filter-probability', min: 0, max: 0.95, step: 0.05, value: filter.probability, oninput: e => { filter.probability = Number(e.target.value); output.textContent = percent(filter.probability); changed(); } })),
    el('button', { type: 'button', id: 'reset', onclick: () => { filter.actors.clear(); filter.issues.clear(); filter.from = filter.to = ''; filter.probability = 0; drawFilters(); changed(); } }, t('reset')),
    el('p', { class: 'count', id: 'count', role: 'status' }));
}

/** What is filtered by, in words, for whoever reads it on paper. */
function filterWords() {
  const parts = [];
  const names = (set, all) => [...set].map(i => nameOf(all[i])).join(arabic ? '، ' : ', ');
  if (filter.actors.size) parts.push(`${t('states')}: ${names(filter.actors, actors)}`);
  if (filter.issues.size) parts.push(`${t('issues')}: ${names(filter.issues, issues)}`);
  if (filter.from) parts.push(`${t('from')} ${filter.from}`);
  if (filter.to) parts.push(`${t('to')} ${filter.to}`);
  if (filter.probability) parts.push(`${t('probability')} ${percent(filter.probability)}`);
  return parts.join(' · ');
}
