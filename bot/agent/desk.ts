import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { ToolCall } from '../../llm/model.ts';
import type { Quoted } from '../../rag/worded/spotlight.ts';
import { valuesSaid } from '../../rag/worded/values-said.ts';
import type { ValueKind } from './prompts/read-value.ts';
import type { Taken } from './take-value.ts';
import { actInput, RECKON, readInput, reckonInput, TIME_FOR, type Tools, timeForInput } from './tools.ts';
import { oneAfterAnother, saySpan, sayValue, sumOf, type Value } from './value.ts';

/** What was told when something was looked up. */
export interface Reading {
  readonly id: string;
  readonly replies: readonly Reply[];
  /** Nothing was known. */
  readonly empty: boolean;
}

/** Something that changes things, in words that the person is asked about before anything is done. */
export interface Proposal {
  readonly skill: string;
  readonly words: string;
}

/** What was calculated: in words that hold nothing but what was looked up, and the readings behind it. */
export interface Reckoned {
  readonly text: string;
  readonly from: readonly string[];
}

/** What a turn's tools have done so far. */
export interface Done {
  readonly readings: readonly Reading[];
  readonly reckoned: readonly Reckoned[];
  readonly proposals: readonly Proposal[];
  /** Replies of skills that ask before they act. */
  readonly asked: readonly Reply[];
}

export interface DeskParts {
  readonly tools: Tools;
  /** What is said of what was calculated, in the reader's language. */
  readonly said: Words['planned'];
  /** The person's own words. */
  readonly message: string;
  /** Runs a skill as the speaker, with words as they could have typed them. */
  run(skill: string, words: string): Promise<readonly Reply[]>;
  /** Takes a value out of what was told; nothing where it is not there. */
  take(question: string, kind: ValueKind, quoted: readonly Quoted[]): Promise<Taken | undefined>;
}

/** Where the calls of one turn are carried out. */
export interface Desk {
  readonly done: Done;
  /**
   * Carries out a call and says what came of it, in words of our own: nothing that a document or another person wrote is
   * in them. What cannot be carried out is told, too; nothing is thrown for what a model got wrong.
   */
  call(call: ToolCall): Promise<string>;
}

/** What one message may propose to change. */
const MOST_PROPOSALS = 3;
const WRONG = 'not done: the arguments are not what this tool takes';

