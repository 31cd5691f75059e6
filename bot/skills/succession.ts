import { z } from 'zod';
import type { Words } from '../../cards/words/catalogue.ts';
import type { Outcome } from '../../trips/rejection.ts';
import { agreeToSuccession, objectToSuccession, proposeSuccession } from '../../trips/succession/succeed.ts';
import { latestSuccession, type Succession } from '../../trips/succession/succession.ts';
import { trips } from '../../trips/trips/trip.ts';
import { sayProposal } from '../announcements/succession.ts';
import { adminChoices } from './organizer-choices.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const TO =
  /\b(?:make|let|propose|nominate|want)\s+(?:that\s+)?(?:the )?([\p{L}][\p{L}' -]{1,40}?)(?: family)?(?: to| the| be| as| organi[sz]e| should| take|[.!]?$)/iu;

export const successionSkill = skill({
  name: 'succession',
  description: 'In an emergency: a new organizer, when every family admin agrees',
  who: 'member',
  input: z.object({
    action: z.enum(['propose', 'agree', 'object']).optional(),
    name: z.string().max(60).optional(),
    familyId: z.string().max(80).optional(),
  }),
  commands: ['agree', 'object', 'i object', 'we object', 'we agree', 'replace the organizer', 'emergency organizer'],
  examples: [
    'the organizer is in hospital, someone else must take over',
    'our organizer does not answer any more',
    'we need a new organizer, Ana cannot be reached',
    'emergency: make Bea the organizer',
    'the organizer has disappeared, let the Chens organize',
    'we agree that Bea organizes from now on',
    'I object, I am still here',
    'nobody can get hold of the organizer any more',
    'the organiser is ill, who takes over',
    'what if the organizer never answers again',
    'we urgently need another organizer, she had an accident',
    'our organiser has gone quiet for weeks, replace her',
    'we are fine with Tom being the new organizer',
    'we object to replacing the organizer',
    'i agree that she takes over as organizer',
    'she has disappeared and no one can contact her, who takes charge',
    'someone has to be in charge now that the organizer is gone',
    'emergency, we need a new organizer',
    'he is gone and nobody reaches him, who is running this',
  ],
  read: (text) => ({
    action: /\bobject\b/i.test(text) ? 'object' : /\b(?:agree|agreed)\b/i.test(text) ? 'agree' : 'propose',
    name: TO.exec(text)?.[1]?.trim(),
  }),
  run: async (context, { action = 'propose', name, familyId }) => {
    const { house, member, conversation, words } = context;
    const { organizing } = words;
    if (action === 'agree')
      return said(context, await agreeToSuccession(house.records, house.clock, member, conversation));
    if (action === 'object') {
      const over = await objectToSuccession(house.records, house.clock, member, conversation);
      return over.ok ? { text: organizing.objected } : nothingOpen(over, words);
    }
    const open = await latestSuccession(house.records, member.trip.id);
    if (familyId === undefined) {
      if (open?.status === 'open')
        return { text: `${await sayProposal(house, member.trip, open, words)} ${organizing.agreeOrObject}` };
      if (member.isOrganizer) return { text: organizing.youOrganize };
      return {
        text: organizing.whoTakesOver,
        choices: await adminChoices(house.records, member.trip, { name, words }, (seat) => ({
          skill: 'succession',
          input: { action: 'propose', familyId: seat.familyId },
        })),
      };
    }
    return said(context, await proposeSuccession(house.records, house.clock, member, familyId, conversation));
  },
});

const nothingOpen = (refused: Outcome<never> & { readonly ok: false }, words: Words) =>
  refused.reason === 'not-found' ? { text: words.organizing.nothingProposed } : sayRejection(refused, words);

const said = async ({ house, member, words }: TripContext, outcome: Outcome<{ succession: Succession }>) => {
  if (!outcome.ok) return nothingOpen(outcome, words);
  const { succession } = outcome;
  const trip = (await house.records.read(trips, member.trip.id, member.trip.id)) ?? member.trip;
  if (succession.status === 'done') return { text: words.organizing.newOrganizer(trip.name) };
  return { text: await sayProposal(house, trip, succession, words) };
};
