import { z } from 'zod';
import { skill } from './skill.ts';

/**
 * Says why the last change cannot be taken back, and nothing when it can: what takes it back says itself what came of it.
 */
export const undoSkill = skill({
  name: 'undo',
  description: 'Takes back the last thing you changed',
  who: 'anyone',
  input: z.object({}),
  commands: ['undo', 'undo that', 'undo it', 'undo this', 'take that back', 'take it back', 'revert that', 'revert'],
  examples: [
    'undo my last change',
    'take back what i just did',
    'please reverse the last thing',
    'i did not mean to do that, undo it',
    'put it back the way it was',
    'go back one step and undo',
    'that was a mistake, revert it',
    'can you undo what you just did',
    'oops, please undo',
    'no, take that back again',
    'undo the previous one',
    'reverse that please',
  ],
  run: async ({ lastChange, words: { doing } }) => {
    if (!lastChange) return { text: doing.nothingToUndo };
    return lastChange.undo ? [] : { text: doing.cannotUndo(lastChange.what) };
  },
});
