import { z } from 'zod';
import { sayFamily } from '../../trips/families/family.ts';
import { listed } from '../../trips/listed.ts';
import { askErasure, type Consequences, confirmErasure } from '../../trips/privacy/ask-erasure.ts';
import { EXPORT_LINK_SECONDS, offerExport } from '../../trips/privacy/export-link.ts';
import { liftRestriction, restrictProcessing } from '../../trips/privacy/restrict.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const PRIVATELY = { text: 'That is between you and me: ask me in our private chat.' };
const NOTHING_KEPT = { text: 'I keep nothing of you: you have no account here.' };

export const myDataSkill = skill({
  name: 'my-data',
  description: 'Gives you everything I keep of you, as a file',
  who: 'anyone',
  evenRestricted: true,
  input: z.object({}),
  commands: ['export', 'export my data', 'my data', 'download my data'],
  examples: [
    'send me a copy of my data',
    'i want to download everything you have on me',
    'export everything you know about me',
    'give me all my personal data',
    'can i have my data as a file',
    'i request my data under gdpr',
    'i want to see all data you store about me',
    'give me an export',
    'data export please',
    'please send my data, i have a right to it',
    'download my stuff',
    'send me everything you have stored about me',
    "i'd like all my data as a file",
    'give me a copy of what you saved about me',
  ],
  run: async ({ house, person, group }) => {
    if (group) return PRIVATELY;
    if (!person) return NOTHING_KEPT;
    const token = await offerExport(house.records, house.clock, person.id);
    const hours = EXPORT_LINK_SECONDS / 3_600;
    return {
      text: `Everything I keep of you, as one file: ${house.publicUrl()}/s/export/${token}\nThe link works for ${hours === 1 ? 'an hour' : `${hours} hours`}. Whoever has it can open it, so keep it to yourself.`,
      private: true,
    };
  },
});

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What others will notice, said before it is done. */
const sayConsequences = ({ heir, tripsThatGo, handedOver, documents }: Consequences, family: string): string => {
  const papers = documents === 0 ? '' : ` and the ${documents === 1 ? 'document' : `${documents} documents`} you added`;
  return [
    `This erases you for good: your account, what you told me, what we said${papers}.`,
    heir === undefined
      ? `${capital(family)} go with you, since nobody else in the family has an account.`
      : `${heir} speaks for ${family} then.`,
    tripsThatGo.length > 0
      ? `So ${tripsThatGo.length === 1 ? 'does' : 'do'} ${listed(tripsThatGo)}, where no other family is.`
      : '',
    ...handedOver.map(({ trip, to }) => `${to} organizes ${trip} from then on.`),
    'Votes and costs that others count on stay, without your name. Shall I?',
  ]
    .filter(Boolean)
    .join(' ');
};

export const eraseMeSkill = skill({
  name: 'erase-me',
  description: 'Erases everything I keep of you, after you confirm it',
  who: 'anyone',
  evenRestricted: true,
  input: z.object({ confirm: z.string().max(60).optional() }),
  commands: ['erase me', 'erase my data', 'delete my data', 'delete my account', 'forget me'],
  examples: [
    'please delete everything you know about me',
    'remove my account and all my data',
    'i want to be forgotten',
    'wipe all my personal information',
    'erase everything you have stored about me',
    'close my account for good',
    'delete me from your system',
    'remove everything you have on me',
    'i want my account gone',
    'erase me please',
    'wipe my data for good',
    'i want to be deleted completely',
    'please delete my account with everything',
  ],
  run: async ({ house, person, group }, { confirm }) => {
    if (group) return PRIVATELY;
    if (!person) return NOTHING_KEPT;
    if (confirm === undefined) {
      const asked = await askErasure(house.records, house.clock, person.id);
      if (!asked.ok) return sayRejection(asked);
      const { erasure, consequences, familyName } = asked;
      return {
        text: sayConsequences(consequences, sayFamily(familyName)),
        choices: [
          { label: 'Yes, erase it all', act: { skill: 'erase-me', input: { confirm: erasure.id } } },
          { label: 'No, keep it', act: { skill: 'back', input: {} } },
        ],
        private: true,
      };
    }
    const begun = await confirmErasure(house.records, house.clock, person.id, confirm);
    if (!begun.ok)
      return { text: 'That was too long ago. Nothing is erased: say ERASE ME once more if you still want it.' };
    return {
      text: `I have begun, and it takes a minute. Your receipt, which tells nothing about you: ${house.publicUrl()}/s/erasure/${confirm}\nIf you write again, I won't know you.`,
      private: true,
    };
  },
});

export const restrictSkill = skill({
  name: 'restrict',
  description: 'Keeps your data and does nothing with it until you say so',
  who: 'anyone',
  evenRestricted: true,
  input: z.object({ lift: z.boolean().optional() }),
  evenDenied: true,
  commands: ['restrict', 'unrestrict', 'restrict my data', 'unrestrict my data', 'freeze my data', 'unfreeze my data'],
  examples: [
    'stop using my data but do not delete it',
    'restrict the processing of my data',
    'put my account on hold',
    'you may use my data again',
    'lift the restriction on my data',
    'pause the use of my data',
    'please do not process my data any more but keep it',
    'put my data on ice',
    'unfreeze my account',
    'start using my data again',
  ],
  read: (text) => ({ lift: /\bun(?:restrict|freeze)|\blift\b|\bagain\b/i.test(text) || undefined }),
  run: async (context, { lift }) => {
    const { house, person, group } = context;
    if (group) return PRIVATELY;
    if (!person) return NOTHING_KEPT;
    const changed = lift
      ? await liftRestriction(house.records, person.id)
      : await restrictProcessing(house.records, house.clock, person.id);
    if (!changed.ok) return sayRejection(changed);
    return lift
      ? { text: 'Done: I work with your data again. Say MENU to see what I can do.' }
      : {
          text: 'Done: I keep your data and do nothing with it, and I write to you about nothing. UNRESTRICT takes it back, MY DATA gives you a copy, ERASE ME removes it.',
        };
  },
});
