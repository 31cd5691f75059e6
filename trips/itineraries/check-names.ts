import type { PlanCheck } from './itinerary.ts';

/** What each check is about, as people call it. */
export const CHECK_NAMES: Readonly<Record<PlanCheck['constraint'], string>> = {
  budget: 'Budget',
  dates: 'Dates',
  duplicates: 'Nothing twice',
  'opening-hours': 'Opening hours',
  diet: 'Food',
  mobility: 'Getting around',
  overlap: 'Timing',
  ages: 'Ages',
  bookings: 'Bookings',
  route: 'The way',
  lodging: 'Beds',
  'full-days': 'Every day',
  cuisine: 'Cuisines',
  asked: 'As you asked',
};
