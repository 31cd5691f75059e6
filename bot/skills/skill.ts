import type { z } from 'zod';
import type { Act, Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { Language } from '../../trips/language.ts';
import type { Recipient } from '../../trips/notifications/listener.ts';
import type { Person } from '../../trips/people/person.ts';
import type { Stored } from '../../trips/records.ts';
import type { TripMember } from '../../trips/roles/permission.ts';
import type { House } from '../house.ts';
import type { IncomingFile } from '../incoming.ts';
import type { Progress } from '../progress.ts';
import type { Change } from '../session.ts';

/** What a skill is run with. It never learns which door the words came through. */
export interface SkillContext {
  readonly house: House;
  /** The conversation across doors; facts caused here are not told here again. */
  readonly conversation: string;
  /** Names this event, for ids that must be the same when it is repeated. */
  readonly eventId: string;
  /** What is said, in the reader's language. */
  readonly words: Words;
  /** The words that are to be read: as typed, or as a model puts them. */
  readonly text: string;
  /** What the person wrote, and nothing of a model's. */
  readonly typed: string;
  readonly files: readonly IncomingFile[];
  /** Shows what takes its time, where the door can. */
  readonly progress: Progress;
  readonly history: readonly string[];
  /** What is told goes into an answer that is worded as a whole. */
  readonly planned?: boolean | undefined;
  /** Several people read along: nothing private is said. */
  readonly group: boolean;
  readonly person?: Stored<Person> | undefined;
  /** Makes an account for whoever speaks, or returns the one there is. */
  account(name?: string, familyName?: string): Promise<Stored<Person>>;
  /** Joins with a code: with the account there is, or with a new one. */
  readonly newcomer: { readonly address: Stored<Person>['addresses'][number]; readonly name?: string | undefined };
  /** Where this is said, for telling something here later. Opaque: no skill looks into it. */
  readonly here: Recipient;
  /** After a command gave the speaker an account. */
  became(person: Stored<Person>): void;
  /** What is spoken here from now on, beginning with this answer. */
  speakIn(language: Language): Words;
  /** The trip this conversation speaks of from now on. */
  speakOf(tripId: string): void;
  readonly tripId?: string | undefined;
  /** The reader sees words only: numbers stand for buttons, and the carrier's notices are due. */
  readonly textOnly: boolean;
  /** The slot that was asked for, when the words answer a question of this skill. */
  readonly expectedSlot?: string | undefined;
  /** The next words are the answer for `slot`; they come back to this skill, or to `skill`, with `input`. */
  expect(slot: string, input: Readonly<Record<string, unknown>>, skill?: string): void;
  /** Something was changed: in words (`the expense "dinner"`), and what takes it back; nothing can where `undo` is absent. */
  changed(what: string, undo?: Act): void;
  /** The plan was last looked at here as the speaker's own family lives it. */
  readonly ownPlan: boolean;
  /** From now on one's own days are shown when a day is asked for, or everybody's again. */
  showPlan(whose: 'own' | 'everyone'): void;
  /** The last change of the speaker here. */
  readonly lastChange?: Change | undefined;
}

/** The context of a skill that needs a trip: the speaker's place in it is proved. */
export interface TripContext extends SkillContext {
  readonly member: TripMember;
}

export type Said = Reply | readonly Reply[];

interface Described<Input> {
  readonly name: string;
  /** One line for help and the documentation. */
  readonly description: string;
  /** What it runs with. Buttons carry it too, so it is checked anew each time. */
  readonly input: z.ZodType<Input>;
  /** Words that, at the start of a message or as a whole, mean this skill. */
  readonly commands: readonly string[];
  /** A form that means this skill as surely as a command does: a word with a code. */
  readonly pattern?: RegExp;
  /** What its commands do not mean, though they stand at the beginning. */
  readonly unless?: RegExp;
  /** Whether free words say so plainly what this skill is for that no likeness to examples is needed; what two claim, neither gets. */
  claims?(text: string): boolean;
  /** The same of somebody who is in no trip, before what all others claim. */
  claimsEarly?(text: string): boolean;
  /** Words without which it is never guessed, however like its examples a message is: what ends or notes something says so. */
  readonly onlyIf?: RegExp;
  /** How people say it; the router learns from these. */
  readonly examples: readonly string[];
  /** It only tells what there is: whatever is asked of it, nothing changes and nobody else hears. */
  readonly reads?: true;
  /** Whatever words it is given, it asks before it changes anything. */
  readonly asksFirst?: true;
  /** Nobody but the trip's organizer gets more than a refusal. */
  readonly organizerOnly?: true;
  /** Also for somebody whose data is restricted: it uses none of it, or is how they take the restriction back. */
  readonly evenRestricted?: true;
  /** Slots that a bare number cannot answer: it is then a vote, or a choice from a list. */
  readonly wordSlots?: readonly string[];
  /** Slots that a name answers, and nothing that is no name. */
  readonly nameSlots?: readonly string[];
  /** Slots that take whatever is said for their own, a question, too. */
  readonly sentenceSlots?: readonly string[];
  /** Its words run on to the end of the sentence: what follows an "and" belongs to them. */
  readonly runsOn?: true;
  /** Whether a sentence after its own says more of the same request, and is none by itself. */
  takesIn?(sentence: string, before: string): boolean;
  /** What a message that begins with "and" asks for on its own, after `before`; nothing where it only amends that. */
  goesOn?(more: string, before: string): string | undefined;
  /** It does one thing a time: "add Greg and my daughter Ella" is two. */
  readonly oneAtATime?: true;
  /** Also said by denying: "don't text me at night", "we are not vegan". */
  readonly evenDenied?: true;
  /** What it was told is put right by another answer alone: "no wait, the first". */
  readonly amendedByAnswer?: true;
  /** What it is done to is found by the words: "it" is named before they are read. */
  readonly meansByWords?: true;
  /** Slots that only words it can read answer: other words are taken for what they say, and the question is dropped. */
  readonly readSlots?: readonly string[];
  /** Of these, the ones whose answer may stand first in a message that goes on to tell more: the skill hears the rest itself. */
  readonly leadSlots?: readonly string[];
  /** Whether words surely answer the slot it asked for, whatever else they are said for: `Nice` is where to go. */
  surelyAnswers?(slot: string, text: string): boolean;
  /** Reads the input out of free words. */
  read?(text: string, context: SkillContext): unknown;
}

/** One thing the assistant can do. `anyone`: also without a trip; `member`: needs a place in the trip spoken of. */
export type Skill<Input = never> =
  | (Described<Input> & { readonly who: 'anyone'; run(context: SkillContext, input: Input): Promise<Said> })
  | (Described<Input> & { readonly who: 'member'; run(context: TripContext, input: Input): Promise<Said> });

/** Keeps the input's type between the schema and `run`, and forgets it for the list of all skills. */
export const skill = <Input>(definition: Skill<Input>): Skill => definition as unknown as Skill;
