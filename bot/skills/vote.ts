import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { choosing, HIGHEST } from '../../trips/consensus/ballot.ts';
import { headsUp } from '../../trips/consensus/heads-up.ts';
import { castBallot } from '../../trips/polls/cast-ballot.ts';
import { type Choice, type Said as Choosing, SIT_OUT, sameChoice } from '../../trips/polls/choice.ts';
import { openPolls, pollsOf } from '../../trips/polls/open-poll.ts';
import { ballotId, ballots, type Poll } from '../../trips/polls/poll.ts';
import { readPoll, readStanding } from '../../trips/polls/standing.ts';
import { PICKS, readBallotWords, SCORES } from '../understanding/ballot-words.ts';
import { SITS_OUT } from '../understanding/sit-out.ts';
import { sayChoice, scoreChoices } from '../views/ballot.ts';
import { readerOf } from '../views/own-words.ts';
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
  'i we us our my the a an to for with of on in and vote votes voting choose chose pick prefer prefers like would rather go going take want family families is it be please option number put down count change choice one d ll m re el la los las de del por un una y o nosotros nos nuestra nuestro voto votamos vota queremos quiero prefiero preferimos elegimos elijo mejor opcion familia para gusta'.split(
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

/** By this word phones opt in with their carrier: it chooses no option, whatever the option says. */
const OF_CARRIERS = /^\s*(?:yes|s[ií])\W*$/i;

export const voteSkill = skill({
  name: 'vote',
  description: "Casts your family's vote",
  who: 'member',
  translated: true,
  input: z.object({
    pollId: z.string().max(80).optional(),
    optionId: z.string().max(40).optional(),
    number: z.number().int().optional(),
    /** How good the option is, where the poll takes scores. */
    score: z.number().int().min(1).max(5).optional(),
    /** By number of the option. */
    scores: z.record(z.string().max(2), z.number().int()).optional(),
    picks: z.array(z.number().int()).max(20).optional(),
    words: z.string().max(300).optional(),
    /** None of the options is wanted. */
    sitOut: z.boolean().optional(),
  }),
  meansByWords: true,
  commands: ['vote', 'vote for', 'i vote', 'we vote', 'option'],
  pattern: new RegExp(`${SCORES.source}|${SITS_OUT.source}`, 'i'),
  claims: (text) => PICKS.test(text.trim()),
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
  ],
  amendedByAnswer: true,
  read: (text, context) => {
    if (SITS_OUT.test(text) || SITS_OUT.test(context.text)) return { sitOut: true };
    const several = readBallotWords(text);
    if (several.scores || several.picks) return several;
    const number = /^\D{0,30}\b(\d{1,2})\b\D{0,10}$/.exec(text)?.[1];
    const ordinal = ['first', 'second', 'third', 'fourth', 'fifth'].findIndex((word) =>
      new RegExp(`\\b${word}\\b`, 'i').test(text),
    );
    return { number: number === undefined ? (ordinal < 0 ? undefined : ordinal + 1) : Number(number), words: text };
  },
  run: async (context, { pollId, optionId, number, words: typed, score, scores, picks, sitOut }) => {
    const words = context.textOnly && OF_CARRIERS.test(typed ?? '') ? undefined : typed;
    const {
      house,
      member,
      words: { polls },
    } = context;
    const candidates =
      pollId === undefined
        ? await candidatePolls(context)
        : [await readPoll(house.records, member.trip.id, pollId)].filter((poll) => poll !== undefined);
    if (candidates.length === 0) {
      return pollId === undefined ? { text: polls.noneOpenStart } : { text: polls.notYours, denied: true };
    }
    const named =
      optionId === undefined && number === undefined && words !== undefined
        ? candidates.filter((poll) => matchOption(poll, words) !== undefined)
        : candidates.filter(({ kind }) => (scores ? kind === 'score' : picks ? kind === 'approval' : true));
    const [poll, second] = named.length > 0 ? named : candidates;
    if (!poll) return { text: polls.noneOpen };
    if (second) {
      return {
        text: polls.which,
        choices: (named.length > 0 ? named : candidates).map((candidate) => ({
          label: candidate.question,
          act: { skill: 'vote', input: { pollId: candidate.id, number, words, optionId, scores, picks, sitOut } },
        })),
      };
    }
    if (sitOut || optionId === SIT_OUT) return cast(context, poll, SIT_OUT);
    if (scores || picks) return castSeveral(context, poll, scores ?? picks ?? []);
    const chosen =
      optionId ??
      (number === undefined
        ? words === undefined
          ? undefined
          : matchOption(poll, words)
        : poll.options[number - 1]?.optionId);
    if (chosen === undefined) return askForOption(context, poll, number);
    if (poll.kind === 'score') return castScore(context, poll, chosen, score);
    return cast(
      context,
      poll,
      poll.kind === 'approval' && optionId !== undefined ? await toggled(context, poll, chosen) : chosen,
    );
  },
});

