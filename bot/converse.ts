import type { Reply } from '../cards/reply.ts';
import { postedCard } from '../trips/notifications/delivery.ts';
import type { Converse } from './conversed.ts';
import type { House } from './house.ts';
import { consent } from './middleware/consent.ts';
import { dedupe } from './middleware/dedupe.ts';
import { identify } from './middleware/identify.ts';
import { inOrder } from './middleware/in-order.ts';
import { language } from './middleware/language.ts';
import { route } from './middleware/route.ts';
import { session } from './middleware/session.ts';
import { SKILLS } from './skills/every-skill.ts';
import type { Skill } from './skills/skill.ts';
import { chain, newTurn } from './turn.ts';
import { claimingEarly, claimingEarlyInSpanish } from './understanding/claiming-early.ts';
import { guessable } from './understanding/guessable.ts';
import { intentClassifier } from './understanding/intents/classifier.ts';
import { skillIntents } from './understanding/skill-intents.ts';
import { spanishUnderstanding } from './understanding/spanish/understand-spanish.ts';
import { understanding } from './understanding/understand.ts';

/** The conversation: one function from what came in to what is said. */
export interface Conversation {
  readonly converse: Converse;
}

/** Puts the turn chain together: order, once only, who, consent, where we stood, what is asked. */
export const conversation = (house: House, skills: readonly Skill[] = SKILLS): Conversation => {
  const model = skillIntents();
  const spanish = spanishUnderstanding(skills);
  const may = guessable(skills);
  const understand = understanding(skills, intentClassifier(house.embedder, model, may), spanish);
  // Who is in no trip yet can only mean what needs none.
  const early = new Set(skills.filter(({ who }) => who === 'anyone').map(({ name }) => name));
  const understandEarly = understanding(
    claimingEarly(skills),
    intentClassifier(house.embedder, model, (intent, said) => early.has(intent) && may(intent, said)),
    claimingEarlyInSpanish(skills, spanish),
  );
  const run = chain([
    inOrder(),
    dedupe(),
    identify(),
    language(),
    consent(),
    session(),
    route(skills, understand, understandEarly),
  ]);
  return {
    converse: async (incoming) => {
      const turn = newTurn(house, incoming);
      await run(turn);
      const { replies, duplicate, session: current, key } = turn;
      const { tripId } = current;
      if (duplicate || !replies.some(({ card }) => card?.kind === 'poll')) return { replies, duplicate };
      return { replies, duplicate, sent: (ids) => rememberCards(house, tripId, key, replies, ids) };
    },
  };
};

/** Notes where poll cards stand, so that their counts can be brought up to date. */
const rememberCards = async (
  { records }: House,
  spokenOf: string | undefined,
  key: string,
  replies: readonly Reply[],
  ids: readonly (string | undefined)[],
): Promise<void> => {
  const cards = replies.flatMap(({ card }, index) => {
    const id = ids[index];
    const tripId = card?.kind === 'poll' ? (card.tripId ?? spokenOf) : undefined;
    return card?.kind === 'poll' && id !== undefined && tripId !== undefined
      ? [{ tripId, posted: postedCard(tripId, card.pollId, key, id) }]
      : [];
  });
  for (const [tripId, ofTrip] of Map.groupBy(cards, (card) => card.tripId)) {
    await records.commit(
      tripId,
      ofTrip.map(({ posted }) => ({ put: posted })),
    );
  }
};
