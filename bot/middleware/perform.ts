import type { Reply } from '../../cards/reply.ts';
import { rejected } from '../../trips/rejection.ts';
import { introduction } from '../skills/help.ts';
import { sayRejection } from '../skills/say-rejection.ts';
import type { Said, Skill, SkillContext, TripContext } from '../skills/skill.ts';
import type { Turn } from '../turn.ts';
import { contextOf, defined, heard } from './skill-context.ts';
import { tripNamedIn, tripOf } from './trip-spoken-of.ts';

/** What whoever may only read and leave is told. */
export const restricted = ({ words }: Turn): Reply => sayRejection(rejected('restricted'), words);
/** Whether processing of what they do was restricted at their wish. */
export const isRestricted = ({ person }: Turn): boolean => person?.restrictedAt !== undefined;

/** Runs a skill as the speaker, with input that is checked whichever way it came. */
export const perform = async (
  turn: Turn,
  skill: Skill,
  given: unknown,
  text: string,
  slot: string | undefined,
): Promise<Said> => {
  if (isRestricted(turn) && !skill.evenRestricted) return restricted(turn);
  const expectedSlot = slot === '' ? undefined : slot;
  const context = contextOf(turn, text, skill.name, { expectedSlot });
  // Buttons bring their input whole; words are read by the skill, beside what it knew when it asked.
  const read = slot === undefined ? {} : readSlot(turn, skill, context, slot, text);
  const parsed = skill.input.safeParse({ ...(given as object), ...defined(read) });
  if (!parsed.success) return { text: turn.words.talk.unreadable };
  if (skill.who === 'anyone') {
    if (turn.session.tripId === undefined && turn.person) await tripOf(turn);
    const { tripId } = turn.session;
    return inLanguage(await skill.run(tripId === context.tripId ? context : { ...context, tripId }, parsed.data), turn);
  }
  const trip = await tripOf(turn, tripNamedIn(given));
  if (trip.kind === 'another') return { text: turn.words.talk.anotherTrip, denied: true };
  if (trip.kind === 'none')
    return turn.person ? { text: turn.words.talk.noTrip } : introduction({ ...context, words: turn.words });
  if (trip.kind === 'several') {
    return {
      text: turn.words.talk.whichTrip,
      choices: trip.trips.map(({ id, name }) => ({ label: name, act: { skill: 'use-trip', input: { trip: id } } })),
    };
  }
  turn.asksDocuments = skill.name === 'ask';
  const tripContext: TripContext = { ...context, tripId: trip.member.trip.id, member: trip.member };
  return inLanguage(await skill.run(tripContext, parsed.data), turn);
};

/** Each reply says what language it is in, where another than English is spoken; one that says it already keeps it. */
export const inLanguage = (said: Said, { words: { language } }: Turn): readonly Reply[] =>
  [said].flat().map((reply) => (language === 'en' || reply.language ? reply : { ...reply, language }));

/** What the words say; where a skill asked for one thing and reads nothing, the words themselves are that thing. */
const readSlot = (turn: Turn, skill: Skill, context: SkillContext, slot: string, text: string): object => {
  const read = (skill.read?.(heard(turn, skill.name, text), context) ?? {}) as Record<string, unknown>;
  return slot === '' || Object.values(defined(read)).length > 0 ? read : { [slot]: text.trim() };
};
