import type { Act, Reply } from '../../cards/reply.ts';
import { GO_AHEAD } from '../agent/say-outcome.ts';
import { hearDisagreement } from '../hear-disagreement.ts';
import { linkSources } from '../link-sources.ts';
import { withPlainLinks } from '../plain-links.ts';
import { isForMemories } from '../skills/memories.ts';
import type { Said, Skill } from '../skills/skill.ts';
import type { Middleware, Turn } from '../turn.ts';
import { commandsOf } from '../understanding/commands.ts';
import { isPasted } from '../understanding/pasted.ts';
import type { Reads, Understood } from '../understanding/understood.ts';
import { skillOfPlan } from './about-plan.ts';
import { forOpenPoll } from './about-poll.ts';
import { askWhich, carryOut, type Run } from './carry-out.ts';
import { discreet } from './discreet.ts';
import {
  forgetQuestion,
  leaveStanding,
  listOrPoll,
  noteQuestion,
  sayInPassing,
  standingBeside,
} from './open-question.ts';
import { inLanguage, perform } from './perform.ts';
import { saySaving } from './say-saving.ts';
import { readsOf } from './skill-context.ts';
import { asSpeaker, goAhead, reckon } from './through-model.ts';
import { tripOf } from './trip-spoken-of.ts';
import { unclear, voteIn } from './unclear.ts';
import { forWhomItVotes } from './vote-of-another.ts';

/** Reads a message beside what was asked last. */
export type Understand = (
  text: string,
  session: Turn['session'],
  speaker: string,
  reads: Reads,
  yesDecides: boolean,
) => Promise<Understood>;

/** Takes a turn to the skill it is for and says what comes of it; `early` understands who is in no trip yet. */
export const route = (skills: readonly Skill[], inTrip: Understand, early = inTrip): Middleware => {
  const byName = new Map(skills.map((one) => [one.name, one]));
  return async (turn, next) => {
    const run = (name: string, input: unknown, text: string, slot?: string): Promise<Said> => {
      const chosen = byName.get(name);
      return chosen
        ? perform(turn, chosen, input, text, slot)
        : Promise.resolve({ text: turn.words.talk.notUnderstood });
    };
    const understand: Understand = async (...words) => ((await isEarly(turn)) ? early : inTrip)(...words);
    const said = turn.incoming.overheard ? [] : inLanguage(await decide(turn, byName, understand, run), turn);
    const offer = await hearDisagreement(turn);
    const own = turn.house.publicUrl();
    const all = offer ? [...said, offer] : said;
    const plain = all.map((reply) => withPlainLinks(discreet(turn, saySaving(turn, reply)), own));
    const puzzled = plain.at(-1)?.text.endsWith(turn.words.talk.notUnderstood) || undefined;
    if (puzzled !== turn.session.puzzled) turn.session = { ...turn.session, puzzled };
    turn.replies.push(
      ...(plain.some(cites) ? await Promise.all(plain.map((reply) => linkSources(turn, reply))) : plain),
    );
    await next();
  };
};

/** Words that a family may be told of by, whatever was asked. */
const TELLS = { skill: 'describe-family', slot: '', input: {} };

const cites = ({ citations }: Reply): boolean => citations !== undefined;

/** Whether whoever speaks is in no trip. */
const isEarly = async (turn: Turn): Promise<boolean> =>
  turn.session.tripId === undefined && (turn.person === undefined || (await tripOf(turn)).kind === 'none');

