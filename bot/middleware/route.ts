import type { Act, Reply } from '../../cards/reply.ts';
import { wordsIn } from '../../cards/words/words.ts';
import { register } from '../../trips/people/register.ts';
import { UNNAMED } from '../../trips/people/rename-person.ts';
import { openPolls } from '../../trips/polls/open-poll.ts';
import { rejected } from '../../trips/rejection.ts';
import { asksToReckon } from '../agent/asks-to-reckon.ts';
import { GO_AHEAD } from '../agent/say-outcome.ts';
import { hearDisagreement } from '../hear-disagreement.ts';
import { linkSources } from '../link-sources.ts';
import { withPlainLinks } from '../plain-links.ts';
import { QUIET } from '../progress.ts';
import type { Expecting } from '../session.ts';
import { answerReply } from '../skills/ask.ts';
import { introduction, startsInTrip } from '../skills/help.ts';
import { isForMemories } from '../skills/memories.ts';
import { sayRejection } from '../skills/say-rejection.ts';
import type { Said, Skill, SkillContext, TripContext } from '../skills/skill.ts';
import { inPassing } from '../skills/small-talk.ts';
import type { Middleware, Turn } from '../turn.ts';
import { readDayRange } from '../understanding/dates.ts';
import { affirmed, denied } from '../understanding/denial.ts';
import { matchNamed, names, wantsOneOf } from '../understanding/option-words.ts';
import { readDescription } from '../understanding/party.ts';
import { tells as saysOf } from '../understanding/question.ts';
import { askLibrary } from '../understanding/spanish/ask-library.ts';
import { heardBy } from '../understanding/spanish/heard.ts';
import type { Reads, Understood } from '../understanding/understood.ts';
import { skillOfPlan } from './about-plan.ts';
import { askWhich, carryOut, type Run } from './carry-out.ts';
import { saySaving } from './say-saving.ts';
import { type AsSpeaker, goAhead, throughModel } from './through-model.ts';
import { tripNamedIn, tripOf } from './trip-spoken-of.ts';
import { forWhomItVotes, votesForAnother } from './vote-of-another.ts';

/** Reads a message beside what was asked last. */
export type Understand = (
  text: string,
  session: Turn['session'],
  speaker: string,
  reads: Reads,
  yesDecides: boolean,
) => Promise<Understood>;

/** "i would like sunday" may be a vote; a story in which Sunday occurs is none. */
const MOST_WORDS_OF_A_CHOICE = 8;
/** Characters of such words that are looked at. */
const MOST_CHOSEN = 300;

