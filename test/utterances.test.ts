import { readUtterances } from '../bench/eval/utterances/case.ts';
import { SKILLS } from '../bot/skills/every-skill.ts';
import { skillSayings } from '../bot/understanding/skill-intents.ts';

const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
/** A command is the same words whoever says it; sayings of fewer words are no sentences. */
const FEWEST = 4;

test.each(['dev', 'held-out', 'fresh'])(
  'the sayings of %s should stand in no example, and expect skills there are',
  (name) => {
    const learned = new Set(skillSayings(SKILLS).map(({ text }) => plain(text)));
    const names = new Set(SKILLS.map((skill) => skill.name));
    for (const { text, expect: wanted } of readUtterances(
      new URL(`../bench/eval/utterances/${name}.jsonl`, import.meta.url),
    )) {
      if (plain(text).split(' ').length >= FEWEST) expect([text, learned.has(plain(text))]).toEqual([text, false]);
      for (const { skill } of wanted) expect([text, names.has(skill)]).toEqual([text, true]);
    }
  },
);
