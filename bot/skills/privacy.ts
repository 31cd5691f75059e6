import { z } from 'zod';
import type { Words } from '../../cards/words/catalogue.ts';
import { askErasure, type Consequences, confirmErasure } from '../../trips/privacy/ask-erasure.ts';
import { EXPORT_LINK_SECONDS, offerExport } from '../../trips/privacy/export-link.ts';
import { liftRestriction, restrictProcessing } from '../../trips/privacy/restrict.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

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
  run: async ({ house, person, group, words: { privacy } }) => {
    if (group) return { text: privacy.privately };
    if (!person) return { text: privacy.nothingKept };
    const token = await offerExport(house.records, house.clock, person.id);
    return {
      text: privacy.copy(`${house.publicUrl()}/s/export/${token}`, EXPORT_LINK_SECONDS / 3_600),
      private: true,
    };
  },
});

/** What others will notice, said before it is done. */
const sayConsequences = (
  { heir, tripsThatGo, handedOver, documents }: Consequences,
  family: string,
  { privacy }: Pick<Words, 'privacy'>,
): string =>
  [
    privacy.erases(documents),
    heir === undefined ? privacy.familyGoes(family) : privacy.speaksThen(heir, family),
    ...(tripsThatGo.length > 0 ? [privacy.tripsGo(tripsThatGo)] : []),
    ...handedOver.map(({ trip, to }) => privacy.organizesThen(to, trip)),
    privacy.othersKeep,
  ].join(' ');

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
  run: async ({ house, person, group, words }, { confirm }) => {
    const { privacy } = words;
    if (group) return { text: privacy.privately };
    if (!person) return { text: privacy.nothingKept };
    if (confirm === undefined) {
      const asked = await askErasure(house.records, house.clock, person.id);
      if (!asked.ok) return sayRejection(asked, words);
      const { erasure, consequences, familyName } = asked;
      return {
        text: sayConsequences(consequences, familyName, words),
        choices: [
          { label: privacy.yesErase, act: { skill: 'erase-me', input: { confirm: erasure.id } } },
          { label: privacy.noKeep, act: { skill: 'back', input: {} } },
        ],
        private: true,
      };
    }
    const begun = await confirmErasure(house.records, house.clock, person.id, confirm);
    if (!begun.ok) return { text: privacy.tooLate };
    return {
      text: privacy.erasing(`${house.publicUrl()}/s/erasure/${confirm}`),
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
    const { house, person, group, words } = context;
    const { privacy } = words;
    if (group) return { text: privacy.privately };
    if (!person) return { text: privacy.nothingKept };
    const changed = lift
      ? await liftRestriction(house.records, person.id)
      : await restrictProcessing(house.records, house.clock, person.id);
    if (!changed.ok) return sayRejection(changed, words);
    return { text: lift ? privacy.lifted : privacy.restricted };
  },
});
