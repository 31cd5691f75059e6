import { z } from 'zod';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { familiesPart } from '../../trips/itineraries/plan-for.ts';
import { planLink } from '../views/plan-link.ts';
import { skill } from './skill.ts';

/** The plan on paper or in a calendar, and no booking and no other paper. */
const WANTS = [
  /\b(?:print|download)(?: (?:out|off))? (?:it|this|that|(?:the|our) (?:whole )?(?:plan|itinerary|schedule))\b/i,
  /\b(?:plan|itinerary|schedule)\b.{0,20}\b(?:as|in|on) (?:an? )?(?:pdf|paper|ics|ical)\b|\b(?:pdf|ics) of (?:the|our) (?:plan|itinerary|schedule)\b/i,
  /\b(?:put|add|get|save|import|export|sync)\b.{0,30}\b(?:in|into|to|on|with)\b.{0,20}\b(?:calendar|outlook|ical)\b/i,
  /\b(?:send|give|get|text|e-?mail|share|show)\b (?:(?:me|us) )?(?:the|that|our|a|your) (?:pdf|ics|printout|print-?out|print(?:able)? version)\b/i,
  /\b(?:can|could|may) (?:i|we) (?:have|get|see) (?:the|that|our|a) (?:pdf|ics|printout|print-?out|print(?:able)? version)\b/i,
] as const;

export const planPaperSkill = skill({
  name: 'plan-paper',
  description: 'Gives the plan as a PDF to print and for your calendar',
  who: 'member',
  reads: true,
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
  run: async ({ house, member, words, group }) => {
    const itinerary = await latestItinerary(house.records, member.trip.id);
    if (!itinerary) return { text: words.plan.none };
    const { familyId: family } = member.participation;
    const pdf = await planLink(house, itinerary, words, { ending: '.pdf' });
    const ics = await planLink(house, itinerary, words, { ending: '.ics' });
    const text = words.plan.paper(pdf, ics);
    if (group || !familiesPart(itinerary)) return { text };
    const own = await planLink(house, itinerary, words, { ending: '.ics', family });
    return { text: `${text}\n${words.plan.ownCalendar(own)}` };
  },
});
