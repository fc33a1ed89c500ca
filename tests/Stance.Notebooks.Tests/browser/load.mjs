// How long a page takes in Chromium, without network: node load.mjs PAGE CHROMIUM. Milliseconds until it is loaded, until it is ready for a click, and from the first click on a cell to its evidence.
import { chromium } from 'playwright-core';

const [page, executablePath = '/usr/bin/chromium'] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
for (let run = 0; run < 5; run++) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
  const tab = await context.newPage();
  const opened = Date.now();
  await tab.goto(`file://${page}`);
  await tab.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  const ready = Date.now() - opened;
  const loaded = await tab.evaluate(() => Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd));
  const clicked = Date.now();
  await tab.locator('td.cell.has').first().click();
  await tab.locator('#evidence blockquote, #evidence p').first().waitFor();
  console.log(`loaded ${loaded}, ready ${ready}, evidence ${Date.now() - clicked}`);
  await context.close();
}
await browser.close();
