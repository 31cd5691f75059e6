import { z } from 'zod';
import type { Act, Choice, Reply } from '../cards/reply.ts';
import { type Language, language } from '../trips/language.ts';
import { type Stance, stance } from '../trips/magic-polls/stance.ts';
import type { Entity, Kind } from '../trips/records.ts';

/** Replies are our own words, written by this code; only that they are objects is checked. */
const reply = z.custom<Reply>((value) => typeof value === 'object' && value !== null);
const act = z.object({ skill: z.string(), input: z.record(z.string(), z.unknown()) });
const change = z.object({ skill: z.string(), text: z.string(), what: z.string(), undo: act.optional() });
const lately = z.object({
  ...{ skill: z.string(), text: z.string(), change: change.optional() },
  since: z.int().nonnegative().optional(),
});

/** The last numbered list said here, for answering with a number. */
export interface Asked {
  readonly choices: readonly Choice[];
  readonly at: string;
  /** Something else was asked since: a number still answers it, and a mere "ok" does not. */
  readonly aside?: true | undefined;
}

/** The last thing that was changed here. */
export interface Change {
  readonly skill: string;
  /** The words it was asked for with; empty when a button was pressed. */
  readonly text: string;
  /** In words: `the expense "dinner"`. */
  readonly what: string;
  /** What takes it back; nothing does where it is absent. */
  readonly undo?: Act | undefined;
}

/** What was said and done last, so that "no, Saturday", "and for the Garcias?" and "undo that" are understood. */
export interface Lately {
  readonly skill: string;
  readonly text: string;
  readonly change?: Change | undefined;
  /** How many other things were asked for since that change. */
  readonly since?: number | undefined;
}

/** A request of a message that waits until a question about the one before it is answered. */
export interface Waiting {
  readonly skill: string;
  readonly text: string;
}

/** A question that the next words answer: they go to this skill, beside what it knows already. */
export interface Expecting {
  readonly skill: string;
  readonly slot: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The words it was asked with, until they have been said again. */
  readonly question?: string | undefined;
}

/** What an event was answered; a short hash of its id names it. */
export interface Answered {
  readonly event: string;
  readonly replies: readonly Reply[];
}

/** Where a conversation stands, and which events it has handled. Saved once a turn. Partition: the conversation. */
export interface Session extends Entity {
  readonly type: 'session';
  /** The trip spoken of here. */
  readonly tripId?: string | undefined;
  /** By speaker, so that in a group a number answers only one's own list. */
  readonly asked?: Readonly<Record<string, Asked>> | undefined;
  readonly expecting?: Readonly<Record<string, Expecting>> | undefined;
  readonly lately?: Readonly<Record<string, Lately>> | undefined;
  readonly waiting?: Readonly<Record<string, readonly Waiting[]>> | undefined;
  /** Questions to the documents and their answers, oldest first. */
  readonly history: readonly string[];
  /** The trip and reference this conversation listens with, so that they are written only when they change. */
  readonly listens?: string | undefined;
  readonly greeted?: boolean | undefined;
  /** The day (UTC) on which it was last said here that models are too dear. */
  readonly savingSaid?: string | undefined;
  /** What is spoken here, where its person has not said what they want; English when absent. */
  readonly language?: Language | undefined;
  /** The plan was last looked at here as the speaker's own family lives it. */
  readonly ownPlan?: boolean | undefined;
  /** What families have said for and against things here, without their words, the latest last. */
  readonly heard?: readonly Stance[] | undefined;
  /** Accounts that have spoken here: each has a note of it, by which their words are found again. */
  readonly voices?: readonly string[] | undefined;
  /** Events that were handled, by the same short hashes with a space between, the latest last: one text costs less than a list. */
  readonly events?: string | undefined;
  /** The last words here were not understood: the same sentence twice helps nobody. */
  readonly puzzled?: boolean | undefined;
  /** Of the latest, what was answered, where the door does not keep it with what was asked. */
  readonly answered?: readonly Answered[] | undefined;
}

const answered = z.object({ event: z.string(), replies: z.array(reply) });
/** In version 1 every event was an object, with its replies inside. */
const handledBefore = z.array(answered.partial({ replies: true })).optional();

const withEvents = ({ handled, ...session }: Record<string, unknown>): Record<string, unknown> => {
  const before = handledBefore.parse(handled);
  return {
    ...session,
    events: before?.map(({ event }) => event).join(' '),
    answered: before?.filter((one) => one.replies !== undefined),
  };
};

export const sessions: Kind<Session> = {
  type: 'session',
  version: 2,
  upgrades: { 1: withEvents },
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('session'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    tripId: z.string().optional(),
    asked: z
      .record(
        z.string(),
        z.object({
          choices: z.array(z.object({ label: z.string(), act })),
          at: z.string(),
          aside: z.literal(true).optional(),
        }),
      )
      .optional(),
    expecting: z
      .record(
        z.string(),
        z.object({
          skill: z.string(),
          slot: z.string(),
          input: z.record(z.string(), z.unknown()),
          question: z.string().optional(),
        }),
      )
      .optional(),
    lately: z.record(z.string(), lately).optional(),
    waiting: z.record(z.string(), z.array(z.object({ skill: z.string(), text: z.string() }))).optional(),
    history: z.array(z.string()),
    listens: z.string().optional(),
    greeted: z.boolean().optional(),
    savingSaid: z.string().optional(),
    language: language.optional(),
    ownPlan: z.boolean().optional(),
    heard: z.array(stance).optional(),
    voices: z.array(z.string()).optional(),
    events: z.string().optional(),
    puzzled: z.boolean().optional(),
    answered: z.array(answered).optional(),
  }),
};

/** Events of a conversation that are remembered: redeliveries come within minutes, long before as many others. */
export const REMEMBERED_EVENTS = 50;
/** The same where the door saves what is said: it knows by itself what came in, but not yet while that is under way. */
export const REMEMBERED_BY_DOOR = 3;
/** Of these, how many keep what was answered, for doors that answer a repeat as the first time. */
export const REMEMBERED_REPLIES = 2;

const DAY_S = 86_400;
/** How long a conversation that fell silent is remembered, in seconds: at most the 90 days that chat is kept. */
const SESSION_S = 90 * DAY_S;

/** The `ttl` of a session saved at `now` (ms): it ends with a day, so that all turns of one day leave the end where it is. */
export const sessionTtl = (now: number): number => {
  const second = Math.floor(now / 1000);
  return Math.floor((second + SESSION_S) / DAY_S) * DAY_S - second;
};

/** Lines of history kept for understanding "it" and "there". */
export const HISTORY_LINES = 6;
