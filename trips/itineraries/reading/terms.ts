import type { StayTerms } from '../candidate.ts';
import { CUISINES, type RoomType } from '../trip-rules.ts';

const ROOM_WORDS: readonly (readonly [RoomType, RegExp])[] = [
  ['shared', /\bshared (?:room|dorm|bedroom)s?\b|\bdorm(?:itor(?:y|ies))?\b|\bbeds? in a dorm/i],
  ['private', /\bprivate (?:room|bedroom)s?\b/i],
  [
    'entire',
    /\b(?:entire|whole) (?:home|house|apartment|flat|place|villa|unit|cottage)s?\b|\b(?:home|house|apartment|flat|villa|cottage) to (?:yourselves|yourself)\b/i,
  ],
];
const FORBIDDEN: readonly (readonly [what: string, said: RegExp])[] = [
  [
    'pets',
    /\bno (?:pets|dogs|animals)\b|\b(?:pets|dogs|animals) (?:are )?(?:not|un)[- ]?(?:allowed|permitted|welcome|accepted)\b/i,
  ],
  [
    'smoking',
    /\b(?:no|non)[- ]?smok(?:ing|ers?)\b|\bsmoking (?:is )?(?:not (?:allowed|permitted)|forbidden|prohibited)\b|\bsmoke[- ]free\b/i,
  ],
  [
    'parties',
    /\bno (?:parties|party|events)\b|\bparties (?:are )?(?:not (?:allowed|permitted)|forbidden|prohibited)\b/i,
  ],
  ['visitors', /\bno (?:visitors|outside guests)\b|\bvisitors (?:are )?(?:not (?:allowed|permitted)|forbidden)\b/i],
  [
    'children',
    /\bno (?:children|kids)\b(?! under)|\badults[- ]only\b|\b(?:not suitable for|no) (?:children|kids) under 1\d\b/i,
  ],
];
const SLEEPS =
  /\bsleeps (?:up to )?(\d{1,2})\b|\b(?:up to|max(?:imum)?\.?(?: of)?|for) (\d{1,2}) (?:guests|persons|people)(?: (?:a|per) room)?\b|\b(\d{1,2}) (?:guests|people) (?:max(?:imum)?|at most)\b/i;
const LEAST =
  /\bmin(?:imum|\.)? (?:stay|of)?:? ?(?:of |is )?(\d{1,2}) nights?\b|\b(\d{1,2})[- ]nights? min(?:imum|\.)?\b|\bat least (\d{1,2}) nights?\b/i;

const numberIn = (found: RegExpExecArray | null): number | undefined => {
  const said = found?.slice(1).find((group) => group !== undefined);
  return said === undefined || Number(said) === 0 ? undefined : Number(said);
};

/** On what terms a place can be stayed at, as far as a text states them; `undefined` when it states none. */
export const readStayTerms = (text: string): StayTerms | undefined => {
  const forbids = FORBIDDEN.filter(([, said]) => said.test(text)).map(([what]) => what);
  const roomType = ROOM_WORDS.find(([, said]) => said.test(text))?.[0];
  const sleeps = numberIn(SLEEPS.exec(text));
  const minNights = numberIn(LEAST.exec(text));
  const terms: StayTerms = {
    ...(sleeps === undefined ? {} : { sleeps }),
    ...(minNights === undefined ? {} : { minNights }),
    ...(roomType === undefined ? {} : { roomType }),
    ...(forbids.length === 0 ? {} : { forbids }),
  };
  return Object.keys(terms).length > 0 ? terms : undefined;
};

/** The cuisines a text says a place cooks; `undefined` when it names none. */
export const readCuisines = (text: string): readonly string[] | undefined => {
  const found = CUISINES.filter((cuisine) =>
    new RegExp(`\\b${cuisine}\\b(?! (?:express|airlines|bank))`, 'i').test(text),
  );
  return found.length > 0 ? found : undefined;
};
