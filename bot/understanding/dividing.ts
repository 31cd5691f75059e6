import { sayFamily } from '../../trips/families/family.ts';
import type { FamilyId } from '../../trips/ids.ts';
import { numberSaid, SMALL_NUMBER } from '../../trips/number-words.ts';
import type { Participation } from '../../trips/trips/trip.ts';
import { tellsOfSpending } from './spending.ts';

/** What a message says of how something paid before is divided. */
export interface Dividing {
  /** Words by which it is meant; empty where it is only pointed at. */
  readonly what: string;
  /** The whole message, which says how. */
  readonly how: string;
}

const OPENING = /^(?:(?:please|pls|ok|so|but|and|also|actually|(?:can|could) (?:you|we)|let['’]?s|hey|hi)\b[\s,]*)+/i;
const SPLIT =
  /^(?:re-?)?(?:split|divide|share) (?<what>(?:the |that |our )?[\p{L}][\p{L}'’ -]*?)(?: (?:expense|bill|costs?|price))?(?:\s*[:,]|\s+(?=(?:up )?(?:by|per|evenly|equally|even|between|among|amongst|only|just|with|without|except|not|for|half|in|\d)\b)|$)/iu;
const GROUPS =
  "(?!the (?:kids|children|others|adults|parents|girls|boys|grandparents|dogs?)\\b)the \\p{L}[\\p{L}'’-]*s(?:,? (?:and|&) (?:the )?\\p{L}+s)*|we|i";
const NOT_IN = new RegExp(
  `^(?:${GROUPS}) (?:(?:were|was|are|is)(?: not|n['’]?t) (?:in on|in|part of|there for|at|on)|did(?: not|n['’]?t) (?:eat|come to|come on|join(?: us)? (?:for|on|at)|have any of|share|use|go to|go on)|skipped|missed) (?<what>(?:the |that |our )\\p{L}[\\p{L}'’ -]*?)[.!]*$`,
  'iu',
);
const STAYED = new RegExp(
  `^(?:${GROUPS}|(?:the )?\\p{Lu}\\p{L}+)(?: only| just)? (?:stayed|slept|were there|was there|spent)(?: there)?(?: only| just)?(?: for)? (?:${SMALL_NUMBER}) nights?(?: only)?(?: (?:at|in) (?<what>.+?))?[.!]*$`,
  'iu',
);
/** The budget, a vote, a plan and a group are divided otherwise; "split the bill?" asks. */
const OTHERWISE = /\b(?:budget|group|families|days?|plan|trip|up into|poll|vote|teams?|cars)\b|\?\s*$/i;
const NIGHTS = /\bnights?\b/i;
const LODGING =
  /\b(?:villas?|hotels?|hostels?|house|flat|apartments?|airbnb|air bnb|b&b|lodging|accommodation|cabin|cottage|rooms?|camping|campsite|bungalow|finca|casa|beds?|stay|rental|chalet|alojamiento|departamento|depa|piso|cabaña|habitaci[oó]n(?:es)?|apartamento|hostal)\b/iu;

/** What is paid by the night. */
export const isLodging = (what: string): boolean => LODGING.test(what);
export const byNights = (how: string): boolean => NIGHTS.test(how);

/** How something paid before is to be divided; nothing when the message says nothing of it. */
export const readDividing = (text: string): Dividing | undefined => {
  const words = text.trim().slice(0, 300).replace(OPENING, '');
  const stayed = STAYED.exec(words);
  if (stayed) return { what: stayed.groups?.what ?? '', how: words };
  if (OTHERWISE.test(words) || tellsOfSpending(text)) return undefined;
  const found = NOT_IN.exec(words) ?? SPLIT.exec(words);
  // "Share our photos" divides nothing.
  if (/^share\b/i.test(words) && !/\b(?:by|per|evenly|equally|between|among|with the)\b/i.test(words)) return undefined;
  if (!found) return undefined;
  const what = (found.groups?.what ?? '').replace(/^(?:it|that|this|them)$/i, '');
  // "The Okoyes weren't in on the taxi" leaves them out.
  const who = NOT_IN.test(words)
    ? (/^(.+?) (?:were|was|are|is|did|skipped|missed)/iu.exec(words)?.[1] ?? '')
    : undefined;
  return { what, how: who === undefined ? words : `without ${who}` };
};

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The nights that a message gives each family: `Chens 2, Lopeses 4`, `we only stayed two nights`. */
export const readNights = (
  how: string,
  seats: readonly Pick<Participation, 'familyId' | 'familyName'>[],
  own: FamilyId,
): Readonly<Record<FamilyId, number>> =>
  Object.fromEntries(
    seats.flatMap(({ familyId, familyName }) => {
      const names = [familyName, sayFamily(familyName).replace(/^the /, ''), `${familyName}s`].map(literal).join('|');
      const us = familyId === own ? '|we|us|i|our family' : '';
      const after = new RegExp(
        `(?<!\\p{L})(?:${names}${us})(?!\\p{L})[^,;.\\d]{0,40}?(?<![\\d\\p{L}])(${SMALL_NUMBER})(?![\\d\\p{L}])`,
        'iu',
      );
      const before = new RegExp(
        `(?<![\\d\\p{L}])(${SMALL_NUMBER})(?: nights?)? (?:for|by) (?:the )?(?:${names}${us})(?!\\p{L})`,
        'iu',
      );
      const said = (before.exec(how) ?? after.exec(how))?.[1];
      return said === undefined ? [] : [[familyId, numberSaid(said)] as const];
    }),
  );
