import { z } from 'zod';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { handOverTrip } from '../../trips/trips/hand-over.ts';
import { canReturn, isAhead, setTripStatus } from '../../trips/trips/set-status.ts';
import { tripStatus } from '../../trips/trips/trip.ts';
import { sayStatus } from '../announcements/trips.ts';
import { adminChoices } from './organizer-choices.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const BECAUSE = /\b(?:because|since|as|due to|:)\s+(.{3,200})$/i;

const statusIn = (text: string): z.infer<typeof tripStatus> | undefined => {
  if (/\b(?:cancel|call(?:ed|ing)? off)/i.test(text)) return 'cancelled';
  if (/\b(?:re-?open|un-?cancel|back to planning|plan(?:ning)? again)/i.test(text)) return 'planning';
  if (/\bconfirm|\bit'?s on\b/i.test(text)) return 'confirmed';
  if (/\b(?:begun|begin(?:s)?|start(?:s|ed)?|under ?way|on our way)\b/i.test(text)) return 'in_progress';
  return ENDS.test(text) ? 'completed' : undefined;
};
const ENDS =
  /\b(?:over|complete|finish(?:ed)?|end(?:ed|s)?|clos(?:e|ed)|wrap(?:ped)? up|done|back (?:home|from)|(?:we(?:'re|’re| are)|all|everyone is|everybody is) (?:all )?(?:back|home))\b/i;

/** What can only be once the first day has come. */
const ENDING: ReadonlySet<string> = new Set(['in_progress', 'completed']);

export const tripStatusSkill = skill({
  name: 'trip-status',
  description: 'Confirms the trip, ends it when it is over, or cancels it with a reason',
  who: 'member',
  organizerOnly: true,
  input: z.object({
    status: tripStatus.optional(),
    because: z.string().max(200).optional(),
    sure: z.boolean().optional(),
  }),
  commands: [
    ...['confirm the trip', 'confirm trip', 'cancel the trip', 'cancel trip', 'reopen the trip'],
    ...['end the trip', 'end trip', 'finish the trip', 'close the trip', 'the trip is over', 'trip is over'],
  ],
  wordSlots: ['because'],
  sentenceSlots: ['because'],
  examples: [
    'the trip is confirmed',
    'we confirm the trip to Lisbon',
    'cancel the whole trip because the kids are ill',
    'the trip is called off',
    'mark the trip as completed',
    'our trip is over',
    'the trip has begun',
    'open the trip for planning again',
    'we are definitely going, confirm it for all',
    'it is on, the trip is confirmed',
    'everything is booked so lets confirm the holiday',
    'the trip has to be cancelled because grandad is in hospital',
    'we need to call the trip off, the flights were cancelled',
    'were back home, the trip is finished',
    'holiday over, close it off as completed',
    'the trip starts today',
    'lets go back to planning the trip',
    'we are cancelling the complete trip',
    'the holiday is off for everybody',
    'call the holiday off',
    'the trip is done, everybody is back home',
    'we are all back, trip finished',
    'we have to cancel everything, my son broke his leg',
    'the trip is off, sorry',
    'call off the trip because of the strike',
    "everyone is in, it's official: we go",
    'we are back home, the trip is over',
    'that was it, the trip is done',
  ],
  read: (text, context) =>
    context.expectedSlot === 'because'
      ? { because: text.trim() }
      : { status: statusIn(text), because: BECAUSE.exec(text)?.[1]?.trim() },
  run: async (context, { status, because, sure }) => {
    const { house, member, conversation, words } = context;
    const { organizing } = words;
    const may = asOrganizer(member, 'only the organizer confirms or cancels the trip');
    if (!may.ok) return sayRejection(may, words);
    if (status === undefined) return { text: organizing.confirmOrCancel };
    const { startDate, name } = member.trip;
    if (ENDING.has(status) && startDate !== undefined && isAhead(member.trip, house.clock.now()))
      return { text: organizing.notBegun(name, words.say.day(startDate)) };
    if (status === 'cancelled' && !because) {
      context.expect('because', { status });
      return { text: organizing.whyCancelled };
    }
    if (!sure) {
      return {
        text: organizing.sure[status],
        choices: [
          { label: organizing.yesTell, act: { skill: 'trip-status', input: { status, because, sure: true } } },
          { label: organizing.noLeaveIt, act: { skill: 'trip-summary', input: {} } },
        ],
      };
    }
    const set = await setTripStatus(
      house.records,
      house.clock,
      may.organizer,
      { status, because },
      { heardIn: conversation },
    );
    if (!set.ok) return sayRejection(set, words);
    const before = { tripId: member.trip.id, status: member.trip.status, sure: true };
    const back = canReturn(status, member.trip.status) && { skill: 'trip-status', input: before };
    context.changed(organizing.statusChange, back || undefined);
    return { text: sayStatus(set.trip, { status, because: set.trip.cancelledBecause }, words) };
  },
});

const TO = /^.*\b(?:to|organi[sz]er)\b\s+(?:the )?([\p{L}' -]{2,60}?)(?:\s+family)?[.!]?$/iu;

export const handOverSkill = skill({
  name: 'hand-over',
  description: 'Makes someone else the organizer of the trip',
  who: 'member',
  organizerOnly: true,
  input: z.object({ name: z.string().max(60).optional(), familyId: z.string().max(80).optional() }),
  nameSlots: ['name'],
  commands: ['hand over', 'hand over the trip', 'new organizer'],
  wordSlots: ['name'],
  examples: [
    'hand the trip over to Bea',
    'make the Chens the organizer',
    'let the Okoyes organize the trip from now on',
    'I want to pass the organizer role to Ana',
    'someone else should be the organizer',
    'could Ana take over as the organizer',
    'i am too busy, let Tom organise from here',
    'make someone else the trip organiser',
    'the Millers will organise the trip instead of us',
    'pass the organising on to Lena',
    'give the role of organizer to the Okoyes',
    'can i stop being the organiser',
    'i cannot organise any more, could Ana',
    'please give the organizer role to somebody',
    'let Rui be in charge of the trip',
    'Nora should run this trip from now on',
    'somebody else should be the boss here, give it to Karl',
    'pass the organizing to the Webers',
    'make Lena the organizer instead of me',
  ],
  read: (text, context) =>
    context.expectedSlot === 'name'
      ? { name: text.trim() }
      : {
          name: (TO.exec(text) ??
            /\b(?:make|let|can|could) (?:the )?(?!we\b|i\b|you\b|someone\b|somebody\b)([\p{L}'-]{2,40})/iu.exec(
              text,
            ))?.[1]?.trim(),
        },
  run: async (context, { name, familyId }) => {
    const { house, member, conversation, words } = context;
    const { organizing } = words;
    const may = asOrganizer(member, 'only the organizer hands the trip over');
    if (!may.ok) return sayRejection(may, words);
    if (familyId !== undefined) {
      const done = await handOverTrip(house.records, house.clock, may.organizer, familyId, { heardIn: conversation });
      if (!done.ok) return sayRejection(done, words);
      context.changed(organizing.organizerChange);
      return { text: organizing.handedOver(done.family.familyName, done.trip.name) };
    }
    const choices = await adminChoices(house.records, member.trip, { name, words }, (seat) => ({
      skill: 'hand-over',
      input: { familyId: seat.familyId },
    }));
    if (choices.length === 0) return { text: organizing.nobodyElse };
    return { text: organizing.whoOrganizes, choices };
  },
});
