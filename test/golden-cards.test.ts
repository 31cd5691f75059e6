import { readdirSync, readFileSync } from 'node:fs';
import { complaintsAbout } from './adaptive-card-rules.ts';
import { GOLDEN_CARDS, goldenCards } from './write-golden-cards.ts';

const cards = goldenCards();

test('every card has its golden files, and no golden file is without its card', () => {
  const kept = readdirSync(GOLDEN_CARDS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath.replace(/\/$/, '').split('/').at(-1)}/${name}`);
  expect(kept.sort()).toEqual([...cards.keys()].sort());
});

// When a change is meant: `npm run golden`, then read what git says has changed.
test.each([...cards])('%s is as it was kept', (name, content) => {
  expect(content).toBe(readFileSync(new URL(name, GOLDEN_CARDS), 'utf8'));
});

test.each([...cards].filter(([name]) => name.endsWith('.json')))('%s is a good Adaptive Card', (_, content) => {
  expect(complaintsAbout(JSON.parse(content))).toEqual([]);
});
