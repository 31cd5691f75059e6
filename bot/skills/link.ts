import { z } from 'zod';
import { askLinkCode } from '../../trips/linking/ask-link-code.ts';
import { redeemLinkCode } from '../../trips/linking/link-accounts.ts';
import { LINK_MINUTES } from '../../trips/linking/link-code.ts';
import { tripsOf } from '../../trips/trips/create-trip.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const SAID_ALONE = /^\s*link[\s:]+(?:code[\s:]+)?([a-z0-9]{6})\s*[.!]?\s*$/i;
/** A code among other words has a digit, or is written in capitals. */
const AMONG_WORDS = /\b(?=[a-z]*[0-9]|[A-Z]{6})[A-Za-z0-9]{6}\b/;

const readLinkCode = (text: string): string | undefined =>
  (SAID_ALONE.exec(text)?.[1] ?? AMONG_WORDS.exec(text)?.[0])?.toUpperCase();

export const linkSkill = skill({
  name: 'link',
  description: 'Makes you one person in texts, Teams and web chat, with a code',
  who: 'anyone',
  input: z.object({ code: z.string().max(12).optional() }),
  commands: [
    'link',
    'link my phone',
    'link my account',
    'link accounts',
    'link me',
    'connect my phone',
    'claim my account',
  ],
  pattern: SAID_ALONE,
  examples: [
    'I also use you by text, connect the two',
    'link my phone number with this chat',
    'I am the same person as in Teams',
    'how do I use the same account on my phone',
    'I want to keep this account',
    'connect my Teams account with my phone',
    'I have a link code',
    'turn my guest visit into an account',
    'can i use the same account in the browser',
    'i want to talk to you from my laptop too',
    'connect my number to my Teams',
    'my web chat and my phone should be one account',
    'merge my two accounts',
    'how do i get a link code',
  ],
  read: (text) => ({ code: readLinkCode(text) }),
  run: async (context, { code }) => {
    const { house, group, person, newcomer, here, words } = context;
    const { account, say } = words;
    if (group) return { text: account.privately };
    if (code === undefined) {
      const asked = await askLinkCode(house.records, house.clock, await context.account(), here);
      return {
        text: account.sayCode(asked.code, LINK_MINUTES),
        private: true,
      };
    }
    const used = await redeemLinkCode(
      house.records,
      house.clock,
      code,
      person ? { person } : { address: newcomer.address },
    );
    if (!used.ok) return sayRejection(used, words);
    const { person: who, already } = used.linked;
    context.became(who);
    if (already) return { text: account.already(who.name) };
    const seats = await tripsOf(house.records, who);
    const trips = seats.length === 0 ? undefined : say.list(seats.map(({ tripName }) => tripName));
    return {
      text: account.linked(who.name, trips),
      private: true,
    };
  },
});
