import { z } from 'zod';
import { askToFollow, followByEmail, MAIL_CODE_MINUTES, unfollowByEmail } from '../../trips/people/follow-by-email.ts';
import { readContact } from '../understanding/contact.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const MAIL = /\be-?mail(?:s|ed|ing)?\b|\bmails?\b|\bmailing\b/i;
const NEWS = /\b(?:news|updates?|what(?:'s| is) new|what happens|what goes on|follow(?:ing)?|keep (?:me|us) posted)\b/i;
const STOP = /\b(?:stop|no (?:more|longer)|do(?: not|n'?t)|end|quit|cancel|without|unfollow|unsubscribe)\b/i;
const STOP_MAIL =
  /\b(?:stop|quit|end|cancel|no more|do(?: not|n'?t))\b.{0,25}\be-?mail(?:s|ing)?\b.{0,20}$|\bunsubscribe\b.{0,20}\be-?mails?\b/i;
/** A code as it was mailed, alone or among other words. */
const CODE = /^\s*([a-z0-9]{6})\s*[.!]?\s*$|\b(?=[A-Z]*[0-9]|[A-Z]{6})([A-Z0-9]{6})\b/i;

const readCode = (text: string): string | undefined => {
  const found = CODE.exec(text);
  return (found?.[1] ?? found?.[2])?.toUpperCase();
};

export const followByEmailSkill = skill({
  name: 'follow-by-email',
  description: "Sends the trip's news to your e-mail address as well, or no longer",
  who: 'member',
  input: z.object({
    email: z.email().max(320).toLowerCase().optional(),
    code: z.string().max(12).optional(),
    stop: z.boolean().optional(),
  }),
  oneAtATime: true,
  evenDenied: true,
  wordSlots: ['email', 'code'],
  readSlots: ['email', 'code'],
  commands: [
    'email me the news',
    'e-mail me the news',
    'news by email',
    'news by e-mail',
    'follow by email',
    'follow by e-mail',
    'stop the emails',
    'stop the e-mails',
    'no more emails',
    'no more e-mails',
    'stop emailing me',
  ],
  claims: (text) => STOP_MAIL.test(text) || (MAIL.test(text) && NEWS.test(text)),
  examples: [
    'send me the news by e-mail too',
    'can I follow the trip by email',
    'e-mail me what happens in the trip',
    'I would like updates in my mailbox',
    'keep me posted by mail',
    'please send updates to my email address',
    'could you mail me when something is decided',
    'stop sending me e-mails about the trip',
    'I do not want the mails any more',
    'no more trip updates by email please',
  ],
  read: (text, { expectedSlot }) => {
    const { address } = readContact(text);
    return {
      email: address?.door === 'email' ? address.value : undefined,
      code: expectedSlot === 'code' ? readCode(text) : undefined,
      stop: (expectedSlot === undefined && STOP.test(text)) || undefined,
    };
  },
  run: async (context, { email, code, stop }) => {
    const { house, member, group, words, expect } = context;
    const { records, clock } = house;
    const { trip, person } = member;
    const { byMail, language } = words;
    if (group) return { text: byMail.private };
    const again = { skill: 'follow-by-email', input: {} };
    if (stop) {
      const stopped = await unfollowByEmail(records, member);
      if (!stopped.ok) return sayRejection(stopped, words);
      if (!stopped.ended) return { text: byMail.none(trip.name) };
      context.changed(byMail.change, again);
      return { text: byMail.ended(trip.name) };
    }
    const to = email ?? person.addresses.find(({ door }) => door === 'email')?.value;
    if (to === undefined) {
      expect('email', {});
      return { text: byMail.whichAddress(trip.name), private: true };
    }
    const done =
      code === undefined ? undefined : await followByEmail(records, clock, member, { email: to, code, language });
    if (done?.ok === false) {
      if (done.reason === 'wrong-code') expect('code', { email: to });
      return sayRejection(done, words);
    }
    const asked = done ? undefined : await askToFollow(records, clock, member, to, language);
    if (asked?.ok === false) return sayRejection(asked, words);
    if (asked?.following === false) {
      expect('code', { email: to });
      return { text: byMail.codeSent(to, MAIL_CODE_MINUTES, trip.name), private: true };
    }
    context.changed(byMail.change, { ...again, input: { stop: true } });
    return { text: byMail.begun(trip.name, to), private: true };
  },
});
