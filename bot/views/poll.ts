import type { Choice, FoundOption, PollCard, Reply, RuledOut } from '../../cards/reply.ts';
import { GLAD } from '../../trips/consensus/ballot.ts';
import { sayInstant } from '../../trips/dates.ts';
import { sayCitation } from '../../trips/documents/citation.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { listed } from '../../trips/listed.ts';
import { sayMoney } from '../../trips/money.ts';
import { scoresOf } from '../../trips/polls/choice.ts';
import type { PollOption, RuledOutOption } from '../../trips/polls/poll.ts';
import type { Standing } from '../../trips/polls/standing.ts';
import type { Trip } from '../../trips/trips/trip.ts';

/** Who reads: a family with a vote, or a group where nobody's own choice is marked. */
export interface PollReader {
  readonly familyId?: string | undefined;
  /** How each option suits that family, by the option's id, for it alone. */
  readonly own?: ReadonlyMap<string, string> | undefined;
}

/** What an option costs one person, everybody, and the reader's family. */
const pricesOf = (
  { price, cost }: PollOption,
  familyId: string | undefined,
): Pick<FoundOption, 'price' | 'total' | 'yours'> => {
  if (cost?.total.amount === 0 || (cost === undefined && price?.amount === 0)) return { price: 'free' };
  const share = familyId === undefined ? undefined : cost?.shares[familyId];
  return {
    price: price && `${sayMoney(price)} each`,
    total: cost && `${sayMoney(cost.total)} for all`,
    yours: cost && share !== undefined ? `${sayMoney({ ...cost.total, amount: share })} for you` : undefined,
  };
};

/** What is known of an option, as a card shows it to one reader. */
export const foundOption = (option: PollOption, { familyId, own }: PollReader): FoundOption => ({
  text: option.text,
  details: option.details,
  ...pricesOf(option, familyId),
  why: option.why,
  forYou: own?.get(option.optionId),
  source: option.source && sayCitation(option.source),
});

/** What cannot be chosen, as a card shows it. */
export const ruledOut = (options: readonly RuledOutOption[] = []): readonly RuledOut[] =>
  options.map(({ text, out, source }) => ({ text, why: out, source: source && sayCitation(source) }));

/** The mean of the scores: `4`, `3.7`. */
const sayScore = (score: number | undefined): string | undefined =>
  score === undefined ? undefined : `${Math.round(score * 10) / 10}`;

/** A poll as one reader may see it. */
export const pollCard = (
  { poll, tally, seats, votes }: Standing,
  trip: Pick<Trip, 'timeZone'>,
  reader: PollReader,
): PollCard => {
  const nameOf = (familyId: string): string =>
    seats.find((seat) => seat.familyId === familyId)?.familyName ?? 'a family that left';
  const ballot = votes.find(({ familyId }) => familyId === reader.familyId);
  const mine: Readonly<Record<string, number>> = ballot ? scoresOf(ballot) : {};
  const asker = seats.find((seat) => seat.adminId === poll.createdBy);
  return {
    kind: 'poll',
    tripId: poll.tripId,
    pollId: poll.id,
    question: poll.question,
    takes: poll.kind,
    askedBy:
      asker && !poll.createdByName.includes(asker.familyName)
        ? `${poll.createdByName} (${asker.familyName})`
        : poll.createdByName,
    status: poll.status,
    options: poll.options.map(({ optionId, ...option }) => ({
      ...foundOption({ ...option, optionId }, reader),
      optionId,
      votes: tally.options.find((option) => option.optionId === optionId)?.families.length ?? 0,
      mine: poll.kind === 'score' ? mine[optionId] !== undefined : (mine[optionId] ?? 0) >= GLAD,
      ...(poll.kind === 'score' && {
        score: sayScore(tally.options.find((option) => option.optionId === optionId)?.score),
        myScore: mine[optionId],
      }),
    })),
    ruledOut: poll.ruledOut && ruledOut(poll.ruledOut),
    votingFor: reader.familyId === undefined ? undefined : nameOf(reader.familyId),
    closes: poll.closesAt && sayInstant(poll.closesAt, trip.timeZone),
    waitingFor: tally.waitingFor.map(nameOf),
    recorded: votes.filter(({ byProxy }) => byProxy).map(({ familyId }) => nameOf(familyId)),
    outcome: poll.status === 'open' ? undefined : sayOutcome({ poll, tally, seats, votes }),
  };
};

/** The options as a list to answer: number n is option n on every door. */
export const pollChoices = ({ poll }: Pick<Standing, 'poll'>): readonly Choice[] =>
  poll.options.map(({ optionId, text }) => ({
    label: text,
    act: { skill: 'vote', input: { tripId: poll.tripId, pollId: poll.id, optionId } },
  }));

/** How a poll ended and how it was counted, true to its count. */
export const sayOutcome = ({ poll, tally, seats }: Standing): string => {
  if (poll.explanation !== undefined) return [poll.explanation, poll.counting].filter((words) => words).join(' ');
  const textOf = (optionId: string): string => poll.options.find((option) => option.optionId === optionId)?.text ?? '';
  const votesFor = (optionId: string): number =>
    tally.options.find((option) => option.optionId === optionId)?.families.length ?? 0;
  if (tally.leader !== undefined) {
    const votes = votesFor(tally.leader);
    return `${textOf(tally.leader)} it is: ${votes} of ${seats.length} ${seats.length === 1 ? 'family' : 'families'} voted for it.`;
  }
  if (tally.tied.length > 0) {
    return `It's a tie between ${listed(tally.tied.map(textOf))}, ${votesFor(tally.tied[0] ?? '')} each.`;
  }
  return 'Nobody voted.';
};

/** Where the count stands in one line: `So far: Salty Pelican 1, Taverna 1; waiting for the Okoyes.` */
export const sayStanding = ({ poll, tally, seats }: Standing): string => {
  const counted = poll.options
    .map(({ optionId, text }) => {
      const { families = [], weight = 0, score } = tally.options.find((option) => option.optionId === optionId) ?? {};
      return { text, votes: families.length, weight, score };
    })
    .sort((a, b) => (poll.kind === 'score' ? (b.score ?? 0) - (a.score ?? 0) : b.weight - a.weight));
  const shown = counted.filter(({ votes }, index) => votes > 0 || index < 3);
  const waiting = tally.waitingFor.map((id) => sayFamily(seats.find((seat) => seat.familyId === id)?.familyName ?? ''));
  // Where families do not count the same, votes alone would say who leads wrongly.
  const weighed = counted.some(({ votes, weight }) => votes !== weight);
  const say = (votes: number, weight: number): string => (weighed ? `${votes} (counting ${weight})` : `${votes}`);
  const parts =
    poll.kind === 'score'
      ? counted.flatMap(({ text, score }) => (score === undefined ? [] : [`${text} ${sayScore(score)}`]))
      : shown.map(({ text, votes, weight }) => `${text} ${say(votes, weight)}`);
  const line = `So far: ${parts.length > 0 ? parts.join(', ') : 'no scores'}`;
  return waiting.length > 0 ? `${line}; waiting for ${listed(waiting)}.` : `${line}. Every family has voted.`;
};

/** A poll as a reply: its card, and its options to answer while it is open. */
export const pollReply = (
  standing: Standing,
  trip: Pick<Trip, 'timeZone'>,
  reader: PollReader,
  text: string,
): Reply => ({
  text,
  card: pollCard(standing, trip, reader),
  choices: standing.poll.status === 'open' ? pollChoices(standing) : undefined,
});
