import { idFrom } from '../ids.ts';
import { type Booking, type Candidate, plainName } from './candidate.ts';

/** A candidate before it is known which others speak of the same place. */
export type Draft = Omit<Candidate, 'id'>;

/** A candidate's id: the same for the same name. Journeys and repeated bookings differ by their day and time. */
const idOf = ({ kind, name, booking, leg }: Draft): string =>
  `candidate_${idFrom('opt', leg ? `leg ${leg.from} ${leg.to} ${leg.date} ${leg.departs}` : kind === 'arrive' || kind === 'depart' ? `${kind} ${booking?.date} ${booking?.start}` : 'place', plainName(name)).slice(4)}`;

/** Whether two names speak of one place: the same words, or all words of the shorter, its first being telling. */
const sameName = (one: string, other: string): boolean => {
  if (one === other) return true;
  const [short, long] =
    one.length < other.length ? [one.split(' '), other.split(' ')] : [other.split(' '), one.split(' ')];
  const [first = ''] = short;
  return (
    first.length >= 6 && long.includes(first) && short.every((word) => long.includes(word)) && !GENERIC.test(first)
  );
};
const GENERIC =
  /^(?:museum|museu|restaurant|castle|castelo|palace|market|mercado|garden|gardens|church|cathedral|beach|hotel|taverna|tavern|pizzeria|trattoria|gallery|guided|walking|family|science|national|science|boat|apartment|apartments|hostel)$/;

const worse = (one: Candidate['price'], other: Candidate['price']): Candidate['price'] => {
  if (!one || !other) return one ?? other;
  if (one.per !== other.per) return one;
  if (one.per === 'person' && other.per === 'person') {
    if (one.adult.currency !== other.adult.currency) return one;
    const [dear, cheap] = other.adult.amount > one.adult.amount ? [other, one] : [one, other];
    return dear.adult.amount === cheap.adult.amount ? { ...cheap, ...dear } : dear;
  }
  return one;
};

const joined = (one: Draft, other: Draft): Draft => {
  const diets = { ...one.diets };
  // What one paper warns of, another's promise does not undo.
  for (const [diet, caters] of Object.entries(other.diets) as [keyof typeof diets, boolean][]) {
    diets[diet] = diets[diet] === false ? false : caters;
  }
  const booking: Booking | undefined = one.booking ?? other.booking;
  return {
    ...one,
    city: one.city ?? other.city,
    name: one.booking && !other.booking ? other.name : one.name,
    address: one.address ?? other.address,
    price: worse(one.price, other.price),
    hours: one.hours ?? other.hours,
    minutes: one.minutes ?? other.minutes,
    indoor: one.indoor ?? other.indoor,
    diets,
    stepFree: one.stepFree === false || other.stepFree === false ? false : (one.stepFree ?? other.stepFree),
    minAge: one.minAge === undefined ? other.minAge : Math.max(one.minAge, other.minAge ?? 0),
    meals: one.meals ?? other.meals,
    cuisines:
      one.cuisines && other.cuisines
        ? [...new Set([...one.cuisines, ...other.cuisines])]
        : (one.cuisines ?? other.cuisines),
    stay: one.stay ?? other.stay,
    checkIn: one.checkIn ?? other.checkIn,
    checkOut: one.checkOut ?? other.checkOut,
    confirmed: one.confirmed || other.confirmed,
    booking,
    about: one.about === other.about ? one.about : `${one.about}\n${other.about}`,
    source: one.source ?? other.source,
  };
};

/** One candidate a place, however often and in however many papers it is named. */
export const mergeCandidates = (drafts: readonly Draft[]): readonly Candidate[] => {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const name = plainName(draft.name);
    if (name === '') continue;
    const index = kept.findIndex(
      (other) =>
        other.kind === draft.kind &&
        // A cathedral in each of two cities.
        (other.city === draft.city || other.city === undefined || draft.city === undefined) &&
        !(other.leg && draft.leg && JSON.stringify(other.leg) !== JSON.stringify(draft.leg)) &&
        (draft.kind === 'arrive' || draft.kind === 'depart'
          ? other.booking?.date === draft.booking?.date && other.booking?.start === draft.booking?.start
          : sameName(plainName(other.name), name)) &&
        // Two bookings at one place are two visits.
        !(
          other.booking &&
          draft.booking &&
          (other.booking.date !== draft.booking.date || other.booking.start !== draft.booking.start)
        ),
    );
    const found = kept[index];
    if (found) kept[index] = joined(found, draft);
    else kept.push(draft);
  }
  const seen = new Map<string, number>();
  return kept.map((draft) => {
    const id = idOf(draft);
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    return { ...draft, id: times === 0 ? id : `${id}-${times + 1}` };
  });
};
