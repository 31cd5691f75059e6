import type { Expecting } from '../session.ts';
import type { Skill } from '../skills/skill.ts';
import type { Turn } from '../turn.ts';
import type { Understood } from '../understanding/understood.ts';

/**
 * The open question of this speaker, when they only look something up before they answer it. It must be one that nothing
 * but its answer is taken for: what they say next is their own again.
 */
export const openBeside = (
  { session, speaker }: Turn,
  understood: Understood,
  skills: ReadonlyMap<string, Skill>,
): Expecting | undefined => {
  const open = session.expecting?.[speaker];
  const { readSlots, sentenceSlots } = (open && skills.get(open.skill)) || {};
  if (!open || !readSlots?.includes(open.slot) || sentenceSlots?.includes(open.slot)) return undefined;
  const { reads, name } = (understood.kind === 'skill' && skills.get(understood.skill)) || {};
  const looksUp = understood.kind === 'unclear' || (reads && name !== 'back' && name !== open.skill);
  return looksUp ? open : undefined;
};

/** Leaves a question open, unless another was asked meanwhile. */
export const leaveOpen = (turn: Turn, open: Expecting): void => {
  const { session, speaker } = turn;
  if (session.expecting?.[speaker]) return;
  turn.session = { ...session, expecting: { ...session.expecting, [speaker]: open } };
};

/** What was asked is answered or left: the list and the open question of this speaker are gone. */
export const forgetQuestion = (turn: Turn): void => {
  const without = <T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> | undefined => {
    if (!record?.[turn.speaker]) return record;
    const { [turn.speaker]: _, ...rest } = record;
    return rest;
  };
  const { asked, expecting } = turn.session;
  if (!asked?.[turn.speaker] && !expecting?.[turn.speaker]) return;
  turn.session = { ...turn.session, asked: without(asked), expecting: without(expecting) };
};
