import type { ConsensusFamily } from '../consensus/facts.ts';
import { daysBetween, sayDay } from '../dates.ts';
import type { Candidate } from '../itineraries/candidate.ts';
import { weekdayIndex } from '../itineraries/reading/days.ts';
import type { Trip } from '../trips/trip.ts';
import type { Offered } from './offered.ts';
import { offeredPlace } from './places.ts';
import { type PollWish, tellingWords } from './poll-wish.ts';

/** What a day of the trip holds already, as everybody may know it. */
export type Planned = ReadonlyMap<string, readonly string[]>;

/** Things that a day's words name at most. */
const MOST_NAMED = 2;

/** The place whose day is asked: the one that shares most telling words with what was said. */
export const placeMeant = (subject: string | undefined, candidates: readonly Candidate[]): Candidate | undefined => {
  const words = tellingWords(subject ?? '');
  const scored = candidates
    .filter(({ kind }) => kind === 'sight' || kind === 'meal')
    .map((candidate) => {
      const name = tellingWords(candidate.name);
      const about = tellingWords(candidate.about);
      const shared = [...words].reduce((sum, word) => sum + (name.has(word) ? 3 : about.has(word) ? 1 : 0), 0);
      return { candidate, shared };
    })
    .sort((a, b) => b.shared - a.shared);
  return scored[0] && scored[0].shared > 0 ? scored[0].candidate : undefined;
};

/** The days of the trip from `today` on as options; those on which the place that is meant is closed are out. */
export const offeredDays = (
  { subject }: Pick<PollWish, 'subject'>,
  { startDate, endDate }: Pick<Trip, 'startDate' | 'endDate'>,
  {
    candidates,
    families,
    planned,
    today,
  }: {
    readonly candidates: readonly Candidate[];
    readonly families: readonly ConsensusFamily[];
    readonly planned: Planned;
    readonly today: string;
  },
): readonly Offered[] => {
  if (startDate === undefined || endDate === undefined) return [];
  const place = placeMeant(subject, candidates);
  return daysBetween(startDate, endDate)
    .filter((day) => day >= today)
    .map((day): Offered => {
      const shown = place && offeredPlace(place, { wish: { category: 'activity', day }, families, nights: 0 });
      const busy = (planned.get(day) ?? []).slice(0, MOST_NAMED);
      const hours = shown?.option.details?.split('; ').find((part) => part.startsWith('open '));
      const details = [place?.name, hours, busy.length > 0 && `that day already: ${busy.join(', ')}`]
        .filter(Boolean)
        .join('; ');
      return {
        option: {
          optionId: day,
          text: sayDay(day),
          details: details === '' ? undefined : details.slice(0, 500),
          price: shown?.option.price,
          cost: shown?.option.cost,
          days: [day],
          aiGenerated: true,
          source: shown?.option.source,
        },
        about: '',
        out: place?.hours?.[weekdayIndex(day)]?.length === 0 ? shown?.out : undefined,
      };
    });
};
