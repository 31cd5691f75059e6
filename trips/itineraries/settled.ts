import { sayDay } from '../dates.ts';
import type { Money } from '../money.ts';
import { type Candidate, plainName } from './candidate.ts';
import { costOf } from './cost.ts';
import { type Needs, needsOfThose, unfit } from './needs.ts';
import { cityOf, currencyOf, type Decision, type PlanningFacts } from './planning-facts.ts';
import { readDays } from './reading/days.ts';
import { readPrice } from './reading/prices.ts';

/** A poll's winner as something to plan. */
export interface DecidedPick {
  readonly candidate: Candidate;
  readonly decision: Decision;
  /** The day and meal the question asked for, when it did. */
  readonly day?: string | undefined;
  readonly part?: 'lunch' | 'dinner' | undefined;
}

/** What stands before any choice is made: where to stay, what is booked, and what the families decided. */
export interface Settled {
  /** Where a trip to one place stays: what is booked, else what was voted for, else the least expensive. */
  readonly lodging?: Candidate | undefined;
  /** All the places one may stay at. */
  readonly stays: readonly Candidate[];
  /** Places to stay that would do if the vote for another were given up. */
  readonly otherLodging: readonly Candidate[];
  readonly votedStay?: { readonly candidate: Candidate; readonly decision: Decision } | undefined;
  readonly booked: readonly Candidate[];
  readonly decided: readonly DecidedPick[];
  readonly arrivals: readonly Candidate[];
  readonly departures: readonly Candidate[];
  /** All that may still be chosen. */
  readonly open: readonly Candidate[];
  readonly gaps: readonly string[];
}

const MEAL_QUESTION = /\b(?:eat|dinner|lunch|restaurant|food|dine|meal|supper|pizza)\b/i;
const STAY_QUESTION = /\b(?:stay|hotel|sleep|accommodation|apartment|lodging|rooms?)\b/i;
const SIGHT_QUESTION =
  /\b(?:do|visit|see|go|activity|activities|museum|tour|trip|day out|excursion|sight|attraction)\b/i;

const kindAsked = (question: string): Candidate['kind'] | undefined => {
  if (MEAL_QUESTION.test(question)) return 'meal';
  if (STAY_QUESTION.test(question)) return 'lodging';
  return SIGHT_QUESTION.test(question) ? 'sight' : undefined;
};

