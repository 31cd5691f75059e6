import { z } from 'zod';
import { SIT_OUT } from '../../trips/polls/choice.ts';
import { openPolls } from '../../trips/polls/open-poll.ts';
import { ballots, type Poll, type PollKind, pollKind } from '../../trips/polls/poll.ts';
import { readPoll, readStanding } from '../../trips/polls/standing.ts';
import { type BallotWords, DAYS, PICKS, readBallotWords, SCORES } from '../understanding/ballot-words.ts';
import { hasNoPreference, matchOption, names } from '../understanding/option-words.ts';
import { readSaidOfOptions } from '../understanding/said-of-options.ts';
import { SITS_OUT } from '../understanding/sit-out.ts';
import { pollCard, pollChoices } from '../views/poll.ts';
import { castVote } from './cast-vote.ts';
import { readFilled, readNamed, readOne, readSeveral } from './said-in-poll.ts';
import { readInWords } from './said-in-words.ts';
import { sayRejection } from './say-rejection.ts';
import { type Said, skill, type TripContext } from './skill.ts';

const ORDINALS = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th', 'fifth|5th'];

/** Which kinds of poll an answer of one manner may be for. */
const TAKES: Readonly<Record<'scores' | 'picks' | 'days' | 'one', readonly PollKind[]>> = {
  scores: ['score'],
  picks: ['approval', 'rank', 'dates'],
  days: ['dates'],
  one: pollKind.options,
};

/** Whether several numbers can be an answer in this poll: an order that is not the options' own is one only in a ranking. */
const mayAnswer = ({ kind = 'choice', options }: Poll, { scores, picks, days }: BallotWords): boolean => {
  const numbers = picks ?? Object.keys(scores ?? days ?? {}).map(Number);
  const inOrder = picks?.every((one, index) => index === 0 || one > (picks[index - 1] ?? 0)) ?? true;
  const takes = TAKES[manner({ scores, picks, days })];
  return (
    (inOrder ? takes : (['rank'] as const)).some((one) => one === kind) && Math.max(1, ...numbers) <= options.length
  );
};

/** `option 2` is a number; `South first` is none, nor is `12 June` where there are three. */
const numbered = ({ options }: Poll, number: number | undefined, words: string): boolean =>
  number !== undefined && number <= options.length && /\d/.test(words);

const answers = (poll: Poll, said: string): boolean => readSaidOfOptions(poll, said) !== undefined;

const manner = ({ scores, picks, days }: BallotWords): keyof typeof TAKES =>
  scores ? 'scores' : picks ? 'picks' : days ? 'days' : 'one';

/** By this word phones opt in with their carrier: it chooses no option, whatever the option says. */
const OF_CARRIERS = /^\s*(?:yes|s[ií])\W*$/i;

/** `actually change my vote to the apartment`. */
const CHANGES =
  /\b(?:change|switch|move|swap|put) (?:my|our) (?:vote|answer|choice|ballot)\b.{0,40}\b(?:to|on|for)\s+\S/i;

/** Asks whether the vote can still be another. */
const MAY_CHANGE =
  /^(?:can|could|may) (?:i|we) (?:still )?(?:change|switch) (?:it|that|my (?:mind|vote|answer)|our (?:minds?|vote|answer))(?: still| later| again| now)?[\s?!.]*$/i;

