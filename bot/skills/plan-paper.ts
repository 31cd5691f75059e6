import { z } from 'zod';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { shareItinerary } from '../../trips/itineraries/share-itinerary.ts';
import { skill } from './skill.ts';

/** The plan on paper or in a calendar, and no booking and no other paper. */
const WANTS =
  /^(?!.*\b(?:send|give) (?:you|u)\b)(?:(?:please|pls|ok|can|could|may|i|we|you|me|us|want|would|like|need|to|get|have|send|give|is there|do you have|the|our|an|a|as)\b[, ]*)*(?:(?:print|download|export)(?: (?:out|off))?(?: (?:it|this|that|the (?:whole )?(?:plan|itinerary|schedule)))?|(?:plan|itinerary|schedule|it)? ?(?:as |in )?(?:a |an )?(?:pdf|ics|ical|calendar file))\b[^?]{0,20}\??$|\b(?:put|add|get|save|import|export|sync)\b.{0,30}\b(?:in|into|to|on|with)\b.{0,20}\b(?:calendar|outlook|ical)\b/i;

export const planPaperSkill = skill({
  name: 'plan-paper',
  description: 'Gives the plan as a PDF to print and for your calendar',
  who: 'member',
  reads: true,
  translated: true,
  input: z.object({}),
  claims: (text) => WANTS.test(text.trim()),
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
