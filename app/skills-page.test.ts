import { readFileSync } from 'node:fs';
import { skillsPage } from './skills-page.ts';

test('docs/skills.md should say what the skills are today; `npm run docs:skills` writes it', () => {
  expect(readFileSync(new URL('../docs/skills.md', import.meta.url), 'utf8')).toBe(skillsPage());
});