export const voteSkill = skill({
  name: 'vote',
  description: "Casts your family's vote",
  who: 'member',
  input: z.object({
    pollId: z.string().max(80).optional(),
    optionId: z.string().max(40).optional(),
    number: z.number().int().optional(),
    /** How good the option is, where the poll takes scores. */
    score: z.number().int().min(1).max(5).optional(),
    /** By number of the option. */
    scores: z.record(z.string().max(2), z.number().int()).optional(),
    picks: z.array(z.number().int()).max(20).optional(),
    days: z.record(z.string().max(2), z.enum(['yes', 'if-need-be', 'no'])).optional(),
    /** What was filled in on a card, by option. */
    filled: z.record(z.string().max(40), z.string().max(20)).optional(),
    /** What an earlier ballot gave, by option. */
    given: z.record(z.string().max(40), z.number()).optional(),
    words: z.string().max(300).optional(),
    /** The words as they were said, where `words` have others beside them. */
    said: z.string().max(300).optional(),
    /** None of the options is wanted. */
    sitOut: z.boolean().optional(),
  }),
  meansByWords: true,
  commands: ['vote', 'vote for', 'i vote', 'we vote', 'option'],
  pattern: new RegExp(`${SCORES.source}|${SITS_OUT.source}|${DAYS.source}`, 'iu'),
  claims: (text) => PICKS.test(text.trim()) || CHANGES.test(text) || MAY_CHANGE.test(text.trim()),
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
    'were going for the park',
    'plaza for us',
    "it's the zoo for us please",
    "the kids want burgers so that's our vote",
    "we'd be happiest with the ritz",
    'second option for our family',
    "i'd take the third",
    'vote park for us',
    'our family goes with the lake',
    "let's have the mountains",
    'we would like the boat',
    'we have decided on the aquarium',
    'definitely the burgers',
    'change my vote to the lake',
    'switch ours to number two',
    'final answer from us: the zoo',
    'how does voting work',
    'how can we vote',
    'we will take that one',
    'ok that one for us',
    'let us go for it',
    'we talked about it and we are having burgers',
    'after a long discussion we go for the lake',
    "we've decided, the boat it is",
    'not that one, the lake please',
    'burgers for us please',
    'the burger place sounds great',
    'we changed our minds, the lake after all',
    'oh then rather the zoo for us',
    'museum gets our vote',
    'ours goes to number two',
    "we're in for the barbecue",
    'let it be the harbour for us',
    '3rd option for us',
    'the 1st pls',
    'whatever the others like, we skip this one',
  ],
  amendedByAnswer: true,
  read: (text, context) => {
    if (SITS_OUT.test(text) || SITS_OUT.test(context.text)) return { sitOut: true };
    // The form of an answer is the same in every language: it is read in the words that were said.
    const several = readBallotWords(context.text);
    if (manner(several) !== 'one') return several;
    const number = /^\D{0,30}\b(\d{1,2})\b\D{0,10}$/.exec(text)?.[1];
    const ordinal = ORDINALS.findIndex((word) => new RegExp(`\\b(?:${word})\\b`, 'i').test(text));
    return {
      number: number === undefined ? (ordinal < 0 ? undefined : ordinal + 1) : Number(number),
      words: text,
      said: context.text,
    };
  },
  run: async (
    context,
    { pollId, optionId, number, words: typed, said: all, score, sitOut, filled, given, ...several },
  ) => {
    const isCarriers = context.textOnly && OF_CARRIERS.test(all ?? typed ?? '');
    const [words, said] = isCarriers ? [] : [typed, all];
    const {
      house,
      member,
      words: { polls },
    } = context;
    const candidates =
      pollId === undefined
        ? await candidatePolls(context, optionId === undefined && number === undefined ? words : undefined, said)
        : [await readPoll(house.records, member.trip.id, pollId)].filter((poll) => poll !== undefined);
    if (candidates.length === 0) {
      return pollId === undefined ? { text: polls.noneOpenStart } : { text: polls.notYours, denied: true };
    }
    const answered = said === undefined ? [] : candidates.filter((poll) => answers(poll, said));
    const byName =
      optionId === undefined && number === undefined && words !== undefined
        ? candidates.filter((poll) => names(poll, words))
        : candidates.filter((poll) => mayAnswer(poll, several));
    const named = answered.length > 0 ? answered : byName;
    const [poll, second] = named.length > 0 ? named : candidates;
    if (!poll) return { text: polls.noneOpen };
    if (second) {
      return {
        text: polls.which,
        choices: (named.length > 0 ? named : candidates).map((candidate) => ({
          label: candidate.question,
          act: { skill: 'vote', input: { pollId: candidate.id, number, words, said, optionId, sitOut, ...several } },
        })),
      };
    }
    if (sitOut || optionId === SIT_OUT) return castVote(context, poll, SIT_OUT);
    if (given) return castVote(context, poll, given);
    const inWords = said === undefined ? undefined : await readInWords(context, poll, said);
    if (inWords) return 'say' in inWords ? inWords.say : castVote(context, poll, inWords.cast);
    const reading = filled
      ? readFilled(context, poll, filled)
      : manner(several) !== 'one'
        ? await readSeveral(context, poll, several)
        : optionId === undefined && words !== undefined && !numbered(poll, number, words)
          ? readNamed(context, poll, words)
          : undefined;
    if (reading) return 'say' in reading ? reading.say : castVote(context, poll, reading.cast);
    const chosen =
      optionId ??
      (number === undefined
        ? words === undefined
          ? undefined
          : matchOption(poll, words)
        : poll.options[number - 1]?.optionId);
    if (chosen === undefined) return askForOption(context, poll, number, words);
    // Whoever types what a list calls an option has said it, as with any other words.
    const text = poll.options.find((option) => option.optionId === chosen)?.text;
    const pressed = optionId !== undefined && context.typed.trim().toLowerCase() !== text?.toLowerCase();
    const one = await readOne(context, poll, chosen, { score, pressed });
    return 'say' in one ? one.say : castVote(context, poll, one.cast);
  },
});

/**
 * The open polls a bare number may mean: those the family has not answered; if none, those it may change. Words that name
 * an option of none but an answered one change that.
 */
const candidatePolls = async (
  { house, member }: TripContext,
  words?: string,
  said = words,
): Promise<readonly Poll[]> => {
  const open = await openPolls(house.records, member.trip.id);
  if (open.length < 2) return open;
  const mine = (await house.records.list(ballots, member.trip.id)).filter(
    ({ familyId }) => familyId === member.participation.familyId,
  );
  const unanswered = open.filter((poll) => !mine.some(({ pollId }) => pollId === poll.id));
  const first = unanswered.length > 0 ? unanswered : open;
  const mayMean = (poll: Poll): boolean =>
    words !== undefined && (names(poll, words) || (said !== undefined && answers(poll, said)));
  if (words === undefined || first.some(mayMean)) return first;
  const named = open.filter(mayMean);
  return named.length > 0 ? named : first;
};

const askForOption = (
  { house, member, words }: TripContext,
  poll: Poll,
  number: number | undefined,
  typed = '',
): Promise<Said> => {
  if (poll.status !== 'open')
    return Promise.resolve(sayRejection({ ok: false, reason: 'poll-closed', detail: poll.question }, words));
  const count = poll.options.length;
  if (number !== undefined) return Promise.resolve({ text: words.polls.numbersThere(count) });
  return readStanding(house.records, member.trip, poll).then((standing) => ({
    text: hasNoPreference(typed)
      ? words.polls.yoursToSay(count)
      : poll.kind === undefined
        ? words.polls.whichOption(count)
        : words.ballots.needs(poll.kind, poll.question, count),
    card: pollCard(standing, member.trip, { familyId: member.participation.familyId }, words),
    choices: pollChoices(standing),
  }));
};