/** The name in a poll's option: what stands before its details. */
const nameOf = (choice: string): string => (choice.split(/,| - | \(|: |\. /)[0] ?? choice).trim();

const priceOf = (adult: Money): Candidate['price'] => ({ per: 'person', adult });

/** The candidate a poll's winner means; made from the option itself when no paper speaks of it. */
export const decidedCandidate = (decision: Decision, candidates: readonly Candidate[]): Candidate | undefined => {
  const kind = kindAsked(decision.question);
  const whole = plainName(decision.choice);
  const name = plainName(nameOf(decision.choice));
  const own = candidates.find((candidate) => {
    const known = plainName(candidate.name);
    return (
      known === name ||
      known === whole ||
      (known.length >= 5 && whole.startsWith(`${known} `)) ||
      (name.length >= 5 && known.startsWith(`${name} `))
    );
  });
  // Beds are for all; what is done or eaten together is for those who go along.
  const who = decision.who && (own?.kind ?? kind) !== 'lodging' ? { who: decision.who } : {};
  if (own) return { ...own, ...who, ...(!own.price && decision.price && { price: priceOf(decision.price) }) };
  if (!kind || name === '' || /^(?:yes|no|either|none|any|both|neither|\d)/.test(name)) return undefined;
  const text = [decision.choice, decision.details].filter(Boolean).join('\n');
  return {
    id: `decided_${name.replace(/ /g, '-')}`,
    kind,
    name: nameOf(decision.choice),
    ...who,
    price: decision.price ? priceOf(decision.price) : readPrice(text),
    diets: {},
    about: text,
  };
};

/** The facts with what polls decided among the candidates, so that planner and checker know the same places. */
export const withDecisions = (facts: PlanningFacts): PlanningFacts => {
  const candidates = [...facts.candidates];
  for (const decision of facts.decided) {
    const decided = decidedCandidate(decision, candidates);
    if (!decided) continue;
    const index = candidates.findIndex(({ id }) => id === decided.id);
    if (index < 0) candidates.push(decided);
    else candidates[index] = decided;
  }
  return { ...facts, candidates };
};

const nameList = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Sorts the candidates into what is settled and what is open. Nothing is chosen here but, without any booking, where to stay. */
export const settle = (facts: PlanningFacts, needs: Needs, nights: number): Settled => {
  const { trip, families, candidates } = facts;
  const currency = currencyOf(facts);
  const everyone = families.map(() => true);
  const gaps: string[] = [...(trip.round?.notes ?? [])];
  const inTrip = ({ booking }: Candidate): boolean =>
    booking !== undefined && booking.date >= trip.startDate && booking.date <= trip.endDate;

  const booked: Candidate[] = [];
  for (const candidate of candidates.filter(({ booking, kind }) => booking && (kind === 'sight' || kind === 'meal'))) {
    if (inTrip(candidate)) booked.push(candidate);
    else
      gaps.push(
        `${candidate.name} is booked for ${sayDay(candidate.booking?.date ?? '')}, outside the trip; I left it out.`,
      );
  }
  const journeys = candidates.filter((candidate) => candidate.kind === 'arrive' || candidate.kind === 'depart');
  const picks = facts.decided.flatMap((decision) => {
    const candidate = decidedCandidate(decision, candidates);
    return candidate && !booked.some(({ id }) => id === candidate.id) ? [{ decision, candidate }] : [];
  });
  const decided: DecidedPick[] = [];
  for (const { decision, candidate } of picks) {
    if (candidate.kind !== 'sight' && candidate.kind !== 'meal') continue;
    if (decided.some((pick) => pick.candidate.id === candidate.id)) continue;
    const why = unfit(candidate, needs);
    if (why) {
      gaps.push(`${candidate.name} won the vote, but ${why}; I left it out. Vote again, or ask there and book it.`);
      continue;
    }
    const part = /\b(?:lunch|almuerzo|almorz)/i.test(decision.question)
      ? 'lunch'
      : /\b(?:dinner|supper|night\b|evening|cena)/i.test(decision.question)
        ? 'dinner'
        : undefined;
    decided.push({
      candidate,
      decision,
      day: readDays(decision.question, trip)[0],
      part: candidate.kind === 'meal' ? part : undefined,
    });
  }

  const stays = nights > 0 ? candidates.filter(({ kind }) => kind === 'lodging') : [];
  const vote = picks.find(({ candidate }) => candidate.kind === 'lodging');
  const notForVoted = vote && unfit(vote.candidate, needs);
  const votedStay = notForVoted ? undefined : vote;
  if (nights > 0 && vote && notForVoted && !vote.candidate.confirmed)
    gaps.push(`${vote.candidate.name} won the vote, but ${notForVoted}; I left it out.`);
  const confirmed = stays.filter((stay) => stay.confirmed);
  const price = (stay: Candidate): number =>
    costOf(stay, families, everyone, currency, nights)?.total ?? Number.MAX_SAFE_INTEGER;
  const fit = stays.filter((stay) => !unfit(stay, needs)).sort((a, b) => price(a) - price(b) || (a.id < b.id ? -1 : 1));
  const lodging = nights > 0 ? (confirmed[0] ?? votedStay?.candidate ?? fit[0]) : undefined;
  const doubt = lodging?.confirmed ? unfit(lodging, needs) : undefined;
  if (lodging && doubt) gaps.push(`${lodging.name} is booked, but ${doubt}: ask there before you go.`);
  if (nights > 0 && !lodging)
    gaps.push("No place to stay is in your documents yet: send me the booking and I'll add check-in and its cost.");
  const chosenStays = nights > 0 ? staysIn(facts, confirmed, votedStay?.candidate, fit) : [];

  const suits = (one: Candidate): boolean =>
    (one.lanes ?? [one]).every((lane) => !unfit(lane, needsOfThose(lane, families, needs)));
  const taken = new Set([...booked, ...decided.map(({ candidate }) => candidate)].map(({ id }) => id));
  return {
    lodging,
    stays: chosenStays,
    otherLodging: votedStay && nights > 0 ? fit.filter((stay) => !chosenStays.includes(stay)) : [],
    votedStay: votedStay && !confirmed.includes(votedStay.candidate) ? votedStay : undefined,
    booked: booked.sort((a, b) => (when(a) < when(b) ? -1 : 1)),
    decided,
    arrivals: journeys.filter((one) => one.kind === 'arrive' && one.booking?.date === trip.startDate),
    departures: journeys.filter((one) => one.kind === 'depart' && one.booking?.date === trip.endDate),
    open: candidates.filter(
      (one) => (one.kind === 'sight' || one.kind === 'meal') && !one.booking && !taken.has(one.id) && suits(one),
    ),
    gaps,
  };
};

/** In each city what is booked there, else what was voted for, else whatever does. */
const staysIn = (
  facts: PlanningFacts,
  confirmed: readonly Candidate[],
  voted: Candidate | undefined,
  fit: readonly Candidate[],
): readonly Candidate[] => {
  const cities = new Set([...confirmed, ...fit, ...(voted ? [voted] : [])].map((stay) => cityOf(stay, facts)));
  return [...cities].flatMap((city) => {
    const here = (stay: Candidate): boolean => cityOf(stay, facts) === city;
    const booked = confirmed.filter(here);
    // Several bookings without their nights could be for anyone: the first is planned with.
    if (booked.length > 0) return booked.every(({ stay }) => stay?.nights) ? booked : booked.slice(0, 1);
    return voted && here(voted) ? [voted] : fit.filter(here);
  });
};

/** What to say of a stay that nobody booked or voted for, and of one that is booked and not slept at. */
export const stayGap = (
  { stays, votedStay }: Settled,
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
): readonly string[] => {
  const [only, ...others] = chosen;
  const confirmed = candidates.filter(({ kind, confirmed: settled }) => kind === 'lodging' && settled);
  if (only && confirmed.length > 1 && confirmed.some((stay) => !chosen.includes(stay)))
    return [
      `I found ${confirmed.length} booked stays, ${nameList(confirmed.map(({ name }) => name))}; I planned with ${nameList(chosen.map(({ name }) => name))}. Tell me who stays where.`,
    ];
  if (!only || others.length > 0 || only.confirmed || votedStay || stays.length < 2) return [];
  return [
    `I planned with ${only.name}, ${only.id === stays[0]?.id ? 'the least expensive stay in your documents' : 'which suits you best'}; nothing there is booked yet.`,
  ];
};

const when = ({ booking, id }: Candidate): string =>
  `${booking?.date} ${String(booking?.start).padStart(4, '0')} ${id}`;
