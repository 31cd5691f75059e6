import type { Reply } from '../../cards/reply.ts';
import { headsUp } from '../../trips/consensus/heads-up.ts';
import { castBallot } from '../../trips/polls/cast-ballot.ts';
import { type Choice, type Said as Choosing, SIT_OUT, sameChoice } from '../../trips/polls/choice.ts';
import { pollsOf } from '../../trips/polls/open-poll.ts';
import { ballots, type Poll } from '../../trips/polls/poll.ts';
import { readStanding } from '../../trips/polls/standing.ts';
import { sayChoice } from '../views/ballot.ts';
import { readerOf } from '../views/own-words.ts';
import { pollCard, pollChoices, pollReply, sayStanding } from '../views/poll.ts';
import { sayRejection } from './say-rejection.ts';
import type { Said, TripContext } from './skill.ts';

/** Casts a vote and says what it was, where the poll stands now, and what there is to vote on next. */
export const castVote = async (context: TripContext, { id, options }: Poll, said: Choosing): Promise<Said> => {
  const { house, member, conversation, group, words } = context;
  const { say, polls } = words;
  const voted = await castBallot(house.records, house.clock, member, id, said, conversation);
  if (!voted.ok)
    return sayRejection(voted.reason === 'unknown-option' ? { ...voted, detail: `1-${options.length}` } : voted, words);
  const { cast: done } = voted;
  context.changed(
    words.things.yourVote,
    done.before
      ? { skill: 'vote', input: { pollId: id, ...saidAs(done.before) } }
      : { skill: 'take-back-vote', input: { pollId: id } },
  );
  const choice = sayChoice(done.poll, done.choice, words);
  const standing = await readStanding(house.records, member.trip, done.poll);
  const family = say.family(member.participation.familyName);
  const familyId = group ? undefined : member.participation.familyId;
  const reader = await readerOf(house.records, done.poll, familyId, words);
  // In words the standing is said already; where cards are shown, the card shows it.
  const card = context.textOnly ? undefined : pollCard(standing, member.trip, reader, words);
  if (done.as === 'preference') {
    return {
      text: `${polls.noted(choice, family)} ${sayStanding(standing, words)}`,
      card,
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
      next || !context.textOnly ? undefined : done.poll.kind === undefined ? polls.sendAnother : polls.answerAgain,
    ]
      .filter(Boolean)
      .join(' '),
    card,
    choices: context.textOnly ? undefined : pollChoices(standing),
    // What is said to a group is no secret.
    private: done.poll.anonymous,
  };
  if (!next) return answer;
  const following = await readStanding(house.records, member.trip, next);
  return [answer, pollReply(following, member.trip, reader, polls.next, words)];
};

/** A choice as a vote would have said it. */
export const saidAs = ({ optionId, scores }: Choice): object =>
  scores === undefined || optionId === SIT_OUT ? { optionId } : { given: scores };

const nextPoll = async (context: TripContext, justVoted: string): Promise<Poll | undefined> => {
  const mine = (await context.house.records.list(ballots, context.member.trip.id)).filter(
    ({ familyId }) => familyId === context.member.participation.familyId,
  );
  return (await pollsOf(context.house.records, context.member.trip.id)).find(
    (poll) => poll.status === 'open' && poll.id !== justVoted && !mine.some(({ pollId }) => pollId === poll.id),
  );
};
