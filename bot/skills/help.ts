import { z } from 'zod';
import type { Choice, Reply } from '../../cards/reply.ts';
import { TEXT_NOTICE } from '../../trips/privacy/notices.ts';
import { type SkillContext, skill } from './skill.ts';

const STARTS: readonly Choice[] = [
  { label: 'Show me a demo', act: { skill: 'demo', input: {} } },
  { label: 'Start a new trip', act: { skill: 'new-trip', input: {} } },
  { label: 'I have a code', act: { skill: 'join', input: {} } },
];

const IN_TRIP: readonly Choice[] = [
  { label: 'Our trip so far', act: { skill: 'trip-summary', input: {} } },
  { label: 'Open polls', act: { skill: 'results', input: {} } },
  { label: 'Plan our trip', act: { skill: 'plan-itinerary', input: {} } },
];

/** Who speaks here and what they can do, for someone who has no trip yet. */
export const introduction = (context: SkillContext): Reply => ({
  text: context.group
    ? 'Pathfinder here: mention me to plan a trip together. Private things stay in our own chat.'
    : `Pathfinder here: I help families plan trips together. Reply DEMO to try a sample trip, JOIN and your code if a friend invited you, or NEW TRIP to start one.${
        context.textOnly ? ` ${TEXT_NOTICE.words}` : ''
      }`,
  choices: context.textOnly ? undefined : STARTS,
});

/** The short help: what can be done here, with three things to try. */
export const helpSkill = skill({
  name: 'help',
  description: 'Says what I can do',
  who: 'anyone',
  reads: true,
  evenRestricted: true,
  input: z.object({}),
  commands: [
    'help',
    'menu',
    'hi',
    'hello',
    'hey',
    'hi there',
    'hello there',
    'hey there',
    'good morning',
    'good evening',
    'info',
    '?',
    'hola',
  ],
  examples: [
    'what are you able to do',
    'explain what you do',
    'can you help me',
    'i need help',
    'how can you help us',
    'tell me what to do',
    'how do i begin',
    'what now',
    'give me some instructions',
    'que puedes hacer',
    'is there a list of commands',
    'what can you do',
    'how does this work',
    'help me please',
    'who are you',
    'what is this',
    'what are my options',
    'how do I use this',
    'hello there',
    'good morning pathfinder',
    'what should I say to you',
    'i am lost',
    'i dont know what to do next',
    'what is all this about',
    'i got a message from you, what are you',
    'who am i texting with',
    'wait what is this number',
    'what kind of things do you do',
    'what other stuff can you do',
    'any instructions anywhere',
    'not sure how to use you',
    'teach me how this works',
    'can you list the things i can say',
    'hey are you a bot',
    'i dont get how this works',
  ],
  run: async (context) => {
    if (context.tripId === undefined) return introduction(context);
    if (context.group)
      return {
        text: 'Pathfinder here. Mention me with a question, "poll: where do we eat? A, B or C", or PLAN. Private things stay in our own chat.',
        choices: IN_TRIP,
      };
    return {
      text: 'Ask me anything about the trip, "poll: where do we eat? A, B or C" to let the families vote, or PLAN for an itinerary. Send me a booking or a guide and I answer from it. You can start here:',
      choices: IN_TRIP,
    };
  },
});