/** A turn's desk. Nothing is changed at it: what would change something becomes a question to the person. */
export const openDesk = ({ tools, said, message, run, take }: DeskParts): Desk => {
  const readings: Reading[] = [];
  const reckoned: Reckoned[] = [];
  const proposals: Proposal[] = [];
  const asked: Reply[] = [];
  const values = new Map<string, { readonly value: Value; readonly from: string }>();
  /** The same call again tells the same, and costs nothing. */
  const told = new Map<string, Promise<string>>();

  const keep = (value: Value, from: string): string => {
    const id = `v${values.size + 1}`;
    values.set(id, { value, from });
    return `${id} = ${sayValue(value)}`;
  };

  const read = async (skill: string, input: unknown): Promise<string> => {
    const given = readInput.safeParse(input).data;
    if (!given) return WRONG;
    const replies = await run(skill, given.words);
    const id = `r${readings.length + 1}`;
    // An answer from documents has sources, or it is none; what only stands nearest is none.
    const empty = skill === 'ask' && !replies.some(({ citations = [], unsure }) => citations.length > 0 && !unsure);
    readings.push({ id, replies, empty });
    if (empty) return `${id}: nothing found`;
    if (given.wants === undefined) return `${id}: found`;
    const taken = await take(given.words, given.wants, quotedOf(id, replies));
    return taken ? `${id}: ${keep(taken.value, id)}` : `${id}: found, but no ${given.wants} in it`;
  };

  const act = async (skill: string, asksFirst: boolean, input: unknown): Promise<string> => {
    const given = actInput.safeParse(input).data;
    if (!given) return WRONG;
    if (!ownWords(given.words, message)) return 'not done: it holds numbers or addresses that the person did not give';
    if (asksFirst) asked.push(...(await run(skill, given.words)));
    else if (proposals.length < MOST_PROPOSALS) proposals.push({ skill, words: given.words });
    else return 'not done: that is too much at once';
    return 'the person is asked first';
  };

  const numberOf = (times: number | string | undefined): number | undefined => {
    if (times === undefined || times === 1) return 1;
    if (typeof times === 'number') return saidNumbers(message).has(times) ? times : undefined;
    const known = values.get(times)?.value;
    return known?.kind === 'number' ? known.amount : undefined;
  };

  const reckon = (input: unknown): string => {
    const given = reckonInput.safeParse(input).data;
    if (!given) return WRONG;
    const parts = given.parts.flatMap(({ value: id, times }) => {
      const known = values.get(id);
      const count = numberOf(times);
      return known?.value.kind === 'money' && count !== undefined
        ? [{ money: known.value.money, times: count, from: known.from }]
        : [];
    });
    if (parts.length < given.parts.length)
      return 'not done: each part is the id of an amount, times a number that the person said or the id of one';
    const money = sumOf(parts);
    if (!money) return 'not done: the amounts are in different currencies';
    const sum: Value = { kind: 'money', money };
    const terms = parts.map((part) => {
      const amount = sayValue({ kind: 'money', money: part.money });
      return part.times === 1 ? amount : `${part.times} × ${amount}`;
    });
    const from = [...new Set(parts.map((part) => part.from))];
    reckoned.push({ text: `${terms.join(' + ')} = ${sayValue(sum)}.`, from });
    return keep(sum, from[0] ?? '');
  };

  const timeFor = (input: unknown): string => {
    const given = timeForInput.safeParse(input).data;
    if (!given) return WRONG;
    const from = new Set<string>();
    let wrong = false;
    const minutes = (id: string | undefined, kind: 'time' | 'duration'): number | undefined => {
      if (id === undefined) return undefined;
      const known = values.get(id);
      if (known?.value.kind !== kind) {
        wrong = true;
        return undefined;
      }
      from.add(known.from);
      return known.value.amount;
    };
    const visits = given.visits.map(({ starts, opens, closes, lasts }) => ({
      starts: minutes(starts, 'time'),
      opens: minutes(opens, 'time'),
      closes: minutes(closes, 'time'),
      lasts: minutes(lasts, 'duration') ?? 0,
    }));
    if (wrong) return 'not done: starts, opens and closes are ids of times, lasts of a duration';
    const starts = oneAfterAnother(visits);
    const spans = starts?.map((start, index) => saySpan(start, visits[index]?.lasts ?? 0));
    reckoned.push({
      text: spans ? said.fits(spans.join(', ')) : said.fitsNot,
      from: [...from],
    });
    return spans ? `there is time: ${spans.join(', ')}` : 'there is not enough time';
  };

  const carryOut = async ({ name, input }: ToolCall): Promise<string> => {
    if (name === RECKON.name) return reckon(input);
    if (name === TIME_FOR.name) return timeFor(input);
    const skill = tools.skill(name);
    if (!skill) return 'not done: there is no such tool';
    return skill.reads ? read(skill.name, input) : act(skill.name, skill.asksFirst === true, input);
  };

  return {
    done: { readings, reckoned, proposals, asked },
    call: (call) => {
      const key = JSON.stringify([call.name, call.input]);
      const result = told.get(key) ?? carryOut(call);
      told.set(key, result);
      return result;
    },
  };
};

/** What was told, as passages: without the marks of its sources. */
export const quotedOf = (id: string, replies: readonly Reply[]): readonly Quoted[] =>
  replies.map(({ text }, index) => ({
    id: `${id}${index === 0 ? '' : `.${index}`}`,
    text: text.replace(/ ?\[\d+\]/g, ''),
  }));

/** Whether every number, code and address in a model's words is the person's own. */
const ownWords = (words: string, message: string): boolean => {
  const own = valuesSaid(message).flatMap(({ readings }) => readings);
  return valuesSaid(words).every(({ readings, start }) => {
    const inLetters = /^\p{L}+(?![\p{L}\d@.:/])/u.test(words.slice(start));
    return inLetters || !/^[atncd]/.test(readings[0] ?? '') || readings.some((reading) => own.includes(reading));
  });
};

const saidNumbers = (message: string): ReadonlySet<number> =>
  new Set(
    valuesSaid(message).flatMap(({ readings }) =>
      readings.flatMap((reading) => (/^n\d+$/.test(reading) ? [Number(reading.slice(1))] : [])),
    ),
  );
