import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { Answer } from '../../rag/library.ts';
import { documents } from '../../trips/documents/document.ts';
import { askLibrary } from '../understanding/spanish/ask-library.ts';
import { planAnswer } from '../views/plan-answer.ts';
import { skill } from './skill.ts';
import { toldOtherwise } from './told-otherwise.ts';

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Whether it says nothing that the person did not write: a model that asks may have been told what to ask by a document. */
const isTheirs = (part: string, typed: string): boolean => {
  const theirs = new Set(wordsIn(typed));
  return wordsIn(part).every((word) => theirs.has(word));
};

/**
 * An answer as it is said, and what of the question it leaves open, read back as far as the person `typed` it. That a
 * model was too dear is said each time where it may lack something for it.
 */
export const answerReply = (
  { text, citations, unanswered, nearest, degradation }: Extract<Answer, { found: true }>,
  { documents }: Pick<Words, 'documents'>,
  typed: string,
): Reply => {
  const saving = degradation?.reason === 'budget' || degradation?.reason === 'throttled';
  if (!unanswered) return { text, citations, ...(saving && { saving }) };
  const less = documents.partNotFound(
    unanswered.filter((part) => isTheirs(part, typed)),
    nearest?.text,
  );
  return {
    text: `${text} ${less}${saving ? ` ${documents.onlyQuoting}` : ''}`,
    citations: [...citations, ...(nearest?.citations ?? [])],
  };
};

/** Lines that stand nearest in a text message, beside the sentence that they are no sure answer. */
const MOST_NEAREST = 2;

/** What is said where the documents do not answer: plainly that first, then what stands nearest, or what would help. */
const notFoundReply = (
  { nearest, degradation }: Extract<Answer, { found: false }>,
  { documents }: Pick<Words, 'documents'>,
  anyKnown: boolean,
): Reply => {
  const { notFound, notForSure, otherWords, noneYet, sendIt } = documents;
  if (!nearest) return { text: `${notFound} ${anyKnown ? sendIt : noneYet}` };
  const saving = degradation?.reason === 'budget' || degradation?.reason === 'throttled';
  const text = `${notForSure(nearest.text)} ${otherWords}`;
  return { text, citations: nearest.citations, unsure: true, ...(saving && { saving }) };
};

export const askSkill = skill({
  name: 'ask',
  description: "Answers from the trip's documents, with the source",
  who: 'member',
  reads: true,
  input: z.object({ question: z.string().min(1).max(2_000) }),
  runsOn: true,
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
    'wifi code?',
    'code for the front door?',
    'whats the pin of the safe',
    'which code opens the gate',
    'internet password?',
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
    'when can we get the keys',
    'what time does the apartment open',
    'how do we get into the house',
    'do they have baby beds',
    'have they got high chairs at the restaurant',
    'are towels and sheets provided',
    'is there a washing machine in the flat',
    'is there somewhere to leave the car',
    'how much does the zoo cost for a child',
    'are under fives free on the train',
    'how long is the walk from the station',
    'whats the quickest way from the airport',
    'do you need to book the castle ahead',
    'is the castle ok for toddlers',
    'is the tour suitable for grandma',
    'is the garden accessible for wheelchairs',
    'can we bring a pram into the museum',
    'does the restaurant do gluten free',
    'are there peanuts in it',
    'what do they serve at the taverna',
    'does it still happen when it rains',
    'what should we wear for the boat',
    'what floor is the apartment on',
    'whats the name of our hotel',
    'where exactly is the hotel',
    'what number do i ring when nobody is at reception',
    'what if our plane is delayed',
    'do we have to pay a tourist tax',
    'can we get our money back if we cancel',
    'until when can we cancel for free',
    'what is our confirmation number',
    'which platform does the train leave from',
    'when do we have to leave the room',
    'is breakfast part of the deal',
    'any playground around there',
    'where can we buy nappies',
    'what does the guide recommend for a rainy day',
    'is the pool heated',
    'how warm is the sea',
    'are there lockers',
    'what time is the last ferry back',
    'which days is the market on',
    'do the kids need passports for that',
    'is there air con',
    'do the tickets have a fixed time slot',
    'is the tour at a fixed time',
    'is the deposit paid back when we cancel',
    'where can we put our suitcases after checkout',
    'how high was the deposit',
    'what is the deposit of the house',
    'does the restaurant have something without gluten',
    'how many stations is it from the airport',
    'is admission free for children',
    'how far do we have to walk to the sea',
    'do the rooms have a fridge',
    'what time do they stop serving breakfast',
    'on which floor are our rooms',
    'could we store our bags at the hotel',
    'which tram takes us up to the fort',
    'is the tap water safe there',
    'do we have to pay before we arrive',
    "what's the booking number of the apartment",
    'which reference do we need at the desk',
  ],
  read: (text) => ({ question: text }),
  run: async (context, { question }) => {
    const { house, member, history, group, progress, words } = context;
    const planned = await planAnswer(context, question);
    if (planned) return planned;
    progress.doing(words.documents.looking);
    const { trip, participation } = member;
    // In a group only what the whole trip may read answers: nobody's private papers are quoted before others.
    const scope = { tripId: trip.id, familyId: group ? undefined : participation.familyId };
    const asker = context.planned ? undefined : context.person?.id;
    const onText = (text: string): void => progress.soFar(text);
    const asked = { text: question, scope, history, asker, onText, nearest: MOST_NEAREST };
    const answer = await askLibrary(house.library, asked, words.language);
    if (answer.found) return answerReply(answer, words, context.typed);
    const told = await toldOtherwise(context, question);
    if (told) return told;
    const known = await house.records.list(documents, trip.id);
    return notFoundReply(answer, words, known.length > 0);
  },
});
