import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { openPolls } from '../../trips/polls/open-poll.ts';
import { readableReservations } from '../../trips/reservations/readable-reservations.ts';
import { planContext } from '../skills/change-plan.ts';
import { meantBy } from '../skills/reservations.ts';
import type { Turn } from '../turn.ts';
import { matchOption } from '../understanding/option-words.ts';
import { readPlanWish } from '../understanding/plan-words.ts';
import { heardBy } from '../understanding/spanish/heard.ts';
import { readStopChange } from '../understanding/stop-words.ts';
import type { Understood } from '../understanding/understood.ts';
import { tripOf } from './trip-spoken-of.ts';

/** What words about a thing of the plan are easily taken for, as long as nobody looks into the plan. */
const TAKEN_FOR: ReadonlySet<string> = new Set([
  ...['ask', 'vote', 'describe-family', 'plan-itinerary', 'show-itinerary', 'cancel-reservation', 'settle-trip'],
  ...['set-reminder', 'whats-next', 'trip-status', 'forget-preference'],
]);
/** Asks for what is so, and for no change of it. */
const ASKS_HOW_IT_IS =
  /^(?:(?:hi|hey|hello|ok|so|and|but|sorry|please)\b[\s,]*)*(?:what(?!\s+(?:about|if)\b)|how(?!\s+about\b)|when|where|which|who|whose|why(?!\s+don)|is (?!it (?:possible|ok))|are|was|does|do we|did|has|have we|show|tell|list|vote|poll)\b/i;
/** A longer message tells more than one wish. */
const MOST_WORDS = 24;

/** Whether words ask for a change of the cities that the trip stops in. */
const asksAboutStops = async (turn: Turn, understood: Understood, text: string): Promise<boolean> => {
  const mayBe = isLoose(understood) || (understood.kind === 'skill' && ABOUT_PLANS.has(understood.skill));
  if (!mayBe || text.split(/\s+/).length > MOST_WORDS) return false;
  const trip = await tripOf(turn);
  const stops = trip.kind === 'member' ? trip.member.trip.stops : undefined;
  return (
    stops !== undefined &&
    readStopChange(
      text,
      stops.map(({ city }) => city),
    ) !== undefined
  );
};
const ABOUT_PLANS: ReadonlySet<string> = new Set(['change-plan', 'new-poll', 'add-reservation', 'new-trip', 'budget']);

const isLoose = (understood: Understood): boolean =>
  understood.kind === 'unclear' ||
  understood.kind === 'either' ||
  understood.kind === 'declined' ||
  (understood.kind === 'skill' && understood.slot === undefined && TAKEN_FOR.has(understood.skill));

/** Whether words that are not plainly for anything ask for a change of something that stands in the trip's plan. */
const asksAboutPlan = async (turn: Turn, understood: Understood, text: string): Promise<boolean> => {
  if (!isLoose(understood) || ASKS_HOW_IT_IS.test(text) || text.split(/\s+/).length > MOST_WORDS) return false;
  const trip = await tripOf(turn);
  if (trip.kind !== 'member') return false;
  const { records } = turn.house;
  const plan = await latestItinerary(records, trip.member.trip.id);
  const around = plan && (await planContext({ house: turn.house, member: trip.member }, plan));
  const wish = around && readPlanWish(text, around);
  if (!wish || wish.kind === 'open') return false;
  // A booking that is named is called off, and not left out of a plan.
  if (understood.kind === 'skill' && understood.skill === 'cancel-reservation') {
    const booked = (await readableReservations(records, trip.member)).filter(({ status }) => status === 'booked');
    if (meantBy(booked, text).length > 0) return false;
  }
  if (!('item' in wish)) return 'on' in wish && wish.on !== undefined && around.dates.includes(wish.on);
  return around.inPlan?.(wish.item) === true;
};

/** Whether words were taken for a vote while there is something to vote for, or name an option of it. */
const mayVote = async (turn: Turn, understood: Understood): Promise<boolean> => {
  const trip = await tripOf(turn);
  const open = trip.kind === 'member' ? await openPolls(turn.house.records, trip.member.trip.id) : [];
  const said = heardIn(turn, 'vote').slice(0, MOST_CHOSEN);
  return (
    (open.length > 0 && understood.kind === 'skill' && understood.skill === 'vote') ||
    open.some((poll) => matchOption(poll, said) !== undefined)
  );
};
/** Characters of words for an option that are looked at. */
const MOST_CHOSEN = 300;

const heardIn = ({ session, incoming }: Turn, skill: string): string =>
  session.language === 'es' ? heardBy(skill, incoming.text) : incoming.text;

/** The skill that words are for once the trip's stops and its plan are looked into; `undefined` when they are not about them. */
export const skillOfPlan = async (turn: Turn, understood: Understood): Promise<'stops' | 'change-plan' | undefined> => {
  if (turn.person === undefined || turn.person.restrictedAt !== undefined) return undefined;
  const text = heardIn(turn, 'change-plan');
  if (await asksAboutStops(turn, understood, text)) return 'stops';
  return (await asksAboutPlan(turn, understood, text)) && !(await mayVote(turn, understood))
    ? 'change-plan'
    : undefined;
};
