import { z } from 'zod';
import { finalizePoll, reopenPoll } from '../../trips/polls/finalize-poll.ts';
import { pollsOf } from '../../trips/polls/open-poll.ts';
import type { Poll, PollOption } from '../../trips/polls/poll.ts';
import { readStanding } from '../../trips/polls/standing.ts';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { updateTrip } from '../../trips/trips/update-trip.ts';
import { readDayRange } from '../understanding/dates.ts';
import { pollReply } from '../views/poll.ts';
import { sayRejection } from './say-rejection.ts';
import { type Said, skill, type TripContext } from './skill.ts';
import { matchPoll } from './which-poll.ts';

const input = z.object({
  pollId: z.string().max(80).optional(),
  optionId: z.string().max(40).optional(),
  words: z.string().max(300).optional(),
  /** Its days are to be the trip's, whatever days that has. */
  setDates: z.boolean().optional(),
});

/** The poll that is meant: by its button, by words of its question, else the latest of those it can be. */
const meant = (all: readonly Poll[], { pollId, words = '' }: z.output<typeof input>): Poll | undefined =>
  pollId === undefined ? (matchPoll(all, words) ?? all.at(-1)) : all.find(({ id }) => id === pollId);

/** The days an option is for: those it was asked with, or those its words name. */
const daysOf = (
  { text, days = [] }: Pick<PollOption, 'text' | 'days'>,
  now: Date,
): { readonly startDate: string; readonly endDate: string } | undefined => {
  const [startDate, endDate] = [days[0], days.at(-1)];
  return startDate !== undefined && endDate !== undefined ? { startDate, endDate } : readDayRange(text, now);
};

export const finalizePollSkill = skill({
  name: 'finalize-poll',
  description: "Makes a poll's outcome a decision of the trip",
  who: 'member',
  organizerOnly: true,
  input,
  meansByWords: true,
  commands: ['finalize', 'finalize poll', 'finalize the poll', 'finalise the poll', 'settle the poll', 'make it final'],
  examples: [
    'finalize the dinner poll',
    'make the result of the vote final',
    'write the outcome of the poll into the trip',
    'the poll is decided, make it official',
    'the hotel poll is final now',
    'lets make the vote official',
    'the result stands, make it final',
    'make the zoo vote the decision',
    'fix the outcome of the hotel poll',
    'the vote counts, put it in the trip',
    'treat the dinner vote as settled',
    "then that's settled, make it final",
    "let's fix that as decided",
    'make this our decision',
    'that decision is official now',
  ],
  read: (text) => ({ words: text }),
  run: async (context, given) => {
    const { house, member, conversation, words } = context;
    const may = asOrganizer(member, 'only the organizer makes a poll final');
    if (!may.ok) return sayRejection(may, words);
    const all = (await pollsOf(house.records, member.trip.id)).filter(({ status }) => status !== 'finalized');
    const poll = meant(all, given);
    if (!poll) return { text: words.settling.allFinal };
    const { optionId } = given;
    const done = await finalizePoll(house.records, house.clock, may.organizer, poll.id, {
      optionId,
      heardIn: conversation,
    });
    if (!done.ok && done.reason === 'wrong-status' && optionId === undefined) {
      return {
        text: words.settling.whichStands(poll.question),
        choices: poll.options.map(({ optionId: id, text }) => ({
          label: text,
          act: { skill: 'finalize-poll', input: { tripId: poll.tripId, pollId: poll.id, optionId: id } },
        })),
      };
    }
    if (!done.ok) return sayRejection(done, words);
    context.changed(words.things.poll(poll.question), {
      skill: 'reopen-poll',
      input: { tripId: poll.tripId, pollId: poll.id },
    });
    const intro = done.dates
      ? words.settling.finalWithDates(words.say.range(done.dates.startDate, done.dates.endDate))
      : words.settling.final;
    const said = await show(context, done.poll, intro);
    if (done.dates) return said;
    const option = done.poll.options.find(({ optionId }) => optionId === done.poll.winner);
    const days = option && daysOf(option, new Date(house.clock.now()));
    // A single day is for something, and no trip.
    if (!days || days.startDate === days.endDate || member.trip.startDate === days.startDate) return said;
    const { startDate, endDate } = days;
    if (given.setDates) {
      const set = await updateTrip(house.records, house.clock, may.organizer, { startDate, endDate });
      return set.ok
        ? { ...said, text: words.settling.finalWithDates(words.say.range(startDate, endDate)) }
        : sayRejection(set, words);
    }
    return [
      said,
      {
        text: words.settling.askDates(words.say.range(startDate, endDate)),
        choices: [{ label: words.settling.setDates, act: { skill: 'settle-trip', input: { startDate, endDate } } }],
      },
    ];
  },
});

export const reopenPollSkill = skill({
  name: 'reopen-poll',
  description: 'Takes a poll up again, with the votes it had',
  who: 'member',
  organizerOnly: true,
  input,
  meansByWords: true,
  commands: ['reopen', 'reopen poll', 'reopen the poll', 'open the poll again'],
  claims: (text) => /^(?!.*\b(?:show|see|look|results?)\b).*\bvot(?:e|ing)\b.{0,40}\bagain\b|\bre-?vote\b/i.test(text),
  examples: [
    'reopen the dinner poll',
    'let everybody vote again on the hotel',
    'take the last poll up again',
    'open the voting again',
    'we must vote on that again, reopen it',
    'open the poll again',
    'can we have that vote again',
    'the hotel vote was closed too soon, reopen it',
    'give people another chance to vote',
    'let us redo the vote on the zoo',
    'restart the vote',
    'we should vote again on dinner',
    'start that vote anew, somebody changed their mind',
  ],
  read: (text) => ({ words: text }),
  run: async (context, given) => {
    const { house, member, conversation, words } = context;
    const may = asOrganizer(member, 'only the organizer reopens a poll');
    if (!may.ok) return sayRejection(may, words);
    const poll = meant(
      (await pollsOf(house.records, member.trip.id)).filter(({ status }) => status !== 'open'),
      given,
    );
    if (!poll) return { text: words.settling.noneEnded };
    const done = await reopenPoll(house.records, house.clock, may.organizer, poll.id, conversation);
    if (!done.ok) return sayRejection(done, words);
    context.changed(words.things.poll(poll.question), {
      skill: 'close-poll',
      input: { tripId: poll.tripId, pollId: poll.id },
    });
    return show(context, done.poll, words.settling.openAgain);
  },
});

const show = async (
  { house, member, group, words }: TripContext,
  poll: Poll,
  intro: string,
): Promise<Exclude<Said, readonly unknown[]>> =>
  pollReply(
    await readStanding(house.records, member.trip, poll),
    member.trip,
    { familyId: group ? undefined : member.participation.familyId },
    intro,
    words,
  );
