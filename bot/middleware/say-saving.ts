import type { Reply } from '../../cards/reply.ts';
import { wordsIn } from '../../cards/words/words.ts';
import { instant } from '../../trips/clock.ts';
import type { Turn } from '../turn.ts';

/** Says once a day and conversation that answers are made without models because those are too dear. */
export const saySaving = (turn: Turn, said: Reply): Reply => {
  if (said.saving === undefined) return said;
  const { saving, ...reply } = said;
  const today = instant(turn.house.clock).slice(0, 10);
  if (!saving || turn.session.savingSaid === today) return reply;
  turn.session = { ...turn.session, savingSaid: today };
  return { ...reply, text: `${reply.text} ${wordsIn(reply.language).documents.onlyQuoting}` };
};
