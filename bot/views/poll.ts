import type { Choice, FoundOption, PollCard, PollCardOption, Reply, RuledOut } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { GLAD, LOWEST } from '../../trips/consensus/ballot.ts';
import { placeIn, type Scores, scoresOf } from '../../trips/polls/choice.ts';
import { MAX_OPTIONS, type PollOption, type RuledOutOption } from '../../trips/polls/poll.ts';
import type { Standing } from '../../trips/polls/standing.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { dayIn } from './ballot.ts';

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
  { say, polls, plan }: Words,
): Pick<FoundOption, 'price' | 'total' | 'yours'> => {
  if (cost?.total.amount === 0 || (cost === undefined && price?.amount === 0)) return { price: plan.free };
  const share = familyId === undefined ? undefined : cost?.shares[familyId];
  return {
    price: price && polls.each(say.money(price)),
    total: cost && polls.forAll(say.money(cost.total)),
    yours: cost && share !== undefined ? polls.forYou(say.money({ ...cost.total, amount: share })) : undefined,
  };
};

/** What is known of an option, as a card shows it to one reader. */
export const foundOption = (option: PollOption, { familyId, own }: PollReader, words: Words): FoundOption => ({
  text: option.text,
  // What people wrote stands as it is; what was found is said in the reader's language.
  details: option.details && (option.aiGenerated ? words.reasons.details(option.details) : option.details),
  place: option.place,
  picture: option.picture,
  ...pricesOf(option, familyId, words),
  why: option.why && words.reasons.phrases(option.why),
  forYou: own?.get(option.optionId),
  source: option.source && words.say.citation(option.source),
});

/** What cannot be chosen, as a card shows it. */
export const ruledOut = (
  options: readonly RuledOutOption[] | undefined,
  { say, reasons }: Words,
): readonly RuledOut[] =>
  (options ?? []).map(({ text, out, source }) => ({
    text,
    why: reasons.phrases(out),
    source: source && say.citation(source),
  }));

/** The mean of the scores: `4`, `3.7`. */
const sayScore = (score: number | undefined): string | undefined =>
  score === undefined ? undefined : `${Math.round(score * 10) / 10}`;

/** Where an option stands. */
const standsFor = (
  { options }: Standing['tally'],
  id: string,
): Pick<PollCardOption, 'votes' | 'score' | 'beats' | 'ifNeedBe' | 'cannot'> => {
  const found = options.find(({ optionId }) => optionId === id);
  const { beats, ifNeedBe, cannot } = found ?? {};
  return { votes: found?.votes ?? 0, score: sayScore(found?.score), beats, ifNeedBe, cannot };
};

/** What the reader's family gives an option. */
const mineIn = ({ kind }: Standing['poll'], mine: Scores, optionId: string): Pick<PollCardOption, 'mine' | 'own'> => {
  const score = mine[optionId];
  switch (kind) {
    case 'score':
      return { mine: score !== undefined, own: score === undefined ? undefined : { score } };
    case 'rank':
      return score === undefined ? { mine: false } : { mine: true, own: { place: placeIn(mine, score) } };
    case 'dates':
      return score === undefined ? { mine: false } : { mine: true, own: { day: dayIn(score) } };
    default:
      return { mine: (score ?? LOWEST) >= GLAD };
  }
};

/** Whether the deadline would not stand if it were now. */
const missesQuorum = ({ poll, tally, seats }: Pick<Standing, 'poll' | 'tally' | 'seats'>): boolean =>
  poll.quorum !== undefined &&
  poll.extendedFrom === undefined &&
  seats.length - tally.waitingFor.length < Math.min(poll.quorum, seats.length);

/** A poll as one reader may see it. */
export const pollCard = (
  { poll, tally, seats, votes }: Standing,
  trip: Pick<Trip, 'timeZone'>,
  reader: PollReader,
  words: Words,
): PollCard => {
  const { say } = words;
  const nameOf = (familyId: string): string =>
    seats.find((seat) => seat.familyId === familyId)?.familyName ?? say.familyThatLeft;
  const ballot = votes.find(({ familyId }) => familyId === reader.familyId);
  const mine: Scores = ballot ? scoresOf(ballot) : {};
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
      ...foundOption({ ...option, optionId }, reader, words),
      optionId,
      ...standsFor(tally, optionId),
      ...mineIn(poll, mine, optionId),
    })),
    ruledOut: poll.ruledOut && ruledOut(poll.ruledOut, words),
    votingFor: reader.familyId === undefined ? undefined : nameOf(reader.familyId),
    closes: poll.closesAt && say.instant(poll.closesAt, trip.timeZone),
    waitingFor: tally.waitingFor.map(nameOf),
    quorum: missesQuorum({ poll, tally, seats }) ? poll.quorum : undefined,
    anonymous: poll.anonymous,
    maySitOut: poll.status === 'open',
    mayAdd: (poll.status === 'open' && poll.growing && poll.options.length < MAX_OPTIONS) || undefined,
    sittingOut: tally.sittingOut.map(nameOf),
    recorded: votes.filter(({ byProxy }) => byProxy).map(({ familyId }) => nameOf(familyId)),
    outcome: poll.status === 'open' ? undefined : sayOutcome({ poll, tally, seats, votes }, words),
  };
};

