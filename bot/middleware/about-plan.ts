import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { readableReservations } from '../../trips/reservations/readable-reservations.ts';
import { planContext } from '../skills/change-plan.ts';
import type { Turn } from '../turn.ts';
import { readPlanWish } from '../understanding/plan-words.ts';
import type { Understood } from '../understanding/understand.ts';
import { tripOf } from './trip-spoken-of.ts';

/** What words about a thing of the plan are easily taken for, as long as nobody looks into the plan. */
const TAKEN_FOR: ReadonlySet<string> = new Set([
  ...['ask', 'vote', 'describe-family', 'plan-itinerary', 'show-itinerary', 'cancel-reservation', 'settle-trip'],
  ...['set-reminder', 'whats-next', 'trip-status'],
]);
/** Asks for what is so, and for no change of it. */
const ASKS_HOW_IT_IS =
  /^(?:(?:hi|hey|hello|ok|so|and|but|sorry|please)\b[\s,]*)*(?:what(?!\s+(?:about|if)\b)|how(?!\s+about\b)|when|where|which|who|whose|why(?!\s+don)|is (?!it (?:possible|ok))|are|was|does|do we|did|has|have we|show|tell|list|vote|poll)\b/i;
/** A longer message tells more than one wish. */
const MOST_WORDS = 24;

/** Whether words that are not plainly for anything ask for a change of something that stands in the trip's plan. */
export const asksAboutPlan = async (turn: Turn, understood: Understood, text: string): Promise<boolean> => {
  const loose =
    understood.kind === 'unclear' ||
    understood.kind === 'either' ||
    understood.kind === 'declined' ||
    (understood.kind === 'skill' && understood.slot === undefined && TAKEN_FOR.has(understood.skill));
  if (!loose || ASKS_HOW_IT_IS.test(text) || text.split(/\s+/).length > MOST_WORDS) return false;
  const trip = await tripOf(turn);
  if (trip.kind !== 'member') return false;
  const { records } = turn.house;
  const plan = await latestItinerary(records, trip.member.trip.id);
  const around = plan && (await planContext({ house: turn.house, member: trip.member }, plan));
  const wish = around && readPlanWish(text, around);
  if (!wish || wish.kind === 'open') return false;
  // What is booked is called off, and not left out of a plan.
  if (understood.kind === 'skill' && understood.skill === 'cancel-reservation')
    if ((await readableReservations(records, trip.member)).some(({ status }) => status === 'booked')) return false;
  if (!('item' in wish)) return 'on' in wish && wish.on !== undefined && around.dates.includes(wish.on);
  return around.inPlan?.(wish.item) === true;
};
