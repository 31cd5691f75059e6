import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { headsUp } from '../../trips/consensus/heads-up.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { castBallot } from '../../trips/polls/cast-ballot.ts';
import { openPolls, pollsOf } from '../../trips/polls/open-poll.ts';
import { ballots, type Poll } from '../../trips/polls/poll.ts';
import { readPoll, readStanding } from '../../trips/polls/standing.ts';
import { pollCard, pollChoices, pollReply, sayStanding } from '../views/poll.ts';
import { sayRejection } from './say-rejection.ts';
import { type Said, skill, type TripContext } from './skill.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
/** Words of a vote that name no option. */
const FILLER = new Set(
  'i we us our my the a an to for with of on in and vote votes voting choose chose pick prefer prefers like would rather go going take want family families is it be please option number put down count change choice one d ll m re'.split(
    ' ',
  ),
);

const telling = (text: string): readonly string[] =>
  plain(text)
    .split(' ')
    .filter((word) => word !== '' && !FILLER.has(word));

/** The option somebody means by its words: the one that shares the most of them, when only one does. */
export const matchOption = (poll: Pick<Poll, 'options'>, words: string): string | undefined => {
  const exact = poll.options.find(({ text }) => plain(text) === plain(words));
  if (exact) return exact.optionId;
  const said = new Set(telling(words));
  const scored = poll.options.map(({ optionId, text }) => ({
    optionId,
    shared: telling(text).filter((word) => said.has(word)).length,
  }));
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  const best = scored.filter(({ shared }) => shared === most);
  return most > 0 && best.length === 1 ? best[0]?.optionId : undefined;
};

export const voteSkill = skill({
  name: 'vote',
  description: "Casts your family's vote",
  who: 'member',
  input: z.object({
    pollId: z.string().max(80).optional(),
    optionId: z.string().max(40).optional(),
    number: z.number().int().optional(),
    words: z.string().max(300).optional(),
  }),
  commands: ['vote', 'vote for', 'i vote', 'we vote', 'option'],
  examples: [
    'count us in for the beach',
    'our choice is the zoo',
    'we would rather have the second one',
    'number 2 for us',
    'we want the museum',
    'i am for the pelican',
    'put our vote on the hotel',
    'the third one please',
    'we take option 1',
    'our vote goes to the train',
    'we vote for the taverna',
    'i pick option 2',
    'our family prefers the museum',
    'put us down for number three',
    'we would go for the beach house',
    'change our vote to the second one',
    'my vote is pizza roma',
    'the first option please',
  ],
  read: (text) => {
    const number = /^\D{0,30}\b(\d{1,2})\b\D{0,10}$/.exec(text)?.[1];
    const ordinal = ['first', 'second', 'third', 'fourth', 'fifth'].findIndex((word) =>
      new RegExp(`\\b${word}\\b`, 'i').test(text),
    );
    return { number: number === undefined ? (ordinal < 0 ? undefined : ordinal + 1) : Number(number), words: text };
  },
  run: async (context, { pollId, optionId, number, words }) => {
    const { house, member } = context;
    const candidates =
      pollId === undefined
        ? await candidatePolls(context)
        : [await readPoll(house.records, member.trip.id, pollId)].filter((poll) => poll !== undefined);
    if (candidates.length === 0) {
      return pollId === undefined
        ? { text: 'There is no open poll right now. Start one: "poll: where do we eat? A, B or C".' }
        : { text: 'That poll is not one of your trip. Say RESULTS to see those that are.', denied: true };
    }
    const named =
      optionId === undefined && number === undefined && words !== undefined
        ? candidates.filter((poll) => matchOption(poll, words) !== undefined)
        : candidates;
    const [poll, second] = named.length > 0 ? named : candidates;
    if (!poll) return { text: 'There is no open poll right now.' };
    if (second) {
      return {
        text: 'More than one poll is open. Which one do you mean?',
        choices: (named.length > 0 ? named : candidates).map((candidate) => ({
          label: candidate.question,
          act: { skill: 'vote', input: { pollId: candidate.id, number, words, optionId } },
        })),
      };
    }
    const chosen =
      optionId ??
      (number === undefined
        ? words === undefined
          ? undefined
          : matchOption(poll, words)
        : poll.options[number - 1]?.optionId);
    if (chosen === undefined) return askForOption(context, poll, number);
    return cast(context, poll, chosen);
  },
});

