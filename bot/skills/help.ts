import { z } from 'zod';
import type { Choice, Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { type SkillContext, skill } from './skill.ts';

const startsIn = ({ talk: { starts } }: Words): readonly Choice[] => [
  { label: starts.demo, act: { skill: 'demo', input: {} } },
  { label: starts.newTrip, act: { skill: 'new-trip', input: {} } },
  { label: starts.join, act: { skill: 'join', input: {} } },
];

/** Three things to begin with, for somebody who is in a trip. */
export const startsInTrip = ({ talk }: Words): readonly Choice[] => [
  { label: talk.inTrip.summary, act: { skill: 'trip-summary', input: {} } },
  { label: talk.inTrip.polls, act: { skill: 'results', input: {} } },
  { label: talk.inTrip.plan, act: { skill: 'plan-itinerary', input: {} } },
];

/** Who speaks here and what they can do, for someone who has no trip yet. */
export const introduction = ({
  words,
  group,
  textOnly,
}: Pick<SkillContext, 'words' | 'group' | 'textOnly'>): Reply => ({
  text: group
    ? words.talk.groupIntroduction
    : `${words.talk.introduction}${textOnly ? ` ${words.talk.textNotice}` : ''}`,
  choices: textOnly ? undefined : startsIn(words),
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
    'who is writing to me here',
    'do i know you',
    'who are you then',
    'what else is possible',
    'give me an overview of what i can say',
    'hello, my husband gave me your number, who are you',
    'who is this please',
    'who dis',
    'new phone who dis',
    'whos this',
    'a friend gave me your number',
    'somebody told me to write to you',
    'new here, what is this',
    'which questions can i ask you',
    'what are your functions',
  ],
  run: async (context) => {
    const { words, group } = context;
    if (context.tripId === undefined) return introduction(context);
    return { text: group ? words.talk.groupHelp : words.talk.help, choices: startsInTrip(words) };
  },
});