const decide = async (
  turn: Turn,
  skills: ReadonlyMap<string, Skill>,
  understand: Understand,
  run: Run,
): Promise<Said> => {
  const { incoming, session, speaker } = turn;
  const { act, text, files } = incoming;
  if (incoming.event === 'left') return [];
  if (incoming.event === 'joined') return greet(turn, run);
  if (act) return choose(turn, act, run);
  if (files.length > 0) return run(areForMemories(files, text) ? 'add-photo' : 'add-document', {}, text);
  if (text.trim() === '') return run('help', {}, text);
  if (isFromElsewhere(turn, skills)) return run('add-document', { pasted: text }, text);

  const likest = await understand(text, session, speaker, readsOf(turn, skills), incoming.door !== 'sms');
  const understood = (await forOpenPoll(turn, likest)) ?? (await forWhomItVotes(turn, likest));
  const { talk } = turn.words;
  if (understood.kind === 'out-of-range')
    return { text: understood.yes ? talk.yesByNumber(understood.most) : talk.outOfRange(understood.most) };
  const either = await listOrPoll(turn, understood);
  const standing = standingBeside(turn, understood, skills);
  forgetQuestion(turn);
  const said = either ?? sayInPassing(turn, understood, standing) ?? (await carriedOut(turn, understood, skills, run));
  if (standing) leaveStanding(turn, standing);
  noteQuestion(turn, said);
  return said;
};

/** Whether the message is a text that was pasted or forwarded, and neither a command nor what was asked for. */
const isFromElsewhere = (
  { incoming: { text }, session, speaker }: Turn,
  skills: ReadonlyMap<string, Skill>,
): boolean => {
  if (!isPasted(text)) return false;
  const open = session.expecting?.[speaker];
  const asked = open && skills.get(open.skill)?.sentenceSlots?.includes(open.slot);
  return !asked && commandsOf([...skills.values()]).formed(text) === undefined;
};

/** What the words are found to ask for, done. */
const carriedOut = async (
  turn: Turn,
  understood: Understood,
  skills: ReadonlyMap<string, Skill>,
  run: Run,
): Promise<Said> => {
  const { text } = turn.incoming;
  if (understood.kind === 'act') return choose(turn, understood.act, run);
  // What tells of the family is noted before it is asked about: little else is said in such words.
  if (
    understood.kind === 'either' &&
    understood.skills.includes('describe-family') &&
    readsOf(turn, skills)(TELLS, text)
  )
    return run('describe-family', {}, text, '');
  if (understood.kind === 'either') return askWhich(understood, skills, turn.words);
  // "Pizza for us, the kids are fussy" tells nothing of the family: it may be a vote.
  const tells = understood.kind === 'skill' && understood.skill === 'describe-family' && understood.slot === undefined;
  if (tells && !readsOf(turn, skills)(TELLS, text)) {
    const voted = await voteIn(turn, run);
    if (voted) return voted;
  }
  const ofPlan = await skillOfPlan(turn, understood);
  if (ofPlan) return run(ofPlan, {}, text, '');
  const asks = understood.kind === 'skill' && understood.skill === 'ask';
  const reckoned = asks ? await reckon(turn, skills, run) : undefined;
  return reckoned ?? (await carryOut(turn, understood, run)) ?? unclear(turn, skills, run);
};

/** Whether all that came are pictures, with words that say they are to be kept and not read. */
const areForMemories = (files: Turn['incoming']['files'], text: string): boolean =>
  isForMemories(text) &&
  files.every(({ mediaType, name }) => mediaType.startsWith('image/') || PICTURE_NAME.test(name));
const PICTURE_NAME = /\.(?:jpe?g|png|webp|gif|avif|hei[cf])$/i;

/** What somebody chose from a list or a card. */
const choose = async (turn: Turn, act: Act, run: Run): Promise<Said> =>
  (act.skill === GO_AHEAD
    ? await goAhead(act.input, asSpeaker(run))
    : await carryOut(turn, { kind: 'act', act }, run)) ?? { text: turn.words.talk.notUnderstood };

/** Said once when a conversation begins; a door may tell of it more than once. */
const greet = (turn: Turn, run: Run): Promise<Said> => {
  if (turn.session.greeted) return Promise.resolve([]);
  turn.session = { ...turn.session, greeted: true };
  return run('help', {}, '');
};
