import { idFrom } from '../ids.ts';
import { type Booking, type Candidate, type Passage, plainName } from './candidate.ts';
import { type ReadBooking, readBooking, readKeyedBooking } from './reading/bookings.ts';
import type { TripDays } from './reading/days.ts';
import { type Entry, entriesOf } from './reading/entries.ts';
import { isCategory, kindOfPlace } from './reading/kind-of-place.ts';
import { readCheckTimes, readLodging, readStayStepFree } from './reading/lodging.ts';
import { readDiets, readIndoor, readMeals, readMinAge, readMinutes, readStepFree } from './reading/marks.ts';
import { readOpeningHours } from './reading/opening-hours.ts';
import { plainText } from './reading/plain-text.ts';
import { readPrice, readStayPrice } from './reading/prices.ts';
import { readCuisines, readStayTerms } from './reading/terms.ts';

/** By what the documents are understood: the days of the trip, and the currency it is budgeted in. */
export interface ReadingContext extends TripDays {
  readonly currency?: string | undefined;
}

type Draft = Omit<Candidate, 'id'>;

/**
 * What the trip's documents offer: sights, meals, lodging, journeys and bookings, each with the facts that are stated
 * and no others. The same passages always give the same candidates in the same order.
 */
export const extractCandidates = (passages: readonly Passage[], context: ReadingContext): readonly Candidate[] => {
  const byDocument = Map.groupBy(passages, ({ documentId }) => documentId);
  return mergeCandidates([...byDocument.values()].flatMap((own) => fromDocument(own, context)));
};

/** A candidate's id: the same for the same name. Journeys and repeated bookings differ by their day and time. */
const idOf = ({ kind, name, booking }: Draft): string =>
  `candidate_${idFrom('opt', kind === 'arrive' || kind === 'depart' ? `${kind} ${booking?.date} ${booking?.start}` : 'place', plainName(name)).slice(4)}`;

const fromDocument = (passages: readonly Passage[], context: ReadingContext): readonly Draft[] => {
  const [first] = passages;
  if (!first) return [];
  const drafts: Draft[] = [];
  const booked = new Set<string>();
  const add = (read: ReadBooking, passage: Passage, text: string): void => {
    drafts.push({
      ...facts(text, context, read.kind === 'meal' ? 'meal' : 'sight'),
      hours: undefined,
      minutes: undefined,
      kind: read.kind,
      name: read.name,
      booking: read.booking,
      about: text,
      source: sourceOf(passage),
    });
  };
  const lodging = readLodging(aboutTheStay(passages), context.currency) ?? readLodging(passages, context.currency);
  for (const passage of passages) {
    const lines = passage.text.split(/\r?\n/).map((raw) => plainText(raw).trim());
    for (const line of lines) {
      const read = readBooking(line.replace(/^\s*[-*+•▪◦]\s+/, ''), context);
      if (!read) continue;
      booked.add(line);
      add(read, passage, line);
    }
  }
  if (!lodging && drafts.length === 0) {
    const lines = passages.flatMap(({ text }) => text.split(/\r?\n/).map((raw) => plainText(raw).trim()));
    const keyed = readKeyedBooking(lines, context);
    if (keyed) {
      const passage = passages.find(({ text }) => plainText(text).includes(keyed.name)) ?? first;
      add(
        keyed,
        passage,
        lines
          .map((line) => line.replace(/^([^|]{2,40}) \| ([^|]+)$/, '$1: $2'))
          .join('\n')
          .slice(0, 2_000),
      );
      return drafts;
    }
  }
  const skip = (line: string): boolean => booked.has(line);
  const stays: Draft[] = [];
  for (const entry of entriesOf(passages, context.currency, skip)) {
    const draft = fromEntry(entry, context, lodging?.confirmed === true);
    if (draft?.kind === 'lodging') stays.push(draft);
    else if (draft) drafts.push(draft);
  }
  return [...drafts, ...withLodging(stays, lodging, first, passages)];
};

/** The passages that stand under no list of other things: what a document says of a stay it does not say there. */
const aboutTheStay = (passages: readonly Passage[]): readonly Passage[] =>
  passages.filter(({ heading }) => !(heading ?? '').split(/\s+>\s+/).some(isCategory));

/** Joins what the document as a whole says of a stay to the one stay it names; several keep their own facts. */
const withLodging = (
  stays: readonly Draft[],
  lodging: ReturnType<typeof readLodging>,
  first: Passage,
  passages: readonly Passage[],
): readonly Draft[] => {
  if (!lodging) return stays;
  const names = new Set(stays.map(({ name }) => plainName(name)));
  if (names.size > 1 && !lodging.confirmed) return stays;
  const own =
    stays.find(({ name }) => lodging.name !== undefined && plainName(name) === plainName(lodging.name)) ?? stays[0];
  const name = lodging.name ?? own?.name ?? first.document.replace(/\.[a-z]{2,5}$/i, '').replace(/[-_]+/g, ' ');
  const text = aboutTheStay(passages)
    .map((passage) => plainText(passage.text))
    .join('\n');
  return [
    {
      kind: 'lodging',
      name,
      address: lodging.address ?? own?.address,
      price: lodging.price ?? own?.price,
      checkIn: lodging.checkIn ?? own?.checkIn,
      checkOut: lodging.checkOut ?? own?.checkOut,
      confirmed: lodging.confirmed,
      stepFree: readStayStepFree(text),
      stay: readStayTerms(text) ?? own?.stay,
      diets: {},
      about: '',
      source: { documentId: first.documentId, name: first.document, page: lodging.page ?? first.page },
    },
  ];
};

