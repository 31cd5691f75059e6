import { z } from 'zod';
import { skill } from './skill.ts';

/** Answers thanks, so that nobody gets a help page for being polite. */
export const thanksSkill = skill({
  name: 'thanks',
  description: 'Answers thanks',
  who: 'anyone',
  reads: true,
  evenRestricted: true,
  input: z.object({}),
  commands: [
    'thanks',
    'thank you',
    'thx',
    'ty',
    'cheers',
    'great thanks',
    'ok thanks',
    'ok thank you',
    'gracias',
    'bye',
    'goodbye',
    'ok',
    'okay',
    'great',
    'cool',
    'perfect',
    'nice',
  ],
  examples: [
    'thank you so much',
    'thanks a lot for your help',
    'that was helpful',
    'many thanks',
    'great job',
    'you are the best',
    'see you later',
    'awesome',
    'thank you very much',
    'thats great thanks',
    'lovely, thanks',
    'super',
    'awesome thank you',
    'ok great',
    "you're a star",
    'brilliant cheers',
    'much appreciated',
    'good to know, thanks',
    "that's all for now",
  ],
  run: async () => ({ text: 'Any time. I am here when the next question comes up.' }),
});

/** Leaves whatever was being asked, and offers the next steps. */
export const backSkill = skill({
  name: 'back',
  description: 'Leaves the current question',
  who: 'anyone',
  reads: true,
  evenRestricted: true,
  input: z.object({}),
  commands: ['back', 'never mind', 'nevermind', 'forget it', 'skip', 'not now'],
  examples: [
    'go back',
    'let us drop that',
    'forget about it',
    'never mind that question',
    'drop it',
    "doesn't matter",
    'no forget that',
    'scrap that question',
    'leave it for now',
    'oh nothing',
    'ignore that',
  ],
  run: async (context) => ({
    text:
      context.tripId === undefined
        ? 'Done. DEMO, JOIN and your code, or NEW TRIP: which shall it be?'
        : 'Done. Ask me about the trip, or say MENU.',
  }),
});
