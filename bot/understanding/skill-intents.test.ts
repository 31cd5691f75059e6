import { SKILLS } from '../skills/every-skill.ts';
import { namedAfter } from './intents/intent-model.ts';
import { skillIntents, skillSayings } from './skill-intents.ts';

describe('what tells the skills apart', () => {
  test('should be learned from what the skills say today; `npm run docs:vectors` learns it anew', () => {
    expect(skillIntents().learnedFrom).toBe(namedAfter(skillSayings(SKILLS)));
  });

  test('should hold no saying that two skills claim as theirs', () => {
    const seen = new Map<string, string>();
    for (const { text, intent } of skillSayings(SKILLS)) {
      expect([text, seen.get(text) ?? intent]).toEqual([text, intent]);
      seen.set(text, intent);
    }
  });
});
