function draw() {
  view = viewOf();
  document.getElementById('count').replaceChildren(number(view.entries.length.toLocaleString('en')), ` ${t('of')} `, number(stances.length.toLocaleString('en')), ` ${t('shown')}`);
  document.getElementById('printed').textContent = filterWords();
  drawOverview();
  drawMatrix();
  drawTimeline();
  drawNetwork();
}

function start() {
  frame();
  const parts = [[number(data.given.toLocaleString('en')), ' ', t('articles')]];
  if (days.length) parts.push([el('time', { dir: 'ltr' }, days[0]), ' – ', el('time', { dir: 'ltr' }, days.at(-1))]);
  if (data.given > articles.length) parts.push([number(String(data.given - articles.length)), ' ', t('copies')]);
  if (data.written) parts.push(el('time', { dir: 'ltr' }, data.written));
  document.getElementById('sub').replaceChildren(...parts.map((p, i) => [i ? ' · ' : '', p]).flat(Infinity));
  drawFilters();
  closeEvidence();
  draw();
}

document.addEventListener('keydown', e => { if (e.key === 'Escape' && document.getElementById('evidence').classList.contains('open')) closeEvidence(); });
document.addEventListener('click', e => document.querySelectorAll('details.choice[open]').forEach(d => { if (!d.contains(e.target)) d.open = false; }));
narrow.addEventListener('change', () => draw());
arabic = data.language === 'ar';
start();
document.documentElement.dataset.ready = 'true';
