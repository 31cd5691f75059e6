import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { Change, Lately, Waiting } from '../session.ts';
import type { Said, Skill } from '../skills/skill.ts';
import type { Turn } from '../turn.ts';
import type { ForSkill, Understood } from '../understanding/understood.ts';

/** Runs a skill: by words it reads, when a slot is given (empty for none in particular), else by its input alone. */
export type Run = (skill: string, input: unknown, text: string, slot?: string) => Promise<Said>;

/** The longest words that are kept of what was said last. */
const MOST_KEPT = 300;

/** A choice of what words were meant for; they are read then as if they had been understood at once. */
const MEANT = 'meant';
const meant = z.object({ skill: z.string().max(40), text: z.string().max(MOST_KEPT) });

/** Asks which of two skills words are for, by what each does. */
export const askWhich = (
  { skills: names, text }: Extract<Understood, { readonly kind: 'either' }>,
  skills: ReadonlyMap<string, Skill>,
  { talk }: Words,
): Reply => ({
  text: talk.whichOfTwo,
  choices: [
    ...names.map((name) => ({
      label: skills.get(name)?.description ?? name,
      act: { skill: MEANT, input: { skill: name, text: text.slice(0, MOST_KEPT) } },
    })),
    { label: talk.neither, act: { skill: 'back', input: {} } },
  ],
});

const without = <T>(record: Readonly<Record<string, T>> | undefined, key: string): Record<string, T> | undefined => {
  if (!record || record[key] === undefined) return record;
  const { [key]: _, ...rest } = record;
  return rest;
};

const replies = (said: Said): readonly Reply[] => [said].flat();

/** Something was asked back: a slot, or a yes before it is done. */
const asksBack = ({ session, speaker }: Turn, said: readonly Reply[]): boolean =>
  session.expecting?.[speaker] !== undefined ||
  said.some(({ choices }) => /^(?:Yes|Sí)(?!\p{L})/u.test(choices?.[0]?.label ?? ''));

/** Does what was understood, as far as it is for skills; nothing when it is for none. */
export const carryOut = async (turn: Turn, understood: Understood, run: Run): Promise<Said | undefined> => {
  const waiting = turn.session.waiting?.[turn.speaker];
  if (waiting) turn.session = { ...turn.session, waiting: without(turn.session.waiting, turn.speaker) };
  const said = await doneWith(turn, understood, run);
  if (!waiting || said === undefined) return said;
  const answered = understood.kind === 'act' || (understood.kind === 'skill' && understood.slot !== undefined);
  if (!answered) return [...replies(said), { text: turn.words.talk.leftOut(waiting.map(({ text }) => text)) }];
  return [...replies(said), ...(await inOrder(turn, waiting, run, replies(said)))];
};

const doneWith = async (turn: Turn, understood: Understood, run: Run): Promise<Said | undefined> => {
  switch (understood.kind) {
    case 'act': {
      const chosen = understood.act.skill === MEANT ? meant.safeParse(understood.act.input).data : undefined;
      if (chosen) return words(turn, { kind: 'skill', ...chosen }, run);
      return remembered(turn, understood.act.skill, '', () =>
        run(understood.act.skill, understood.act.input, turn.incoming.text),
      );
    }
    case 'skill':
      return words(turn, understood, run);
    case 'several':
      return inOrder(turn, understood.requests, run);
    case 'declined':
      return { text: turn.words.talk.leftAlone };
    default:
      return undefined;
  }
};

const words = async (
  turn: Turn,
  { skill, text, known = {}, slot = '', instead }: ForSkill,
  run: Run,
): Promise<Said> => {
  if (skill === 'undo') return undo(turn, text, run);
  const change = instead && changeOf(turn)?.undo;
  // What sets a value is simply set anew.
  if (change && change.skill !== skill) {
    const before = await tracked(turn, () => run(change.skill, change.input, ''));
    // It could not be taken back: a second one beside it is not what was meant.
    if (!before.changed) return before.said;
  }
  return remembered(turn, skill, text, () => run(skill, known, text, slot));
};

/** A change is looked at, perhaps from two sides, before it is taken back. */
const STILL_SPOKEN_OF = 2;

/** Takes back the last change, and says what came of it; asks first where much else was talked of since. */
const undo = async (turn: Turn, text: string, run: Run): Promise<Said> => {
  const refused = replies(await run('undo', {}, text, ''));
  const { change, since = 0 } = turn.session.lately?.[turn.speaker] ?? {};
  const back = change?.undo;
  if (!back) return refused;
  const { doing } = turn.words;
  if (since > STILL_SPOKEN_OF)
    return { text: doing.whetherToUndo(change.what), choices: [{ label: doing.yesUndo, act: back }] };
  return remembered(turn, back.skill, '', () => run(back.skill, back.input, ''));
};

/** One request after the other; those after one that asks something back wait for the answer. */
const inOrder = async (
  turn: Turn,
  requests: readonly Waiting[],
  run: Run,
  before: readonly Reply[] = [],
): Promise<readonly Reply[]> => {
  const said: Reply[] = [];
  for (const [index, { skill, text }] of requests.entries()) {
    if (asksBack(turn, index === 0 ? before : said)) {
      turn.session = {
        ...turn.session,
        waiting: { ...turn.session.waiting, [turn.speaker]: requests.slice(index) },
      };
      return said;
    }
    // Each has an id of its own, so that two expenses of one message are two.
    turn.request = index + (before.length > 0 ? 1 : 0) || undefined;
    const answer = replies(await words(turn, { kind: 'skill', skill, text }, run));
    // The same refusal once is enough.
    said.push(...answer.filter((reply) => !said.some((one) => one.text === reply.text)));
    turn.request = undefined;
  }
  return said;
};

const changeOf = ({ session, speaker }: Turn): Change | undefined => session.lately?.[speaker]?.change;

const tracked = async (
  turn: Turn,
  work: () => Promise<Said>,
): Promise<{ readonly said: Said; readonly changed: Turn['changed'] }> => {
  turn.changed = undefined;
  const said = await work();
  return { said, changed: turn.changed };
};

/** Does something, and remembers it as what was said and changed last. */
const remembered = async (turn: Turn, skill: string, text: string, work: () => Promise<Said>): Promise<Said> => {
  const { said, changed } = await tracked(turn, work);
  const kept = text.slice(0, MOST_KEPT);
  const before = turn.session.lately?.[turn.speaker];
  const change = changed ? { skill, text: kept, ...changed } : before?.change;
  const since = changed ? 0 : (before?.since ?? 0) + 1;
  const lately: Lately = { skill, text: kept, ...(change && { change, since }) };
  turn.session = { ...turn.session, lately: { ...turn.session.lately, [turn.speaker]: lately } };
  return said;
};
