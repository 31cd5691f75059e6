import { readFileSync, writeFileSync } from 'node:fs';
import { openBrowser } from '../../test/stand-ins/browser.ts';

/** Pixels of a side. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
const ICONS = { color: 192, outline: 32 } as const;

/** Draws the PNGs of the app package from their SVGs: `node infra/teams/draw-icons.ts`, after an SVG was changed. */
const browser = await openBrowser();
for (const [name, side] of Object.entries(ICONS)) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const svg = readFileSync(new URL(`./${name}.svg`, import.meta.url), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  writeFileSync(new URL(`./${name}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
await browser.close();