const restricted = ({ words }: Turn): Reply => sayRejection(rejected('restricted'), words);
const isRestricted = ({ person }: Turn): boolean => person?.restrictedAt !== undefined;

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

  const likest = await understand(text, session, speaker, readsOf(turn, skills), incoming.door !== 'sms');
  const understood = await forWhomItVotes(turn, likest);
  const { talk } = turn.words;
  if (understood.kind === 'out-of-range')
    return { text: understood.yes ? talk.yesByNumber(understood.most) : talk.outOfRange(understood.most) };
  const open = openBeside(turn, understood, skills);
  forgetQuestion(turn);
  const said = await carriedOut(turn, understood, skills, run);
  if (open) leaveOpen(turn, open);
  return said;
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
  if (tells && !readsOf(turn, skills)({ skill: 'describe-family', slot: '', input: {} }, text)) {
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

const asSpeaker =
  (run: Run): AsSpeaker =>
  async (skill, words) =>
    [await run(skill, {}, words, '')].flat();

/** A question whose answer must be calculated from several: only with a model. */
const reckon = async (turn: Turn, skills: ReadonlyMap<string, Skill>, run: Run): Promise<Said | undefined> => {
  if (!asksToReckon(turn.incoming.text) || isRestricted(turn)) return undefined;
  return (await withModel(turn, skills, run, true)).said;
};

const withModel = async (turn: Turn, skills: ReadonlyMap<string, Skill>, run: Run, chained: boolean) => {
  const trip = await tripOf(turn);
  const member = trip.kind === 'member' ? trip.member : undefined;
  // What a group may not hear, no model of the group's is told.
  const discreetly: AsSpeaker = async (skill, words) =>
    (await asSpeaker(run)(skill, words)).map((reply) => discreet(turn, reply));
  turn.planned = chained;
  const outcome = await throughModel(turn, [...skills.values()], { member, run: discreetly, chained });
  // What a model was waited for once is quoted then: the carrier of a text does not wait twice.
  turn.planned = chained && outcome.said === undefined;
  return outcome;
};

/** Whether a skill reads its answer out of words, or anything at all. */
const readsOf =
  (turn: Turn, skills: ReadonlyMap<string, Skill>): Reads =>
  ({ skill: name, slot }, text) => {
    const context = contextOf(turn, text, name, { expectedSlot: slot });
    return (
      Object.keys(defined((skills.get(name)?.read?.(heard(turn, name, text), context) ?? {}) as object)).length > 0
    );
  };

/** A vote, when the words name an option of an open poll and do not deny it. */
const voteIn = async (turn: Turn, run: Run): Promise<Said | undefined> => {
  const { text } = turn.incoming;
  const trip = await tripOf(turn);
  if (trip.kind !== 'member' || text.split(/\s+/).length > MOST_WORDS_OF_A_CHOICE || denied(text) !== undefined)
    return undefined;
  const open = await openPolls(turn.house.records, trip.member.trip.id);
  const other = await votesForAnother(turn, text, trip.member);
  if (other && open.length > 0) return run('record-vote', other, text);
  const chosen = affirmed(heard(turn, 'vote', text).slice(0, MOST_CHOSEN));
  // "The italian one" of options that say nothing of Italy is asked for, and not lost.
  return (open.length > 0 && wantsOneOf(chosen)) ||
    open.some((poll) => matchNamed(poll, chosen) !== undefined || (poll.kind !== undefined && names(poll, chosen)))
    ? run('vote', { words: chosen }, text)
    : undefined;
};

/** Words that no skill claims: perhaps they tell of the family, perhaps a document answers them. */
const unclear = async (turn: Turn, skills: ReadonlyMap<string, Skill>, run: Run): Promise<Said> => {
  if (isRestricted(turn)) return restricted(turn);
  const { text } = turn.incoming;
  const now = new Date(turn.house.clock.now());
  const plainly = heard(turn, 'describe-family', text);
  const describes = turn.person !== undefined && readDescription(plainly, now) !== undefined;
  const context = contextOf(turn, text);
  const trip = await tripOf(turn);
  if (trip.kind !== 'member') return describes ? run('describe-family', {}, text, '') : introduction(context);
  const { trip: subject, participation } = trip.member;
  const voted = await voteIn(turn, run);
  if (voted) return voted;
  const passing = inPassing(text, turn.words);
  if (passing !== undefined) return { text: passing };
  // "We like the Pelican" is a vote where the Pelican can be voted for, and a wish elsewhere.
  if (describes) return run('describe-family', {}, text, '');
  if (subject.startDate === undefined && readDayRange(plainly, now)) return run('settle-trip', {}, text, '');
  const reckoned = await reckon(turn, skills, run);
  if (reckoned) return reckoned;
  turn.asksDocuments = true;
  turn.incoming.progress?.doing(turn.words.documents.looking);
  const scope = { tripId: subject.id, familyId: turn.incoming.group ? undefined : participation.familyId };
  const question = {
    ...{ text, scope, history: turn.session.history, asker: turn.planned ? undefined : turn.person?.id },
    onText: (so: string): void => turn.incoming.progress?.soFar(so),
  };
  // A few words may be all of a question ("pool hours"); a sentence says whether it asks, and thanks or bookings do not.
  const few = text.trim().split(/\s+/).length <= MOST_WORDS_OF_A_CHOICE && !saysOf(plainly);
  const asks = few || (await turn.house.library.wants(question));
  const answer = asks ? await askLibrary(turn.house.library, question, turn.words.language) : undefined;
  if (answer?.found) return answerReply(answer, turn.words, text);
  return askModel(turn, skills, run);
};

/** The last resort for words that neither rules nor documents make anything of; there may be no model to ask. */
const askModel = async (turn: Turn, skills: ReadonlyMap<string, Skill>, run: Run): Promise<Said> => {
  const { talk } = turn.words;
  const { said, degradation } = await withModel(turn, skills, run, false);
  if (said) return said;
  const saves = degradation?.reason === 'budget' || degradation?.reason === 'throttled';
  if (saves) return { text: `${talk.saving} ${talk.notUnderstood}` };
  // The same sentence twice helps nobody.
  return turn.session.puzzled
    ? { text: talk.stillNotUnderstood, choices: startsInTrip(turn.words) }
    : { text: talk.notUnderstood };
};

/** Said once when a conversation begins; a door may tell of it more than once. */
const greet = (turn: Turn, run: Run): Promise<Said> => {
  if (turn.session.greeted) return Promise.resolve([]);
  turn.session = { ...turn.session, greeted: true };
  return run('help', {}, '');
};

/**
 * The open question of this speaker, when they only look something up before they answer it. It must be one that nothing
 * but its answer is taken for: what they say next is their own again.
 */
const openBeside = (
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

const leaveOpen = (turn: Turn, open: Expecting): void => {
  const { session, speaker } = turn;
  if (session.expecting?.[speaker]) return;
  turn.session = { ...session, expecting: { ...session.expecting, [speaker]: open } };
};

/** What was asked is answered or left: the list and the open question of this speaker are gone. */
const forgetQuestion = (turn: Turn): void => {
  const without = <T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> | undefined => {
    if (!record?.[turn.speaker]) return record;
    const { [turn.speaker]: _, ...rest } = record;
    return rest;
  };
  const { asked, expecting } = turn.session;
  if (!asked?.[turn.speaker] && !expecting?.[turn.speaker]) return;
  turn.session = { ...turn.session, asked: without(asked), expecting: without(expecting) };
};

/** Runs a skill as the speaker, with input that is checked whichever way it came. */
const perform = async (
  turn: Turn,
  skill: Skill,
  given: unknown,
  text: string,
  slot: string | undefined,
): Promise<Said> => {
  if (isRestricted(turn) && !skill.evenRestricted) return restricted(turn);
  const expectedSlot = slot === '' ? undefined : slot;
  const context = contextOf(turn, text, skill.name, { expectedSlot });
  // Buttons bring their input whole; words are read by the skill, beside what it knew when it asked.
  const read = slot === undefined ? {} : readSlot(turn, skill, context, slot, text);
  const parsed = skill.input.safeParse({ ...(given as object), ...defined(read) });
  if (!parsed.success) return { text: turn.words.talk.unreadable };
  if (skill.who === 'anyone') {
    if (turn.session.tripId === undefined && turn.person) await tripOf(turn);
    const { tripId } = turn.session;
    return inLanguage(await skill.run(tripId === context.tripId ? context : { ...context, tripId }, parsed.data), turn);
  }
  const trip = await tripOf(turn, tripNamedIn(given));
  if (trip.kind === 'another') return { text: turn.words.talk.anotherTrip, denied: true };
  if (trip.kind === 'none')
    return turn.person ? { text: turn.words.talk.noTrip } : introduction({ ...context, words: turn.words });
  if (trip.kind === 'several') {
    return {
      text: turn.words.talk.whichTrip,
      choices: trip.trips.map(({ id, name }) => ({ label: name, act: { skill: 'use-trip', input: { trip: id } } })),
    };
  }
  turn.asksDocuments = skill.name === 'ask';
  const tripContext: TripContext = { ...context, tripId: trip.member.trip.id, member: trip.member };
  return inLanguage(await skill.run(tripContext, parsed.data), turn);
};

/** Each reply says what language it is in, where another than English is spoken; one that says it already keeps it. */
const inLanguage = (said: Said, { words: { language } }: Turn): readonly Reply[] =>
  [said].flat().map((reply) => (language === 'en' || reply.language ? reply : { ...reply, language }));

/** What a skill reads: words are read in English, so Spanish ones are put into it as far as they are read. */
const heard = ({ session }: Turn, skill: string, text: string): string =>
  session.language === 'es' ? heardBy(skill, text) : text;

/** What the words say; where a skill asked for one thing and reads nothing, the words themselves are that thing. */
const readSlot = (turn: Turn, skill: Skill, context: SkillContext, slot: string, text: string): object => {
  const read = (skill.read?.(heard(turn, skill.name, text), context) ?? {}) as Record<string, unknown>;
  return slot === '' || Object.values(defined(read)).length > 0 ? read : { [slot]: text.trim() };
};

const defined = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

const contextOf = (
  turn: Turn,
  text: string,
  skill = 'help',
  { expectedSlot }: Partial<Pick<SkillContext, 'expectedSlot'>> = {},
): SkillContext => {
  const { house, incoming } = turn;
  const { address, name } = incoming.sender;
  return {
    house,
    words: turn.words,
    expectedSlot,
    conversation: turn.key,
    eventId: turn.request === undefined ? incoming.eventId : `${incoming.eventId} ${turn.request}`,
    text,
    typed: incoming.text,
    files: incoming.files,
    progress: incoming.progress ?? QUIET,
    history: turn.session.history,
    planned: turn.planned,
    group: incoming.group,
    textOnly: incoming.door === 'sms',
    person: turn.person,
    tripId: turn.session.tripId,
    ownPlan: turn.session.ownPlan === true,
    showPlan: (whose) => {
      turn.session = { ...turn.session, ownPlan: whose === 'own' || undefined };
    },
    lastChange: turn.session.lately?.[turn.speaker]?.change,
    changed: (what, undo) => {
      turn.changed = { what, undo };
    },
    newcomer: { address, name },
    here: {
      door: incoming.door,
      conversation: incoming.conversation,
      group: incoming.group,
      reference: incoming.reference,
    },
    account: async (given, familyName) => {
      turn.person ??= (
        await register(house.records, house.clock, {
          ...{ name: given ?? name ?? UNNAMED, address, familyName },
          // A visit to the web page proves nobody.
          guest: address.door === 'web',
        })
      ).person;
      return turn.person;
    },
    became: (person) => {
      turn.person = person;
    },
    speakIn: (language) => {
      turn.session = { ...turn.session, language };
      turn.words = wordsIn(language);
      return turn.words;
    },
    speakOf: (tripId) => {
      // Whoever sits there anew listens anew, also where this conversation listened before.
      const listens = turn.session.listens && `${turn.session.listens.split(' ')[0]} again`;
      turn.session = { ...turn.session, tripId, listens };
    },
    expect: (slot, input, other = skill) => {
      turn.session = {
        ...turn.session,
        expecting: { ...turn.session.expecting, [turn.speaker]: { skill: other, slot, input } },
      };
    },
  };
};

/** What only one family may hear is not said before others. */
const discreet = (turn: Turn, reply: Reply): Reply =>
  turn.incoming.group && reply.private ? { text: turn.words.talk.private, language: turn.words.language } : reply;
