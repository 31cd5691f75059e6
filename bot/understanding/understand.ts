import type { Expecting, Lately, Session } from '../session.ts';
import type { Skill } from '../skills/skill.ts';
import { amend } from './amend.ts';
import { bareNumber, byNumber, byWords } from './answers.ts';
import { cutsOf, partsOf } from './clauses.ts';
import { commandsOf } from './commands.ts';
import { corrected, correctedItself, saidAgain, withoutLead } from './corrections.ts';
import { denied } from './denial.ts';
import type { Classified, IntentClassifier } from './intents/classifier.ts';
import { mayBeName } from './names.ts';
import { passingIn, wouldRatherNot } from './passing.ts';
import { named, pointsBack, takesBackLast } from './points-back.ts';
import { isQuestion, wantsToKnow } from './question.ts';
import { understandingSpanish } from './spanish/converse-spanish.ts';
import type { SpanishUnderstanding } from './spanish/understand-spanish.ts';
import { correcting, type ForSkill, forSkill, type Reads, type Understood } from './understood.ts';

/** Probability from which the classifier's word is taken. Measured by `npm run eval -- utterances`. */
const SURE = 0.3;
/** A question that may also be one to the documents needs more than this to be taken for a command. */
const SURE_OF_A_COMMAND = 0.36;
/** Part of a message is taken for a request of its own from this on. */
const SURE_OF_A_PART = 0.5;
/** Words that could answer a question are taken for something else from this on. */
const SURE_OF_ANOTHER = 0.6;
/** Words that do answer it as far as can be told, from this on. */
const SURE_OF_ANOTHER_THOUGH_IT_READS = 0.8;
/** Two guesses that share this much of all probability, and neither enough, are worth asking which. */
const WORTH_ASKING = 0.4;
/** A few words answer whatever was asked. */
const SHORT_ANSWER = 3;
/** Ends something that goes on. */
const NO_LONGER = /\b(?:any ?more|any longer|no longer)\b/i;
/** `2. also, who has not voted?` is an answer and a request. */
const NUMBER_AND = /^(\d{1,2})[.,;!)]*\s+(?:and|but|also|plus|then|btw)\b[\s,:]*(?:also\b[\s,:]*)?(.+)$/is;
/** Words from which on a message tells more than it asks. */
const LONG = 12;
/** Seams of a message that are looked at. */
const MOST_SEAMS = 4;
/** Words that name one thing more, and no request of their own. */
const ONE_MORE = /^(?:the|my|our|a|an|\p{Sc}|\d|\p{Lu})/u;
const MOST_WORDS_OF_ONE_MORE = 6;
/** Words that a skill claims are another's all the same, when likeness says so with this, and this little for the claim. */
const SURE_AGAINST_A_CLAIM = 0.75;
const HARDLY = 0.03;
/** Adds to what was said before. */
const AND = /^(?:and|also|plus|oh and)\b[\s,]*(.+)$/is;
const GOES_ON = /^(?:and|what about|how about)\b.*\?$/i;
/** Said around a request, and none itself. */
const COURTESY = new Set(['thanks', 'help']);

const contradicted = (claim: string, { intent, confidence, of }: Classified): boolean =>
  intent !== claim && confidence >= SURE_AGAINST_A_CLAIM && of(claim) < HARDLY;

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

/**
 * Turns messages into what they ask for: what was asked last, commands, what points back, and then what is likest. In a
 * Spanish conversation the Spanish forms come first, and what is likest is told by Spanish sayings.
 */