/** The options as a list to answer: number n is option n on every door. */
export const pollChoices = ({ poll }: Pick<Standing, 'poll'>): readonly Choice[] =>
  poll.options.map(({ optionId, text }) => ({
    label: text,
    act: { skill: 'vote', input: { tripId: poll.tripId, pollId: poll.id, optionId } },
  }));

/** How a poll ended and how it was counted, true to its count. */
export const sayOutcome = (
  { poll, tally, seats, votes }: Standing,
  { polls, reasons }: Pick<Words, 'polls' | 'reasons'>,
): string => {
  const textOf = (optionId: string): string => poll.options.find((option) => option.optionId === optionId)?.text ?? '';
  const votesFor = (optionId: string | undefined): number =>
    tally.options.find((option) => option.optionId === optionId)?.votes ?? 0;
  const winner = poll.winner ?? (poll.explanation === undefined ? tally.leader : undefined);
  const explained = poll.explanation && [poll.explanation, poll.counting].filter((words) => words).join(' ');
  const equal = tally.options.every(({ votes, weight }) => votes === weight);
  return polls.outcome({
    winner: winner === undefined ? undefined : textOf(winner),
    votes: votesFor(winner ?? tally.tied[0]),
    families: seats.length,
    tied: tally.tied.map(textOf),
    voted: votes.length > 0 || (poll.anonymous === true && tally.waitingFor.length < seats.length),
    plain: winner !== undefined && winner === tally.leader && poll.kind === undefined && equal,
    explained:
      explained &&
      reasons.explained(
        explained,
        poll.options.map(({ text }) => text),
      ),
  });
};

/** Where the count stands in one line: `So far: Salty Pelican 1, Taverna 1; waiting for the Okoyes.` */
export const sayStanding = (standing: Standing, words: Pick<Words, 'say' | 'polls' | 'ballots'>): string => {
  const { poll, tally } = standing;
  const { polls, ballots } = words;
  const counted = tally.options.map(({ optionId, weight }) => {
    const { text = '' } = poll.options.find((option) => option.optionId === optionId) ?? {};
    return { text, weight, ...standsFor(tally, optionId) };
  });
  const kind = poll.kind ?? 'choice';
  const ahead = ({ weight, score, beats = 0, ifNeedBe = 0 }: (typeof counted)[number]): number =>
    ({ choice: weight, approval: weight, score: Number(score ?? 0), rank: beats, dates: weight + ifNeedBe / 2 })[kind];
  const weighed = counted.some(({ votes, weight }) => votes !== weight);
  const shown = counted
    .sort((a, b) => ahead(b) - ahead(a))
    .filter((option, index) => (kind === 'score' ? option.score !== undefined : ahead(option) > 0 || index < 3));
  return polls.count({
    secret: poll.anonymous && poll.status === 'open' && counted.every(({ votes }) => votes === 0),
    options: shown.map((one) => ballots.soFar(kind, one.text, one, weighed ? one.weight : undefined)),
    waitingFor: namesOf(standing, tally.waitingFor, words),
    sittingOut: namesOf(standing, tally.sittingOut, words),
  });
};

/** What families of a poll are called in a sentence. */
export const namesOf = (
  { seats }: Standing,
  familyIds: readonly string[],
  { say }: Pick<Words, 'say'>,
): readonly string[] =>
  familyIds.map((id) => say.family(seats.find((seat) => seat.familyId === id)?.familyName ?? say.familyThatLeft));

/** A poll as a reply: its card, and its options to answer while it is open. */
export const pollReply = (
  standing: Standing,
  trip: Pick<Trip, 'timeZone'>,
  reader: PollReader,
  text: string,
  words: Words,
): Reply => ({
  text,
  ...(words.language === 'en' ? {} : { language: words.language }),
  card: pollCard(standing, trip, reader, words),
  choices: standing.poll.status === 'open' ? pollChoices(standing) : undefined,
});
