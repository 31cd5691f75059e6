import type { Reply } from '../../cards/reply.ts';
import { openPolls } from '../../trips/polls/open-poll.ts';
import { ballots } from '../../trips/polls/poll.ts';
import type { Asked, Expecting } from '../session.ts';
import type { Said, Skill } from '../skills/skill.ts';
import { inPassing, saysThanks } from '../skills/small-talk.ts';
import type { Turn } from '../turn.ts';
import { bareNumber } from '../understanding/answers.ts';
import type { Understood } from '../understanding/understood.ts';
import { tripOf } from './trip-spoken-of.ts';

/** What was asked before and still stands, when something else is said in between. */
interface Standing {
  readonly expecting?: Expecting | undefined;
  readonly asked?: Asked | undefined;
}

/** The longest a list waits beside other talk, in milliseconds: what comes later is a number of something else. */
const LIST_WAITS_MS = 3_600_000;
/** The longest question that is said again. */
const LONGEST_QUESTION = 240;

/**
 * What was asked of this speaker and still stands, when they only look something up or say something in passing before
 * they answer it. What they say next is their own again, unless nothing but the answer would be taken for it.
 */
export const standingBeside = (
  turn: Turn,
  understood: Understood,
  skills: ReadonlyMap<string, Skill>,
): Standing | undefined => {
  const { session, speaker, house } = turn;
  const [open, list] = [session.expecting?.[speaker], session.asked?.[speaker]];
  const skill = understood.kind === 'skill' ? skills.get(understood.skill) : undefined;
  const passes = understood.kind === 'passing' || skill?.name === 'thanks';
  const looksUp =
    understood.kind === 'unclear' || (skill?.reads && skill.name !== 'back' && skill.name !== open?.skill);
  if (!passes && !looksUp) return undefined;
  const { readSlots, sentenceSlots } = (open && skills.get(open.skill)) || {};
  const onlyAnswered = open && readSlots?.includes(open.slot) && !sentenceSlots?.includes(open.slot);
  const waits = list && house.clock.now() - Date.parse(list.at) < LIST_WAITS_MS;
  return {
    expecting: passes || onlyAnswered ? open : undefined,
    asked: waits ? { ...list, aside: true } : undefined,
  };
};

/**
 * What is said to words in passing: whoever nods, or did not follow, hears once more what is still asked of them. Nothing
 * when the words are no such.
 */
export const sayInPassing = (turn: Turn, understood: Understood, standing: Standing | undefined): Reply | undefined => {
  const { talk } = turn.words;
  const open = standing?.expecting;
  const nods = understood.kind === 'skill' && understood.skill === 'thanks';
  const passing = understood.kind === 'passing' ? understood.passing : nods && open ? 'nod' : undefined;
  if (passing === undefined) return undefined;
  const again = passing === 'nod' ? talk.stillOpen : passing === 'lost' ? talk.askedAgain : undefined;
  if (!open?.question || !again) return { text: inPassing(passing, turn.words) ?? talk.notUnderstood };
  turn.session = {
    ...turn.session,
    expecting: { ...turn.session.expecting, [turn.speaker]: { ...open, question: '' } },
  };
  return { text: again(open.question, saysThanks(turn.incoming.text)) };
};

/**
 * A number may be for a list that was set aside, or for a poll that still waits for this family: then it is asked which.
 * Nothing when only one of them can be meant.
 */
export const listOrPoll = async (turn: Turn, understood: Understood): Promise<Reply | undefined> => {
  const { session, speaker, incoming, house, words } = turn;
  const number = bareNumber(incoming.text);
  const list = session.asked?.[speaker];
  const choice = number === undefined ? undefined : list?.choices[number - 1];
  if (understood.kind !== 'act' || !list?.aside || !choice || choice.act.skill === 'vote') return undefined;
  const trip = await tripOf(turn);
  if (trip.kind !== 'member') return undefined;
  const { id, familyId } = { id: trip.member.trip.id, familyId: trip.member.participation.familyId };
  const answered = (await house.records.list(ballots, id)).filter((ballot) => ballot.familyId === familyId);
  const waiting = (await openPolls(house.records, id)).filter(
    (poll) => !answered.some(({ pollId }) => pollId === poll.id),
  );
  const votes = waiting.flatMap((poll) => {
    const option = poll.options[(number ?? 0) - 1];
    if (!option) return [];
    return [
      {
        label: `${poll.question} ${number}) ${option.text}`,
        act: { skill: 'vote', input: { pollId: poll.id, optionId: option.optionId } },
      },
    ];
  });
  if (votes.length === 0) return undefined;
  return { text: words.talk.whichOfTwo, choices: [choice, ...votes] };
};

/** Leaves what was asked before standing, beside what was said now. */
export const leaveStanding = (turn: Turn, { expecting, asked }: Standing): void => {
  const { session, speaker } = turn;
  turn.session = {
    ...session,
    ...(expecting && !session.expecting?.[speaker] && { expecting: { ...session.expecting, [speaker]: expecting } }),
    ...(asked && { asked: { ...session.asked, [speaker]: asked } }),
  };
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

/** From the sentence that asks to the end, with the example it gives. */
const ASKS = /[^.!?]*\?.*$/s;

/** Keeps with an open question the words it was asked with, so that whoever only nods hears it once more. */
export const noteQuestion = (turn: Turn, said: Said): void => {
  const { session, speaker } = turn;
  const open = session.expecting?.[speaker];
  if (!open || open.question !== undefined) return;
  const question = [said]
    .flat()
    .map(({ text }: Reply) => ASKS.exec(text)?.[0].trim())
    .findLast(Boolean);
  if (question === undefined || question.length > LONGEST_QUESTION) return;
  turn.session = { ...session, expecting: { ...session.expecting, [speaker]: { ...open, question } } };
};
