import { HELD_OUT } from '../../../test/spanish-sayings.ts';
import type { Session } from '../../session.ts';
import { SKILLS } from '../../skills/every-skill.ts';
import { intentClassifier } from '../intents/classifier.ts';
import { skillIntents } from '../skill-intents.ts';
import { understanding } from '../understand.ts';
import { SPANISH_SAYINGS as SAYINGS } from './sayings.ts';
import { NO_MEANING, spanishUnderstanding } from './understand-spanish.ts';

const session: Session = {
  pk: 'conversation_1',
  id: 'session',
  type: 'session',
  _schema_version: 2,
  history: [],
  language: 'es',
};
const understand = understanding(SKILLS, intentClassifier(NO_MEANING, skillIntents()), spanishUnderstanding(SKILLS));
const skillOf = async (text: string, within = session): Promise<string> => {
  const meant = await understand(text, within, 'speaker_1');
  return meant.kind === 'skill' ? meant.skill : meant.kind === 'act' ? meant.act.skill : 'none';
};

test('sayings that were not learned from are understood, but for a few', async () => {
  const taught = new Set(Object.values(SAYINGS).flatMap(({ examples }): readonly string[] => examples));
  const all = Object.entries(HELD_OUT).flatMap(([skill, texts]) => texts.map((text) => ({ skill, text })));
  const fresh = all.filter(({ text }) => !taught.has(text));
  const heard = await Promise.all(fresh.map(async ({ skill, text }) => ({ skill, text, got: await skillOf(text) })));
  const missed = heard.filter(({ skill, got }) => got !== skill);
  expect(fresh.length).toBeGreaterThan(240);
  expect(missed.map(({ skill, text, got }) => `${text}: ${got} for ${skill}`).slice(0, fresh.length * 0.08)).toEqual(
    missed.map(({ skill, text, got }) => `${text}: ${got} for ${skill}`),
  );
});

test('every core skill can be asked for in Spanish, and every skill named there exists', () => {
  const names = new Set(SKILLS.map(({ name }) => name));
  expect(Object.keys(SAYINGS).filter((name) => !names.has(name))).toEqual([]);
});

test.each([
  ['la dos', 2],
  ['la segunda', 2],
  ['votamos por la tercera', 3],
  ['queremos la opción 1 por favor', 1],
] as const)('"%s" is a vote for number %i', async (text, number) => {
  expect(await understand(text, session, 'speaker_1')).toEqual({
    kind: 'act',
    act: { skill: 'vote', input: { number } },
  });
});

test.each([
  ['sí', 'plan-itinerary'],
  ['dale', 'plan-itinerary'],
  ['no gracias', 'back'],
  ['mejor no', 'back'],
])('"%s" answers a question of yes and no', async (text, skill) => {
  const choices = [
    { label: 'Sí, planéalo', act: { skill: 'plan-itinerary', input: {} } },
    { label: 'No, déjalo así', act: { skill: 'back', input: {} } },
  ];
  const asked = { ...session, asked: { speaker_1: { choices, at: '2027-03-01T10:00:00.000Z' } } };
  expect(await skillOf(text, asked)).toBe(skill);
});

test('what is English is understood in a Spanish conversation, too', async () => {
  expect(await skillOf('show me the itinerary please')).toBe('show-itinerary');
  expect(await skillOf('who am i')).toBe('who-am-i');
});