const sourceOf = ({ documentId, document, page }: Passage): Candidate['source'] => ({
  documentId,
  name: document,
  page,
});

/** The facts a text states of a place. */
const facts = (
  text: string,
  context: ReadingContext,
  kind: 'sight' | 'meal' | 'lodging',
): Pick<
  Draft,
  'price' | 'hours' | 'minutes' | 'indoor' | 'diets' | 'stepFree' | 'minAge' | 'meals' | 'address' | 'cuisines' | 'stay'
> => ({
  price: (kind === 'lodging' ? readStayPrice : readPrice)(text, context.currency),
  hours: kind === 'lodging' ? undefined : readOpeningHours(text, Number(context.startDate.slice(5, 7))),
  minutes: kind === 'sight' ? readMinutes(text) : undefined,
  indoor: kind === 'sight' ? readIndoor(text) : undefined,
  diets: kind === 'meal' ? readDiets(text) : {},
  stepFree: (kind === 'lodging' ? readStayStepFree : readStepFree)(text),
  minAge: readMinAge(text),
  meals: kind === 'meal' ? readMeals(text) : undefined,
  address: readAddress(text),
  cuisines: kind === 'meal' ? readCuisines(text) : undefined,
  stay: kind === 'lodging' ? readStayTerms(text) : undefined,
});

const ADDRESS =
  /\b(?:address|location|located (?:at|in|on)|at|in):?\s+((?:\d{1,4}\s+)?(?:Rua|Avenida|Av\.|Praça|Largo|Calle|Plaza|Via|Piazza|Rue|Place|Boulevard|Avenue)\s[\p{L}\d .'ºª-]{2,50}|\d{1,4}[a-z]?\s(?:[\p{Lu}][\p{L}'-]+\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Square|Sq|Boulevard|Blvd|Drive|Way|Place|Quay))/u;
const BARE_ADDRESS =
  /(?:^|[\n,(]\s*)((?:Rua|Avenida|Praça|Largo|Calle|Plaza|Via|Piazza|Rue|Boulevard)\s[\p{L}\d .'ºª-]{2,50}?)(?=[,;()\n]|\.\s|\.?$)/u;

const readAddress = (text: string): string | undefined =>
  (/^address:?\s+(.{5,100})$/im.exec(text)?.[1] ?? ADDRESS.exec(text)?.[1] ?? BARE_ADDRESS.exec(text)?.[1])
    ?.replace(/[\s.,;]+$/, '')
    .trim();

/** A candidate, when the entry is of one clear sort and says something a plan can use. */
const fromEntry = (entry: Entry, context: ReadingContext, inConfirmation: boolean): Draft | undefined => {
  const found = kindOfPlace(entry, entry.passage.document);
  if (!found) return undefined;
  const { kind, byName } = found;
  // A hotel's own papers speak of breakfasts and pools; only what is a place by its very name is one there.
  const proposed = entry.listed && entry.headings.some(isCategory);
  if (inConfirmation && kind !== 'lodging' && !byName && !proposed) return undefined;
  const read = facts(`${entry.text}\n${entry.label ?? ''}`, context, kind);
  const times = kind === 'lodging' ? readCheckTimes(entry.text) : {};
  const stated = [read.price, read.hours, read.minutes, read.address, times.checkIn].filter(
    (fact) => fact !== undefined,
  );
  const said = [Object.keys(read.diets).length > 0 || undefined, read.meals, read.stepFree].filter(
    (fact) => fact !== undefined,
  );
  // The less its name and its place on the page prove that it is somewhere to go, the more facts must.
  const enough = byName
    ? stated.length + said.length + entry.headings.length > 0
    : stated.length + said.length >= (entry.listed ? 1 : 2);
  if (!enough || (!byName && stated.length === 0)) return undefined;
  return {
    ...read,
    ...times,
    kind,
    name: entry.name,
    about: `${entry.headings.at(-1) ?? ''}\n${entry.text}`.trim(),
    source: sourceOf(entry.passage),
  };
};

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
const mergeCandidates = (drafts: readonly Draft[]): readonly Candidate[] => {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const name = plainName(draft.name);
    if (name === '') continue;
    const index = kept.findIndex(
      (other) =>
        other.kind === draft.kind &&
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
