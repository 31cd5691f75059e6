import { wordsIn } from '../../cards/words/words.ts';
import { register } from '../../trips/people/register.ts';
import { UNNAMED } from '../../trips/people/rename-person.ts';
import { QUIET } from '../progress.ts';
import type { Skill, SkillContext } from '../skills/skill.ts';
import type { Turn } from '../turn.ts';
import { heardBy } from '../understanding/spanish/heard.ts';
import type { Reads } from '../understanding/understood.ts';

/** What a skill may know of a turn, and change in it; `skill` is what is asked next where it does not say. */
export const contextOf = (
  turn: Turn,
  text: string,
  skill = 'help',
  { expectedSlot }: Partial<Pick<SkillContext, 'expectedSlot'>> = {},
): SkillContext => {
  const { house, incoming } = turn;
  const { address, name } = incoming.sender;
  return {
    house,
    words: turn.words,
    expectedSlot,
    conversation: turn.key,
    eventId: turn.request === undefined ? incoming.eventId : `${incoming.eventId} ${turn.request}`,
    text,
    typed: incoming.text,
    files: incoming.files,
    progress: incoming.progress ?? QUIET,
    history: turn.session.history,
    planned: turn.planned,
    group: incoming.group,
    textOnly: incoming.door === 'sms',
    person: turn.person,
    tripId: turn.session.tripId,
    ownPlan: turn.session.ownPlan === true,
    showPlan: (whose) => {
      turn.session = { ...turn.session, ownPlan: whose === 'own' || undefined };
    },
    lastChange: turn.session.lately?.[turn.speaker]?.change,
    changed: (what, undo) => {
      turn.changed = { what, undo };
    },
    newcomer: { address, name },
    here: {
      door: incoming.door,
      conversation: incoming.conversation,
      group: incoming.group,
      reference: incoming.reference,
    },
    account: async (given, familyName) => {
      turn.person ??= (
        await register(house.records, house.clock, {
          ...{ name: given ?? name ?? UNNAMED, address, familyName },
          // A visit to the web page proves nobody.
          guest: address.door === 'web',
        })
      ).person;
      return turn.person;
    },
    became: (person) => {
      turn.person = person;
    },
    speakIn: (language) => {
      turn.session = { ...turn.session, language };
      turn.words = wordsIn(language);
      return turn.words;
    },
    speakOf: (tripId) => {
      // Whoever sits there anew listens anew, also where this conversation listened before.
      const listens = turn.session.listens && `${turn.session.listens.split(' ')[0]} again`;
      turn.session = { ...turn.session, tripId, listens };
    },
    expect: (slot, input, other = skill) => {
      turn.session = {
        ...turn.session,
        expecting: { ...turn.session.expecting, [turn.speaker]: { skill: other, slot, input } },
      };
    },
  };
};

/** What a skill reads: words are read in English, so Spanish ones are put into it as far as they are read. */
export const heard = ({ session }: Turn, skill: string, text: string): string =>
  session.language === 'es' ? heardBy(skill, text) : text;

/** Without what was not read. */
export const defined = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

/** Whether a skill reads its answer out of words, or anything at all. */
export const readsOf =
  (turn: Turn, skills: ReadonlyMap<string, Skill>): Reads =>
  ({ skill: name, slot }, text) => {
    const context = contextOf(turn, text, name, { expectedSlot: slot });
    return (
      Object.keys(defined((skills.get(name)?.read?.(heard(turn, name, text), context) ?? {}) as object)).length > 0
    );
  };