/** Scores or picks by number, in a poll that takes several. */
const castSeveral = (
  context: TripContext,
  poll: Poll,
  given: Readonly<Record<string, number>> | readonly number[],
): Promise<Said> => {
  const scored = !Array.isArray(given);
  const said = Object.entries(scored ? given : choosing(given.map(String)));
  const count = poll.options.length;
  const { polls } = context.words;
  if (poll.kind === undefined && poll.status === 'open')
    return Promise.resolve({ text: polls.takesOne(poll.question, count) });
  if (poll.kind === 'approval' && scored) return Promise.resolve({ text: polls.picksWithoutScores });
  if (poll.kind === 'score' && !scored) return Promise.resolve({ text: polls.needsScores });
  const out = said.find(([number]) => poll.options[Number(number) - 1] === undefined);
  if (out) return Promise.resolve({ text: polls.noSuchOption(count, out[0]) });
  return cast(
    context,
    poll,
    Object.fromEntries(said.map(([number, score]) => [poll.options[Number(number) - 1]?.optionId ?? '', score])),
  );
};

/** One option of a poll of scores: asks how good it is, or adds the score to those the family has given. */
const castScore = async (
  context: TripContext,
  poll: Poll,
  optionId: string,
  score: number | undefined,
): Promise<Said> => {
  const text = poll.options.find((option) => option.optionId === optionId)?.text;
  if (text !== undefined && score === undefined && poll.status === 'open')
    return { text: context.words.polls.howGood(text), choices: scoreChoices(poll, optionId, context.words) };
  return cast(context, poll, { ...(await ballotOf(context, poll))?.scores, [optionId]: score ?? HIGHEST });
};

/** What the family picks once it has pressed one option: that one more, or one less. */
const toggled = async (context: TripContext, poll: Poll, optionId: string): Promise<Choosing> => {
  const { [optionId]: had, ...others } = (await ballotOf(context, poll))?.scores ?? {};
  return had !== undefined && Object.keys(others).length > 0 ? others : { ...others, [optionId]: HIGHEST };
};

/** The family's ballot so far. */
const ballotOf = ({ house, member }: TripContext, poll: Poll) =>
  house.records.read(ballots, member.trip.id, ballotId(poll.id, member.participation.familyId));

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

const askForOption = ({ house, member, words }: TripContext, poll: Poll, number: number | undefined): Promise<Said> => {
  if (poll.status !== 'open')
    return Promise.resolve(sayRejection({ ok: false, reason: 'poll-closed', detail: poll.question }, words));
  const count = poll.options.length;
  if (number !== undefined) return Promise.resolve({ text: words.polls.numbersThere(count) });
  return readStanding(house.records, member.trip, poll).then((standing) => ({
    text: words.polls.whichOption(count),
    card: pollCard(standing, member.trip, { familyId: member.participation.familyId }, words),
    choices: pollChoices(standing),
  }));
};

const cast = async (context: TripContext, { id, options }: Poll, said: Choosing): Promise<Said> => {
  const { house, member, conversation, group, words } = context;
  const { say, polls } = words;
  const voted = await castBallot(house.records, house.clock, member, id, said, conversation);
  if (!voted.ok)
    return sayRejection(voted.reason === 'unknown-option' ? { ...voted, detail: `1-${options.length}` } : voted, words);
  const { cast: done } = voted;
  context.changed(
    'your vote',
    done.before && { skill: 'vote', input: { pollId: id, ...saidAs(done.poll, done.before) } },
  );
  const choice = sayChoice(done.poll, done.choice, words);
  const standing = await readStanding(house.records, member.trip, done.poll);
  const family = say.family(member.participation.familyName);
  const familyId = group ? undefined : member.participation.familyId;
  const reader = await readerOf(house.records, done.poll, familyId, words);
  const card = pollCard(standing, member.trip, reader, words);
  if (done.as === 'preference') {
    return {
      text: `${polls.noted(choice, family)} ${sayStanding(standing, words)}`,
      card: quiet(card, context),
      private: true,
    };
  }
  const changed = done.before !== undefined && !sameChoice(done.before, done.choice);
  const next = await nextPoll(context, id);
  const option = options.find(({ optionId }) => optionId === done.choice.optionId);
  const warning = group || !option ? [] : await headsUp(house.records, member, option);
  const answer: Reply = {
    text: [
      polls.voted(family, choice, changed),
      warning.length > 0 && polls.headsUp(warning),
      sayStanding(standing, words),
      next || !context.textOnly ? undefined : polls.sendAnother,
    ]
      .filter(Boolean)
      .join(' '),
    card: quiet(card, context),
    choices: context.textOnly ? undefined : pollChoices(standing),
    // What is said to a group is no secret.
    private: done.poll.anonymous,
  };
  if (!next) return answer;
  const following = await readStanding(house.records, member.trip, next);
  return [answer, pollReply(following, member.trip, reader, polls.next, words)];
};

/** A choice as the words of a vote would have said it: an option, or scores by number. */
const saidAs = ({ options }: Poll, { optionId, scores }: Choice): object =>
  scores === undefined || optionId === SIT_OUT
    ? { optionId }
    : {
        scores: Object.fromEntries(
          options.flatMap((option, index) => {
            const score = scores[option.optionId];
            return score === undefined ? [] : [[String(index + 1), score]];
          }),
        ),
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
