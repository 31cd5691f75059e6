import type { Words } from '../../cards/words/catalogue.ts';
import type { FamilyId } from '../../trips/ids.ts';
import type { Itinerary } from '../../trips/itineraries/itinerary.ts';
import { familiesPart } from '../../trips/itineraries/plan-for.ts';
import { familyMark, shareItinerary } from '../../trips/itineraries/share-itinerary.ts';
import type { House } from '../house.ts';

/**
 * Where a plan is shown to whoever has the link, in the language it was asked in. `ending`: its page, to print, or for a
 * calendar. `family`: only what that family joins, where families part.
 */
export const planLink = async (
  { records, clock, publicUrl }: Pick<House, 'records' | 'clock' | 'publicUrl'>,
  itinerary: Pick<Itinerary, 'id' | 'tripId' | 'days'>,
  { language }: Pick<Words, 'language'>,
  { ending = '', family }: { readonly ending?: '' | '.pdf' | '.ics'; readonly family?: FamilyId | undefined } = {},
): Promise<string> => {
  const token = await shareItinerary(records, clock, itinerary);
  const query = [
    ...(family === undefined || !familiesPart(itinerary) ? [] : [`only=${familyMark(token, family)}`]),
    ...(language === 'en' ? [] : [`lang=${language}`]),
  ].join('&');
  return `${publicUrl()}/s/${token}${ending}${query === '' ? '' : `?${query}`}`;
};