/** The open polls a bare number may mean: those the family has not answered; if none, those it may change. */
const candidatePolls = async ({ house, member }: TripContext): Promise<readonly Poll[]> => {
  const open = await openPolls(house.records, member.trip.id);
  if (open.length < 2) return open;
  const mine = (await house.records.list(ballots, member.trip.id)).filter(
    ({ familyId }) => familyId === member.participation.familyId,
  );
  const unanswered = open.filter((poll) => !mine.some(({ pollId }) => pollId === poll.id));
  return unanswered.length > 0 ? unanswered : open;
};

const askForOption = ({ house, member }: TripContext, poll: Poll, number: number | undefined): Promise<Said> => {
  if (poll.status !== 'open')
    return Promise.resolve(sayRejection({ ok: false, reason: 'poll-closed', detail: poll.question }));
  const count = poll.options.length;
  const range = `1-${count}`;
  if (number !== undefined) return Promise.resolve({ text: `There are ${count} options. Reply ${range}.` });
  return readStanding(house.records, member.trip, poll).then((standing) => ({
    text: `Which one shall it be? Reply ${range}.`,
    card: pollCard(standing, member.trip, { familyId: member.participation.familyId }),
    choices: pollChoices(standing),
  }));
};

const cast = async (context: TripContext, { id, options }: Poll, optionId: string): Promise<Said> => {
  const { house, member, conversation, group } = context;
  const voted = await castBallot(house.records, house.clock, member, id, optionId, conversation);
  if (!voted.ok)
    return sayRejection(voted.reason === 'unknown-option' ? { ...voted, detail: `1-${options.length}` } : voted);
  const { cast: done } = voted;
  const index = options.findIndex((option) => option.optionId === optionId);
  const choice = `${index + 1}) ${options[index]?.text ?? ''}`;
  const standing = await readStanding(house.records, member.trip, done.poll);
  const family = sayFamily(member.participation.familyName);
  const named = family.charAt(0).toUpperCase() + family.slice(1);
  const card = pollCard(standing, member.trip, { familyId: group ? undefined : member.participation.familyId });
  if (done.as === 'preference') {
    return {
      text: `Noted: you'd like ${choice}. ${named} have one vote, and their admin casts it. ${sayStanding(standing)}`,
      card: quiet(card, context),
      private: true,
    };
  }
  const changed = done.before !== undefined && done.before !== optionId ? ' now' : '';
  const next = await nextPoll(context, id);
  const option = options[index];
  const warning = group || !option ? undefined : await headsUp(house.records, member, option);
  const said: Reply = {
    text: [
      `${named}${changed} vote ${choice}.`,
      warning,
      `${sayStanding(standing)}${next || !context.textOnly ? '' : ' Send another number to change.'}`,
    ]
      .filter((words) => words !== undefined)
      .join(' '),
    card: quiet(card, context),
    choices: context.textOnly ? undefined : pollChoices(standing),
  };
  if (!next) return said;
  const following = await readStanding(house.records, member.trip, next);
  return [
    said,
    pollReply(following, member.trip, { familyId: group ? undefined : member.participation.familyId }, 'Next:'),
  ];
};

/** In words the standing is said already; where cards are shown, the card shows it. */
const quiet = <Card>(card: Card, { textOnly }: TripContext): Card | undefined => (textOnly ? undefined : card);

const nextPoll = async (context: TripContext, justVoted: string): Promise<Poll | undefined> => {
  const mine = (await context.house.records.list(ballots, context.member.trip.id)).filter(
    ({ familyId }) => familyId === context.member.participation.familyId,
  );
  return (await pollsOf(context.house.records, context.member.trip.id)).find(
    (poll) => poll.status === 'open' && poll.id !== justVoted && !mine.some(({ pollId }) => pollId === poll.id),
  );
};
