import { z } from 'zod';
import type { Family } from '../../trips/families/family.ts';
import { GUEST_TOKEN, joinAsGuest } from '../../trips/guests/join-as-guest.ts';
import { acceptInvitation } from '../../trips/invitations/accept.ts';
import type { Person } from '../../trips/people/person.ts';
import { isUnnamed } from '../../trips/people/rename-person.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

/** Six letters and digits, as invitations have them; words such as `please` are no codes. */
const CODE = /\b(?=[a-z0-9]*[0-9A-Z])[A-Za-z0-9]{6}\b/g;
/** What a guest link ends in. */
const GUEST_LINK = /(?:^|[\s=])(?=[A-Za-z0-9_-]*[0-9A-Z_-])([A-Za-z0-9_-]{22})$/;
const AFTER_WORD = /\b(?:join|code(?: is)?|invite(?: code)?)[\s:]+([A-Za-z0-9]{6})\b/i;

/** A code as invitations have it, with a digit, in a short message; other things have codes, too. */
const BARE_CODE = /^(?:\S+\s+){0,12}(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-HJ-NP-Y346-9]{6}[.!]*$/;
const ANOTHER_CODE =
  /\b(?:conf\w*|book\w*|reserv\w*|reference|ref|link|flight|train|ticket\w*|order|number|cancel\w*|invit\w*)\b/i;

/** The code in a message that is about joining. */
export const readCode = (text: string): string | undefined => {
  const token = text.match(GUEST_LINK)?.[1];
  if (token) return token;
  const code = AFTER_WORD.exec(text)?.[1] ?? (text.trim().length === 6 ? text.trim() : text.match(CODE)?.at(-1));
  return code?.toUpperCase();
};

/** Asked of everybody alike whose age the family has not told, in words that lead to no answer. */
const ageUnknown = ({ members }: Family, { id, ageBand }: Person): boolean => {
  const seat = members.find(({ userId }) => userId === id);
  return ageBand === undefined && seat?.age === undefined;
};

export const joinSkill = skill({
  name: 'join',
  description: 'Joins a trip, or your family, with a code',
  who: 'anyone',
  input: z.object({ code: z.string().max(40).optional() }),
  commands: ['join', 'i have a code', 'unirme'],
  examples: [
    'here is my code',
    'what do i do to get in with the code',
    'i received a code from my friend',
    'how can i use my invitation',
    'they gave me a code to join',
    'the code they sent me is AB34CD',
    'i have been invited, what do i do',
    'someone sent me an invitation code',
    'add me to the trip with this code',
    'i was invited with a code',
    'my code is K7QF42',
    'use invitation code',
    'my friend invited me to a trip',
    'i want to join the trip',
    'i got an invite code from ana',
    'let me in with this code',
    'we were invited to join a trip',
    'here you go my code QX7M4K',
    'a friend texted me to join with this H4TT6R',
    'got this invitation code off my brother',
    'my cousin said i should send you the code',
    'our friends gave us a code for their holiday',
    'the invite says to text you a code',
    'its the Bauers joining with a code',
    'we have been given a joining code',
    "hello i'm supposed to join with a code",
  ],
  claims: (text) => BARE_CODE.test(text) && !ANOTHER_CODE.test(text),
  read: (text) => ({ code: readCode(text) }),
  run: async (context, { code }) => {
    const { house, person, newcomer, conversation, words } = context;
    const { say, trip: said } = words;
    if (code === undefined) {
      context.expect('code', {});
      return { text: said.askCode };
    }
    const joiner = person ? { person } : { newcomer };
    const isLink = GUEST_TOKEN.test(code);
    const joined = isLink
      ? await joinAsGuest(house.records, house.clock, code, joiner, conversation)
      : await acceptInvitation(house.records, house.clock, code, joiner, conversation);
    if (!joined.ok) {
      if (joined.reason === 'not-found') return { text: isLink ? said.linkGone : said.unknownCode(code) };
      return sayRejection(joined, words);
    }
    const { trip, family, others, already, person: who } = joined.joined;
    context.became(who);
    const asksAge = !already && family.adminId !== who.id && ageUnknown(family, who);
    const age = asksAge ? said.askAge : undefined;
    const all = (...sentences: readonly (string | undefined)[]) => ({ text: sentences.filter(Boolean).join(' ') });
    if (!trip) return all(said.withFamily(family.name, who.name), age);
    context.speakOf(trip.id);
    const dates = trip.startDate && trip.endDate ? say.range(trip.startDate, trip.endDate) : undefined;
    const company = say.list(others.map(say.family));
    if (already) return all(said.joinedAlready(trip.name, dates, family.name, company), said.askAnything);
    const here = said.joined(trip.name, dates, family.name, company);
    if (isUnnamed(who)) {
      context.expect('name', {}, 'call-me');
      return all(said.welcome(undefined), here, age, said.whatName);
    }
    const known = family.members.length > 1 || family.preferences.diet.length > 0;
    return all(said.welcome(who.name), here, known ? said.askAnything : said.aboutFamily, age);
  },
});
