import { z } from 'zod';
import type { Words } from '../../cards/words/catalogue.ts';
import { type Passing, saysFarewell } from '../understanding/passing.ts';
import { skill } from './skill.ts';

const THANKS =
  /(?<!\p{L})(?:th(?:an)?(?:k|x)s?|ty|ta|cheers|appreciate\w*|gracias|kind|star|legend|best|great job|helpful|🙏|❤️)(?!\p{L})/iu;

/** Whether a message thanks, perhaps among other words. */
export const saysThanks = (text: string): boolean => THANKS.test(text);

/** What is said back to words in passing; nothing to whoever did not follow. */
export const inPassing = (passing: Passing, { talk }: Words): string | undefined =>
  ({ nod: talk.allRight, away: talk.onTheWay, farewell: talk.bye, undecided: talk.noHurry, lost: undefined })[passing];

/** Answers thanks and other courtesies, so that nobody gets a help page for being polite. */
export const thanksSkill = skill({
  name: 'thanks',
  description: 'Answers thanks',
  who: 'anyone',
  reads: true,
  evenRestricted: true,
  input: z.object({ courtesy: z.enum(['thanks', 'agreed', 'bye']).optional() }),
  commands: [
    'thanks',
    'thank you',
    'thx',
    'ty',
    'ta',
    'cheers',
    'great thanks',
    'ok thanks',
    'ok thank you',
    'gracias',
    'bye',
    'goodbye',
    'ok',
    'okay',
    'great',
    'cool',
    'perfect',
    'nice',
    '👍',
    '🙏',
    '❤️',
    'k',
    'kk',
    'ok then',
    'ok cool',
    'okay then',
    'alright',
    'all right',
    'got it',
    'sounds good',
    'fine',
    'good',
    'no worries',
    'np',
    'no problem',
    '👌',
  ],
  examples: [
    'thank you so much',
    'thanks a lot for your help',
    'that was helpful',
    'many thanks',
    'great job',
    'you are the best',
    'see you later',
    'awesome',
    'thank you very much',
    'thats great thanks',
    'lovely, thanks',
    'super',
    'awesome thank you',
    'ok great',
    "you're a star",
    'brilliant cheers',
    'much appreciated',
    'good to know, thanks',
    "that's all for now",
    'brilliant',
    'haha great',
    'you are very kind',
    'you are a legend, thanks',
    'brilliant, thank you so much',
    'great job, thanks a lot',
  ],
  read: (text) => ({ courtesy: saysFarewell(text) ? 'bye' : saysThanks(text) ? 'thanks' : 'agreed' }),
  run: async ({ words: { talk } }, { courtesy = 'thanks' }) => ({
    text: { thanks: talk.thanks, agreed: talk.allRight, bye: talk.bye }[courtesy],
  }),
});

/** Leaves whatever was being asked, and offers the next steps. */
export const backSkill = skill({
  name: 'back',
  description: 'Leaves the current question',
  who: 'anyone',
  reads: true,
  evenRestricted: true,
  input: z.object({}),
  commands: ['back', 'never mind', 'nevermind', 'forget it', 'skip', 'not now'],
  examples: [
    'go back',
    'let us drop that',
    'forget about it',
    'never mind that question',
    'drop it',
    "doesn't matter",
    'no forget that',
    'scrap that question',
    'leave it for now',
    'oh nothing',
    'ignore that',
    'leave it',
    'let it be',
    'no leave it be',
    'forget that question',
  ],
  run: async ({ words: { talk }, tripId }) => ({ text: tripId === undefined ? talk.droppedAlone : talk.dropped }),
});
