import { z } from 'zod';
import type { Words } from '../../cards/words/catalogue.ts';
import { documents } from '../../trips/documents/document.ts';
import { people } from '../../trips/people/person.ts';
import { openPolls } from '../../trips/polls/open-poll.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { sayStops } from '../../trips/trips/stops.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { skill } from './skill.ts';

const WHO_ORGANIZES =
  /^(?:(?:ok|so|hey|hi)\b[\s,]*)*(?:who(?:['’]?s| is| are)? (?:organi[sz]ing|organi[sz]es|running|in charge(?: of)?|the (?:organi[sz]er|boss))|qui[eé]n organiza)\b/iu;

/** Asks when the trip is or where it goes, and nothing else of it. */
const WHEN_OR_WHERE =
  /^(?:(?:ok|so|hey|hi|sorry|wait|and|remind me|tell me|quick q(?:uestion)?)\b[\s,:]*)*(?:(?:what|which|when)(?:['’]?s|['’]?re| are| is| were| was)? ?(?:again )?(?:the |our )?(?:trip |travel )?(?:dates?|days)(?: (?:of|for) (?:the|our) (?:trip|holiday))?(?: of travel)?|(?:the |our )?(?:trip|travel|holiday) dates|dates|when (?:exactly )?(?:are|r) we (?:all )?(?:going|travel?ling|away|off)(?: (?:to|on) (?:the |our )?\p{L}+)?|when (?:do|will) we (?:go|travel)|when(?: is|['’]?s) (?:the|our) (?:trip|holiday|vacation)|where (?:are|r) we (?:all )?(?:going|off to|travel?ling)(?: to)?(?: (?:and|&) when)?|where(?: is|['’]?s) (?:the|our) (?:trip|holiday)|how long are we (?:going|away|there)(?: for)?|cu[aá]ndo (?:es el viaje|vamos|viajamos|nos vamos)|(?:las )?fechas(?: del viaje)?|qu[eé] fechas|a ?d[oó]nde vamos)(?: again| exactly| now)?[\s?!.¿]*$/iu;

export const tripSummarySkill = skill({
  name: 'trip-summary',
  description: 'The trip at a glance: dates, families, documents, polls',
  who: 'member',
  reads: true,
  input: z.object({ whenAndWhere: z.literal(true).optional() }),
  claims: (text) => WHO_ORGANIZES.test(text.trim()) || WHEN_OR_WHERE.test(text.trim().replace(/^¿/, '')),
  commands: [
    'trip',
    'summary',
    'our trip',
    'trip summary',
    'status',
    'so?',
    'well?',
    'any news',
    'any news?',
    'news?',
    'update?',
    'status?',
  ],
  examples: [
    'what is the state of the trip',
    'whos in so far',
    "who's in by now",
    'summarise the trip',
    'what are the dates',
    'how many families are there',
    'remind me where we are going',
    'how much is our total budget for the trip',
    'who has joined so far',
    'what has been settled',
    'how many people are coming along',
    'what do we have so far',
    'who is coming on the trip',
    'give me an overview of the trip',
    'when are we going',
    'which families are in',
    'what is our budget',
    'show me the trip details',
    'where are we going and when',
    'which documents do you have',
    'how is the trip coming along',
    "what's going on with our holiday",
    'can you catch me up on the trip',
    'when exactly is the trip',
    'what were the dates again',
    'which hotel and dates did we say, overview please',
    'who else is joining us',
    'who is on this trip',
    'how many adults and kids are coming altogether',
    'the short version of where we stand',
    'trip details please',
    'which files have we given you',
    'remind me where and when we go',
    'remind me who comes with us',
    'a recap of the trip please',
    'can i get a recap',
    'when was it that we go',
    'who else comes apart from the Bergs',
    'is another family coming',
    'an overview of everything please',
    'tell me where the trip stands',
    'how far along are we with everything',
    "what's the state of our trip",
    'summarize the trip for me',
  ],
  read: (text) => ({ whenAndWhere: WHEN_OR_WHERE.test(text.trim().replace(/^¿/, '')) || undefined }),
  run: async ({ house, member: { trip, participation }, group, words }, { whenAndWhere }) => {
    const { say, trip: said } = words;
    if (whenAndWhere) {
      const days = trip.startDate && trip.endDate ? say.range(trip.startDate, trip.endDate) : undefined;
      return {
        text: said.whenAndWhere(trip.stops ? sayStops(trip.stops) : trip.destination, days, lengthOf(trip, words)),
      };
    }
    const seats = await familiesIn(house.records, trip.id);
    const polls = await openPolls(house.records, trip.id);
    const readable = (await house.records.list(documents, trip.id)).filter(
      ({ scope, familyId }) => scope === 'trip' || (!group && familyId === participation.familyId),
    );
    const organizer = await house.records.read(people, trip.organizerId, trip.organizerId);
    const facts = [
      { label: said.where, value: trip.stops ? sayStops(trip.stops) : trip.destination },
      {
        label: said.when,
        value:
          trip.startDate && trip.endDate
            ? say.range(trip.startDate, trip.endDate)
            : [lengthOf(trip, words), said.notSettled].filter(Boolean).join(', '),
      },
      ...(organizer ? [{ label: said.organizer, value: organizer.name }] : []),
      { label: said.families, value: seats.map(({ familyName, heads }) => `${familyName} (${heads})`).join(', ') },
      ...(trip.budget ? [{ label: said.budget, value: said.forEveryone(say.money(trip.budget)) }] : []),
      {
        label: said.documents,
        value: readable.length === 0 ? said.noDocuments : readable.map(({ name }) => name).join(', '),
      },
      {
        label: said.openPolls,
        value: polls.length === 0 ? said.none : polls.map(({ question }) => question).join(' '),
      },
    ];
    return { text: said.atAGlance(trip.name), card: { kind: 'facts', title: trip.name, facts } };
  },
});

/** How long it is to last, and within which days, as far as that was said. */
const lengthOf = ({ days, roughly }: Trip, { say }: Words): string | undefined =>
  [days === undefined ? undefined : say.days(days), roughly && say.roughly(roughly.startDate, roughly.endDate)]
    .filter(Boolean)
    .join(', ') || undefined;
