// One browser for the tests: a line of JSON in, a line out. No page reaches the network.
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: process.argv[2], args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
let page, seen;

const verbs = {
  async open({ path, width, height }) {
    await page?.context().close();
    const context = await browser.newContext({ viewport: { width, height }, offline: true, acceptDownloads: true });
    page = await context.newPage();
    // A machine that builds beside it may be slow: what is slow is measured in the page.
    context.setDefaultTimeout(180000);
    seen = { console: [], requests: [], dialogs: [] };
    page.on('console', m => seen.console.push(`${m.type()}: ${m.text()}`));
    page.on('pageerror', e => seen.console.push(`error: ${e.message}`));
    page.on('dialog', d => { seen.dialogs.push(d.message()); d.dismiss(); });
    page.on('request', r => { if (!r.url().startsWith('data:') && !r.url().startsWith('blob:') && !(r.isNavigationRequest() && r.url().startsWith('file:'))) seen.requests.push(r.url()); });
    await page.goto(`file://${path}`);
    await page.waitForTimeout(500);
  },
  seen: async () => seen,
  evaluate: async ({ script }) => page.evaluate(script),
  click: async ({ selector }) => page.locator(selector).first().click(),
  press: async ({ key }) => page.keyboard.press(key),
  text: async ({ selector }) => page.locator(selector).first().innerText(),
  count: async ({ selector }) => page.locator(selector).count(),
  async download({ selector }) {
    const waiting = page.waitForEvent('download');
    await page.locator(selector).first().click();
    const stream = await (await waiting).createReadStream();
    const parts = [];
    for await (const part of stream) parts.push(part);
    return Buffer.concat(parts).toString('utf8');
  },
  screenshot: async ({ path, full }) => { await page.screenshot({ path, fullPage: full, animations: 'disabled' }); },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { verb, ...rest } = JSON.parse(line);
  let answer;
  try { answer = { value: (await verbs[verb](rest)) ?? null }; } catch (e) { answer = { error: e.message }; }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
await browser.close();
