import { z } from 'zod';
import { sayRange } from '../../trips/dates.ts';
import { type Family, sayFamily } from '../../trips/families/family.ts';
import { GUEST_TOKEN, joinAsGuest } from '../../trips/guests/join-as-guest.ts';
import { acceptInvitation } from '../../trips/invitations/accept.ts';
import { listed } from '../../trips/listed.ts';
import type { Person } from '../../trips/people/person.ts';
import { isUnnamed } from '../../trips/people/rename-person.ts';
import { ABOUT_FAMILY } from './call-me.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

/** Six letters and digits, as invitations have them; words such as `please` are no codes. */
const CODE = /\b(?=[a-z0-9]*[0-9A-Z])[A-Za-z0-9]{6}\b/g;
/** What a guest link ends in. */
const GUEST_LINK = /(?:^|[\s=])(?=[A-Za-z0-9_-]*[0-9A-Z_-])([A-Za-z0-9_-]{22})$/;
const AFTER_WORD = /\b(?:join|code(?: is)?|invite(?: code)?)[\s:]+([A-Za-z0-9]{6})\b/i;

/** The code in a message that is about joining. */
export const readCode = (text: string): string | undefined => {
  const token = text.match(GUEST_LINK)?.[1];
  if (token) return token;
  const code = AFTER_WORD.exec(text)?.[1] ?? (text.trim().length === 6 ? text.trim() : text.match(CODE)?.at(-1));
  return code?.toUpperCase();
};

/** Asked of everybody alike whose age the family has not told, in words that lead to no answer. */
const askAge = ({ members }: Family, { id, ageBand }: Person): string => {
  const seat = members.find(({ userId }) => userId === id);
  return ageBand !== undefined || seat?.age !== undefined ? '' : ' How old are you? Say it like this: I am 34.';
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
  read: (text) => ({ code: readCode(text) }),
  run: async (context, { code }) => {
    if (code === undefined) {
      context.expect('code', {});
      return { text: 'What is the code? It has six letters and digits, like K7QF42.' };
    }
    const { house, person, newcomer, conversation } = context;
    const joiner = person ? { person } : { newcomer };
    const isLink = GUEST_TOKEN.test(code);
    const joined = isLink
      ? await joinAsGuest(house.records, house.clock, code, joiner, conversation)
      : await acceptInvitation(house.records, house.clock, code, joiner, conversation);
    if (!joined.ok) {
      if (joined.reason === 'not-found' && isLink)
        return { text: 'That link has run out or was closed. Ask whoever sent it for a new one, or JOIN with a code.' };
      if (joined.reason === 'not-found')
        return {
          text: `I don't know the code ${code}. Please check it with whoever sent it, and try JOIN and the code again.`,
        };
      return sayRejection(joined);
    }
    const { trip, family, others, already, person: who } = joined.joined;
    context.became(who);
    const age = already || family.adminId === who.id ? '' : askAge(family, who);
    if (!trip)
      return {
        text: `You're with the ${family.name} family now, ${who.name}. When your family is in a trip, you'll hear of it here.${age}`,
      };
    context.speakOf(trip.id);
    const dates = trip.startDate && trip.endDate ? ` (${sayRange(trip.startDate, trip.endDate)})` : '';
    const company = others.length > 0 ? `, with ${listed(others.map(sayFamily))}` : '';
    if (already)
      return {
        text: `You're in ${trip.name}${dates} for the ${family.name} family already${company}. Ask me anything, or say MENU.`,
      };
    if (isUnnamed(who)) {
      context.expect('name', {}, 'call-me');
      return {
        text: `Welcome! You're in ${trip.name}${dates} for the ${family.name} family${company}.${age} What shall I call you?`,
      };
    }
    const known = family.members.length > 1 || family.preferences.diet.length > 0;
    return {
      text: `Welcome, ${who.name}! You're in ${trip.name}${dates} for the ${family.name} family${company}.${
        known ? ' Ask me anything, or say MENU.' : ` ${ABOUT_FAMILY}`
      }${age}`,
    };
  },
});
