import type { Reply } from '../../cards/reply.ts';
import type { Turn } from '../turn.ts';

/** What only one family may hear is not said before others. */
export const discreet = (turn: Turn, reply: Reply): Reply =>
  turn.incoming.group && reply.private ? { text: turn.words.talk.private, language: turn.words.language } : reply;
