import { z } from 'zod';
import { giveGuestLink, revokeGuestLink } from '../../trips/guests/give-guest-link.ts';
import { guestPlace } from '../../trips/guests/guest-link.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

export const guestLinkSkill = skill({
  name: 'guest-link',
  description: 'Gives you a link by which guests take part without an account, or closes it',
  who: 'member',
  input: z.object({ place: guestPlace.optional(), close: z.boolean().optional() }),
  evenDenied: true,
  commands: ['guest link', 'link for guests', 'revoke guest link', 'revoke the guest link', 'close the guest link'],
  examples: [
    'give me a link for guests',
    'can someone join without an account',
    'make a join link I can share',
    'a link so that grandma can look in and vote',
    'I want to share a link to join by web',
    'close the link for guests',
    'the join link should no longer work',
    'i need a link so people can look without an account',
    'is there a url that i can pass round',
    'can grandpa take part without registering',
    'give us a link for my parents to click on',
    'link for joining as a guest, into my family',
    'stop the guest link from working',
    'that guest link must be closed, it got shared around',
    "i'd like a link so that grandpa can watch along",
    'a link just for looking for my daughter',
  ],
  read: (text) => ({
    close:
      /\b(?:revoke|close|cancel|delete|remove|stop|no longer|disable|kill|shut|turn off|deactivate)\b/i.test(text) ||
      undefined,
    place: /\b(?:my|our) (?:own )?family\b/i.test(text) ? 'member' : undefined,
  }),
  run: async ({ house, member, group, changed, words }, { place, close }) => {
    const { trip, participation, isOrganizer } = member;
    const wanted = place ?? (isOrganizer ? 'family' : 'member');
    if (close) {
      const closed = await revokeGuestLink(house.records, house.clock, member, wanted);
      return closed.ok ? { text: words.account.linkClosed } : sayRejection(closed, words);
    }
    if (group && wanted === 'member') return { text: words.account.linkInPrivate };
    const given = await giveGuestLink(house.records, house.clock, member, wanted);
    if (!given.ok) return sayRejection(given, words);
    changed(words.things.guestLink, { skill: 'guest-link', input: { tripId: trip.id, place: wanted, close: true } });
    const { say, account } = words;
    const into = wanted === 'family' ? undefined : say.family(participation.familyName);
    const link = `${house.publicUrl()}/#guest=${given.token}`;
    return {
      text: account.guestLink(trip.name, into, link, say.day(given.expiresAt.slice(0, 10))),
      private: wanted === 'member',
    };
  },
});
