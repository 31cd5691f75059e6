import { type Candidate, type Passage, plainName } from './candidate.ts';
import { type Draft, mergeCandidates } from './merge-candidates.ts';
import { type ReadBooking, readBooking, readKeyedBooking } from './reading/bookings.ts';
import type { TripDays } from './reading/days.ts';
import { type Entry, entriesOf } from './reading/entries.ts';
import { isCategory, kindOfPlace } from './reading/kind-of-place.ts';
import { readLeg } from './reading/legs.ts';
import { readCheckTimes, readLodging, readNights, readStayStepFree } from './reading/lodging.ts';
import { readDiets, readIndoor, readMeals, readMinAge, readMinutes, readStepFree } from './reading/marks.ts';
import { readOpeningHours } from './reading/opening-hours.ts';
import { plainText } from './reading/plain-text.ts';
import { readPrice, readStayPrice } from './reading/prices.ts';
import { readCuisines, readStayTerms } from './reading/terms.ts';
import { cityOfTexts } from './stops/city-names.ts';

/** By what the documents are understood: the days of the trip, and the currency it is budgeted in. */
export interface ReadingContext extends TripDays {
  readonly currency?: string | undefined;
  /** The cities the trip stops in; absent when it stays in one place. */
  readonly cities?: readonly string[] | undefined;
}

/**
 * What the trip's documents offer: sights, meals, lodging, journeys and bookings, each with the facts that are stated
 * and no others. The same passages always give the same candidates in the same order.
 */
export const extractCandidates = (passages: readonly Passage[], context: ReadingContext): readonly Candidate[] => {
  const byDocument = Map.groupBy(passages, ({ documentId }) => documentId);
  return mergeCandidates([...byDocument.values()].flatMap((own) => fromDocument(own, context)));
};

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
  const { cities = [] } = context;
  const legOf = (text: string, passage: Passage): boolean => {
    const leg = cities.length > 1 ? readLeg(text, cities, context) : undefined;
    if (leg) drafts.push({ ...leg, kind: 'leg', diets: {}, about: text, source: sourceOf(passage) });
    return leg !== undefined;
  };
  for (const passage of passages) {
    const lines = passage.text.split(/\r?\n/).map((raw) => plainText(raw).trim());
    for (const line of lines) {
      if (legOf(line, passage)) {
        booked.add(line);
        continue;
      }
      const read = readBooking(line.replace(/^\s*[-*+•▪◦]\s+/, ''), context);
      if (!read) continue;
      booked.add(line);
      add(read, passage, line);
    }
  }
  const whole = passages.map(({ text }) => plainText(text)).join('\n');
  // A ticket says its way over several lines.
  if (!lodging && !drafts.some(({ kind }) => kind === 'leg') && isTicket(first, whole) && legOf(whole, first))
    return drafts.filter(({ kind }) => kind === 'leg');
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
    const found = fromEntry(entry, context, lodging?.confirmed === true);
    const draft = found && { ...found, city: cityOfEntry(entry, found, cities) };
    if (draft?.kind === 'lodging') stays.push(draft);
    else if (draft) drafts.push(draft);
  }
  // Which nights a bed is for matters where there are several cities to sleep in.
  const nights = lodging?.confirmed && cities.length > 0 ? readNights(whole, context) : undefined;
  return [...drafts, ...withLodging(stays, lodging, first, passages)].map((draft) => ({
    ...draft,
    ...(draft.confirmed && nights ? { stay: { ...draft.stay, nights } } : {}),
    ...cityOf(draft, passages, cities),
  }));
};

/** Papers that are a ticket and nothing else; a guide names many ways and days. */
const LONGEST_TICKET = 2_000;
const isTicket = ({ document }: Passage, text: string): boolean =>
  text.length <= LONGEST_TICKET &&
  /\b(?:ticket|booking|reservation|confirm\w*|boarding|e-?ticket|pnr|itinerary)\b/i.test(`${document} ${text}`);

const cityOfEntry = ({ headings, text }: Entry, { name, address }: Draft, cities: readonly string[]) =>
  cityOfTexts([address, name, ...headings.toReversed(), text], cities);

/** The city of what a paper speaks of: by its own words, the headings it stands under, or the paper as a whole. */
const cityOf = (draft: Draft, passages: readonly Passage[], cities: readonly string[]): Pick<Draft, 'city'> => {
  if (draft.city !== undefined || draft.leg || cities.length === 0) return {};
  const own = passages.find(({ text }) => text.includes(draft.name));
  const title = passages[0]?.document.replace(/[-_.]+/g, ' ');
  const city = cityOfTexts(
    [draft.address, draft.name, draft.about, own?.heading, title, passages.map(({ text }) => text).join('\n')],
    cities,
  );
  return city === undefined ? {} : { city };
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