export const understanding = (skills: readonly Skill[], intents: IntentClassifier, spanish?: SpanishUnderstanding) => {
  const commands = commandsOf(skills);
  const byName = new Map(skills.map((one) => [one.name, one]));
  const slotsOf = (
    kind: 'sentenceSlots' | 'readSlots' | 'wordSlots' | 'nameSlots' | 'leadSlots',
  ): ReadonlySet<string> => new Set(skills.flatMap((one) => (one[kind] ?? []).map((slot) => `${one.name} ${slot}`)));
  const sentenceSlots = slotsOf('sentenceSlots');
  const readSlots = slotsOf('readSlots');
  const wordSlots = slotsOf('wordSlots');
  const nameSlots = slotsOf('nameSlots');
  const leadSlots = slotsOf('leadSlots');
  const inSpanish =
    spanish && understandingSpanish({ spanish, commands, byName, readSlots, nameSlots, sentenceSlots, leadSlots });
  const plainly = (text: string): string | undefined =>
    commands.whole(text) ?? commands.formed(text) ?? commands.claimed(text);

  /** The skill that words are for, when that is beyond doubt. */
  const surely = async (text: string): Promise<string | undefined> => {
    const said = plainly(text);
    if (said !== undefined) return said;
    const { intent, confidence } = await intents.classify(text);
    return confidence >= SURE_OF_A_PART ? intent : undefined;
  };

  /** Not to do something is nothing to do, unless a skill is for the denial itself. */
  const declines = async (text: string): Promise<boolean> => {
    const rest = denied(text);
    // What is not to go on is to be ended, which is something to do.
    if (rest === undefined || NO_LONGER.test(text)) return false;
    const [whole, without] = [plainly(text), plainly(rest)];
    if (whole !== undefined && whole !== without) return false;
    const likest = await intents.classify(text);
    const denial = plainly(text) ?? (likest.confidence >= SURE ? likest.intent : undefined);
    const meant = (await surely(rest)) ?? denial;
    if (denial !== undefined && (byName.get(denial)?.evenDenied || denial === 'ask')) return false;
    return meant !== undefined && byName.get(meant)?.evenDenied !== true && meant !== 'ask';
  };

  const several = async (text: string): Promise<Understood | undefined> => {
    const [, number = '', beside] = NUMBER_AND.exec(text) ?? [];
    const next =
      beside === undefined ? undefined : ((await surely(beside)) ?? (isQuestion(beside) ? 'ask' : undefined));
    if (beside !== undefined && next !== undefined && next !== 'vote')
      return { kind: 'several', requests: [forSkill('vote', number), forSkill(next, beside)] };
    for (const { left, right, seam } of cutsOf(text).slice(0, MOST_SEAMS)) {
      // A comma parts the words of one request far more often than two requests.
      const comma = seam === 'comma';
      const first = comma ? plainly(left) : await surely(left);
      const skill = first === undefined ? undefined : byName.get(first);
      if (first === undefined || (skill?.runsOn && seam !== 'sentence') || skill?.takesIn?.(right, left)) continue;
      // A word that is a sentence is one by itself only as a command: "emergency!" is none.
      if (wordsIn(left) === 1 && commands.whole(left) === undefined) continue;
      const rest = await several(right);
      const second = rest ? undefined : comma ? plainly(right) : await surely(right);
      const requests = rest?.kind === 'several' ? rest.requests : second ? [forSkill(second, right)] : [];
      if (COURTESY.has(first) && (rest ?? requests[0])) return rest ?? requests[0];
      const [next] = requests;
      if (next && !COURTESY.has(next.skill) && (next.skill !== first || (skill?.oneAtATime && !comma)))
        return { kind: 'several', requests: [forSkill(first, left), ...requests] };
      if (!next && !comma && skill?.oneAtATime && ONE_MORE.test(right) && wordsIn(right) <= MOST_WORDS_OF_ONE_MORE) {
        const oneMore = amend(left, right, { alike: true });
        if (oneMore !== undefined)
          return { kind: 'several', requests: [forSkill(first, left), forSkill(first, oneMore)] };
      }
    }
    return undefined;
  };

  /** Of a long message, the one part that is surely for a skill: the rest is what people tell around it. */
  const gist = async (text: string): Promise<ForSkill | undefined> => {
    if (wordsIn(text) <= LONG) return undefined;
    const found: ForSkill[] = [];
    for (const part of partsOf(text)) {
      const skill = await surely(part);
      if (skill !== undefined && !COURTESY.has(skill))
        found.push(forSkill(skill, byName.get(skill)?.meansByWords ? text : part));
    }
    const [only] = found;
    return found.every(({ skill }) => skill === only?.skill) ? only : undefined;
  };

  const answers = async (expecting: Expecting, text: string, reads: Reads): Promise<boolean> => {
    const slot = `${expecting.skill} ${expecting.slot}`;
    if (readSlots.has(slot) && !reads(expecting, text)) return false;
    const said = leadSlots.has(slot) ? (text.split(/[,.;!\n]/, 1)[0] ?? text) : text;
    if (nameSlots.has(slot) && !mayBeName(said)) return false;
    if (sentenceSlots.has(slot)) return true;
    if (wantsToKnow(text)) return false;
    const question = isQuestion(text);
    if (wordsIn(said) <= SHORT_ANSWER && !question) return true;
    const claimed = commands.claimed(text);
    if (claimed !== undefined) return claimed === expecting.skill;
    const { intent, confidence } = await intents.classify(text);
    if (intent === expecting.skill) return true;
    const read = reads(expecting, text);
    const enough = wordSlots.has(slot) ? SURE_OF_ANOTHER : read ? SURE_OF_ANOTHER_THOUGH_IT_READS : SURE;
    return confidence < enough && (read || !question);
  };

  /** What a message says without answering what was asked; nothing when it may be the answer, or asks for something else. */
  const besideTheQuestion = (expecting: Expecting, text: string, reads: Reads): Understood | undefined => {
    const slot = `${expecting.skill} ${expecting.slot}`;
    if (byName.get(expecting.skill)?.surelyAnswers?.(expecting.slot, text))
      return { ...forSkill(expecting.skill, text), known: expecting.input, slot: expecting.slot };
    if (readSlots.has(slot) && !wordSlots.has(slot) && reads(expecting, text)) return undefined;
    if (wouldRatherNot(text)) return { kind: 'declined' };
    const passing = passingIn(text);
    // Whoever is asked what to tell the others may well tell them to be on the way.
    const told = sentenceSlots.has(slot) && (passing === 'away' || passing === 'farewell');
    return passing && !told ? { kind: 'passing', passing } : undefined;
  };

  const byForm = (text: string): boolean => skills.some(({ pattern }) => pattern?.test(text));

  /** Goes on with the question before: `and on Sundays?`. */
  const asksOn = async (text: string): Promise<boolean> => {
    if (!GOES_ON.test(text.trim()) || wordsIn(text) > MOST_WORDS_OF_ONE_MORE || byForm(text)) return false;
    const { intent, confidence } = await intents.classify(text);
    return intent === 'ask' || confidence < SURE_OF_ANOTHER;
  };

  /** What a message says by pointing at the one before. */
  const pointing = async (text: string, lately: Lately): Promise<Understood | undefined> => {
    const { change } = lately;
    const fresh = change !== undefined && change.text === lately.text;
    const bare = withoutLead(text);
    const command = commands.whole(bare);
    if (command !== undefined) return forSkill(command, bare);
    if (fresh && takesBackLast(text)) return forSkill('undo', text);
    // "1 and 2 but not 3" is an answer, whatever it could put right of what was said before.
    const instead = fresh && !byForm(text) ? corrected(text, change.text) : undefined;
    if (fresh && instead !== undefined) return correcting(byName.get(change.skill), forSkill(change.skill, instead));
    if (fresh && byName.get(change.skill)?.amendedByAnswer && bare !== text.trim() && wordsIn(bare) <= SHORT_ANSWER)
      return forSkill(change.skill, bare);
    if (lately.skill === 'ask' && (await asksOn(text))) return forSkill('ask', text);
    const [, more] = AND.exec(text.trim()) ?? [];
    const next = more === undefined ? undefined : byName.get(lately.skill)?.goesOn?.(more, lately.text);
    if (next !== undefined) return forSkill(lately.skill, next);
    const again = lately.skill === 'ask' ? undefined : saidAgain(text, lately.text);
    if (again !== undefined) return forSkill(lately.skill, again);
    // "Send it to the others" says by itself what is to be done.
    if (!pointsBack(text) || (!fresh && commands.claimed(text) !== undefined)) return undefined;
    const said = fresh ? named(text, change.what) : `${text} (${lately.text})`;
    const sure = fresh ? commands.formed(said) : plainly(said);
    const likest = sure === undefined ? await intents.classify(fresh ? said : text) : undefined;
    const skill = likest && likest.confidence >= SURE ? likest.intent : sure;
    return skill !== undefined && byName.get(skill)?.meansByWords ? forSkill(skill, said) : undefined;
  };

  const guessed = (
    { intent, confidence, runnerUp, runnerUpConfidence, outside }: Classified,
    text: string,
  ): Understood => {
    const asks = isQuestion(text);
    // "Can we bring a stroller?" asks about strollers; it does not tell of one.
    if (asks && intent === 'describe-family') return forSkill('ask', text);
    if (asks && outside > confidence) return { kind: 'unclear' };
    const enough = asks && intent !== 'ask' && runnerUp === 'ask' ? SURE_OF_A_COMMAND : SURE;
    if (confidence >= enough) return forSkill(intent, text);
    if (asks) return forSkill('ask', text);
    const either = confidence + runnerUpConfidence;
    if (either >= WORTH_ASKING && either > outside && ![intent, runnerUp].some((one) => COURTESY.has(one)))
      return { kind: 'either', skills: [intent, runnerUp], text };
    return { kind: 'unclear' };
  };

  /** What a message asks for that answers nothing and points at nothing. */
  const byItself = async (text: string): Promise<Understood> => {
    if (await declines(text)) return { kind: 'declined' };
    const parts = await several(text);
    if (parts) return parts;
    const formed = commands.formed(text);
    if (formed !== undefined) return forSkill(formed, text);
    const claimed = commands.claimed(text);
    const likest = await intents.classify(text);
    if (claimed !== undefined && !contradicted(claimed, likest)) return forSkill(claimed, text);
    const guess = guessed(likest, text);
    return (guess.kind === 'unclear' && (await gist(text))) || guess;
  };

  return async (
    text: string,
    session: Pick<Session, 'asked' | 'expecting' | 'lately' | 'language'>,
    speaker: string,
    reads: Reads = () => true,
    yesDecides = false,
  ): Promise<Understood> => {
    const asked = session.asked?.[speaker];
    const expecting = session.expecting?.[speaker];
    const lately = session.lately?.[speaker];
    const number = bareNumber(text);
    if (number !== undefined) {
      const chosen = byNumber(number, asked);
      if (chosen) return chosen;
      const takesNumbers = expecting && !wordSlots.has(`${expecting.skill} ${expecting.slot}`);
      if (!takesNumbers) return { kind: 'act', act: { skill: 'vote', input: { number } } };
    }
    const answered = byWords(text, asked, yesDecides);
    if (answered) return answered;
    const beside = expecting && besideTheQuestion(expecting, text, reads);
    if (beside) return beside;
    if (inSpanish && session.language === 'es') {
      const said = await inSpanish(text, { asked: asked?.aside ? undefined : asked, expecting, lately }, reads);
      if (said) return said;
    }
    const whole = commands.whole(text);
    if (whole !== undefined) return forSkill(whole, text);
    if (expecting) {
      const formed = commands.formed(text);
      if (formed !== undefined) return forSkill(formed, text);
      if (await answers(expecting, text, reads))
        return { ...forSkill(expecting.skill, text), known: expecting.input, slot: expecting.slot };
    }
    const pointed = lately && (await pointing(text, lately));
    if (pointed) return pointed;
    return byItself(correctedItself(text) ?? text);
  };
};
