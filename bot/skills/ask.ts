import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Answer } from '../../rag/library.ts';
import { documents } from '../../trips/documents/document.ts';
import { skill } from './skill.ts';

/** Shown while an answer is sought. */
export const LOOKING = "Looking through your trip's documents…";

const SAVING = "🐢 I'm in saving mode today (the AI budget is used up), so I only quote your documents.";

/** An answer as it is said. That a model was too dear is said where the answer may lack something for it. */
export const answerReply = ({ text, citations, unanswered, degradation }: Extract<Answer, { found: true }>): Reply => {
  const saves = unanswered && (degradation?.reason === 'budget' || degradation?.reason === 'throttled');
  return { text: saves ? `${text} ${SAVING}` : text, citations };
};

export const askSkill = skill({
  name: 'ask',
  description: "Answers from the trip's documents, with the source",
  who: 'member',
  input: z.object({ question: z.string().min(1).max(2_000) }),
  commands: [],
  examples: [
    'what time do we have to check out',
    'is breakfast included in the price',
    'what is the phone number of the hotel',
    'when does the aquarium open',
    'how far is the beach from the hotel',
    'does the house have an elevator',
    'from which terminal does our flight leave',
    'how much is the deposit',
    'where do we pick up the car',
    'what happens when we cancel late',
    'can we take a stroller on the boat',
    'which bus goes to the castle',
    'when does our flight land',
    'do children pay for the train',
    'is there a supermarket nearby',
    'what does the guide say about the old town',
    'who do we call in an emergency',
    'how big are the rooms',
    'what is included',
    'where can the kids eat something',
    'when can we check in',
    'what time is breakfast',
    'do they have a cot',
    'is there parking at the hotel',
    'how much is the museum',
    'what is the address of the hotel',
    'what is the wifi password',
    'which restaurant has vegetarian food',
    'is the museum open on monday',
    'what is the confirmation number',
    'how do we get from the airport to the hotel',
    'can we cancel the booking',
    'is there a swimming pool',
    'where is the meeting point',
    'what should we see there',
    'how long does the boat tour take',
    'is it suitable for small children',
    'are dogs allowed',
  ],
  read: (text) => ({ question: text }),
  run: async (context, { question }) => {
    const { house, member, history, group, progress } = context;
    progress.doing(LOOKING);
    const { trip, participation } = member;
    // In a group only what the whole trip may read answers: nobody's private papers are quoted before others.
    const scope = { tripId: trip.id, familyId: group ? undefined : participation.familyId };
    const onText = (text: string): void => progress.soFar(text);
    const answer = await house.library.ask({ text: question, scope, history, asker: context.person?.id, onText });
    if (answer.found) return answerReply(answer);
    const known = await house.records.list(documents, trip.id);
    const have =
      known.length === 0
        ? ' There are none yet: send me a booking or a guide.'
        : ' If you have a paper that says it, send it to me.';
    return { text: `I could not find that in your trip's documents.${have}` };
  },
});
