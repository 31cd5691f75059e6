import { type Candidate, clockTime, type Passage } from '../trips/itineraries/candidate.ts';
import { extractCandidates, type ReadingContext } from '../trips/itineraries/candidates.ts';
import { sayMoney } from '../trips/money.ts';

/** A trip in June, by which dates are understood. */
export const lisbon: ReadingContext = { startDate: '2027-06-11', endDate: '2027-06-15', currency: 'EUR' };

/** Passages of one document, a page each. */
export const passages = (
  document: string,
  ...parts: readonly (string | readonly [heading: string, text: string])[]
): Passage[] =>
  parts.map((part, index) => ({
    documentId: `document_${document}`,
    document,
    page: index + 1,
    ...(typeof part === 'string' ? { text: part } : { heading: part[0], text: part[1] }),
  }));

const week = (hours: Candidate['hours']): string | undefined =>
  hours
    ?.map((spans) =>
      spans === undefined ? '?' : spans.map(({ from, to }) => `${clockTime(from)}-${clockTime(to)}`).join('+') || '-',
    )
    .filter((value, index, all) => index === 0 || value !== all[index - 1])
    .join(' ');

const price = (of: Candidate['price']): string | undefined => {
  if (!of) return undefined;
  if (of.per === 'group') return `group ${sayMoney(of.total)}`;
  if (of.per === 'vehicle') return `vehicle ${sayMoney(of.each)} for ${of.seats}`;
  if (of.per === 'night') return `night ${sayMoney(of.each)} x ${of.rooms ?? '?'}`;
  return [sayMoney(of.adult), of.child && `child ${sayMoney(of.child)}`, of.freeUpTo && `free to ${of.freeUpTo}`]
    .filter(Boolean)
    .join(', ');
};

/** The facts of each candidate in short, those not stated left out. */
export const read = (found: readonly Passage[], context = lisbon): Record<string, object> =>
  Object.fromEntries(
    extractCandidates(found, context).map((one) => [
      one.name,
      JSON.parse(
        JSON.stringify({
          kind: one.kind,
          price: price(one.price),
          hours: week(one.hours),
          minutes: one.minutes,
          diets: Object.keys(one.diets).length > 0 ? one.diets : undefined,
          stepFree: one.stepFree,
          minAge: one.minAge,
          meals: one.meals,
          address: one.address,
          checkIn: one.checkIn === undefined ? undefined : clockTime(one.checkIn),
          checkOut: one.checkOut === undefined ? undefined : clockTime(one.checkOut),
          confirmed: one.confirmed || undefined,
          booking: one.booking && `${one.booking.date} ${clockTime(one.booking.start)}`,
        }),
      ),
    ]),
  );
