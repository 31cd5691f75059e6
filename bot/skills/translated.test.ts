import { readFileSync } from 'node:fs';
import { SKILLS } from './every-skill.ts';

test('the page on languages names every skill that speaks English alone, and no other', () => {
  const page = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8');
  const listed = [...(page.match(/whole messages at a time:\n\n(.*)/)?.[1] ?? '').matchAll(/`([\w-]+)`/g)].map(
    ([, name]) => name,
  );
  const english = SKILLS.filter(({ translated }) => !translated).map(({ name }) => name);
  expect(listed.toSorted()).toEqual(english.toSorted());
});
