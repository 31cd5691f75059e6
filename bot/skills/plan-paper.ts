import { z } from 'zod';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { shareItinerary } from '../../trips/itineraries/share-itinerary.ts';
import { skill } from './skill.ts';

/** The plan on paper or in a calendar, and no booking and no other paper. */
const WANTS = [
  /\b(?:print|download)(?: (?:out|off))? (?:it|this|that|(?:the|our) (?:whole )?(?:plan|itinerary|schedule))\b/i,
  /\b(?:plan|itinerary|schedule)\b.{0,20}\b(?:as|in|on) (?:an? )?(?:pdf|paper|ics|ical)\b|\b(?:pdf|ics) of (?:the|our) (?:plan|itinerary|schedule)\b/i,
  /\b(?:put|add|get|save|import|export|sync)\b.{0,30}\b(?:in|into|to|on|with)\b.{0,20}\b(?:calendar|outlook|ical)\b/i,
] as const;

export const planPaperSkill = skill({
  name: 'plan-paper',
  description: 'Gives the plan as a PDF to print and for your calendar',
  who: 'member',
  reads: true,
  translated: true,
  input: z.object({}),
  claims: (text) => WANTS.some((words) => words.test(text)),
  commands: ['pdf', 'print', 'print the plan', 'calendar', 'ics', 'plan as pdf', 'download the plan'],
  examples: [
    'can I print the plan',
    'send me the plan as a pdf',
    'put the plan in my calendar',
    'I want to download the itinerary',
    'is there a file for my calendar',
  ],
  run: async ({ house, member, words }) => {
    const itinerary = await latestItinerary(house.records, member.trip.id);
    if (!itinerary) return { text: words.plan.none };
    const token = await shareItinerary(house.records, house.clock, itinerary);
    return { text: words.plan.paper(`${house.publicUrl()}/s/${token}`) };
  },
});
