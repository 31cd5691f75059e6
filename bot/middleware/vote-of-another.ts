import { sayFamily } from '../../trips/families/family.ts';
import type { TripMember } from '../../trips/roles/permission.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Participation } from '../../trips/trips/trip.ts';
import type { Turn } from '../turn.ts';
import type { ForSkill, Understood } from '../understanding/understood.ts';
import { tripOf } from './trip-spoken-of.ts';

/** The speaker's own family votes, whoever else is spoken of. */
const OURS = /\b(?:we|us|our (?:family|vote)|ours|i)\b(?! (?:was|were|got) told| (?:talked|spoke) (?:to|with)| heard)/i;
const TOLD =
  /\b(?:told|asked|called|rang|phoned|texted|messaged|said|says) (?:me|us)\b|\bfor (?:them|him|her)\b|\bto me\b/gi;
const MOST_WORDS = 25;

/** The family that words name as the one who votes, and its words without the name. */
export const familyThatVotes = (
  text: string,
  seats: readonly Pick<Participation, 'familyName' | 'familyId'>[],
  own: string,
): { readonly family: string; readonly words: string } | undefined => {
  const said = text.replace(TOLD, ' ');
  if (text.split(/\s+/).length > MOST_WORDS || OURS.test(said)) return undefined;
  const found = seats.flatMap(({ familyName, familyId }) => {
    const name = familyName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const named = new RegExp(`(?:\\bthe )?(?<![\\p{L}])${name}(?:e?s)?(?:['’]s?)?(?: family)?(?![\\p{L}])`, 'iu');
    return named.test(said)
      ? [{ familyId, family: sayFamily(familyName), words: said.replace(named, ' ').trim() }]
      : [];
  });
  const [only] = found;
  if (!only || found.length > 1 || only.familyId === own) return undefined;
  const number = /(?<![\d.:])(\d{1,2})(?![\d.:])/.exec(only.words)?.[1];
  return { family: only.family, words: (number ?? only.words).slice(0, 200) };
};

/** The same, of the families of the speaker's trip. */
export const votesForAnother = async (
  { house }: Pick<Turn, 'house'>,
  text: string,
  { trip, participation }: TripMember,
): Promise<ReturnType<typeof familyThatVotes>> =>
  familyThatVotes(text, await familiesIn(house.records, trip.id), participation.familyId);

/** Words for a vote that name another family are for its vote, and never the speaker's own. */
export const forWhomItVotes = async (turn: Turn, understood: Understood): Promise<Understood> => {
  const votes = (one: ForSkill): boolean =>
    (one.skill === 'vote' || one.skill === 'record-vote') && one.slot === undefined && one.known === undefined;
  const requests: readonly ForSkill[] =
    understood.kind === 'skill' ? [understood] : understood.kind === 'several' ? understood.requests : [];
  if (!requests.some(votes)) return understood;
  const trip = await tripOf(turn);
  if (trip.kind !== 'member') return understood;
  const { member } = trip;
  const meant = async (one: ForSkill): Promise<ForSkill> => {
    const other = votes(one) ? await votesForAnother(turn, one.text, member) : undefined;
    return other ? { ...one, skill: 'record-vote', known: other } : one;
  };
  return understood.kind === 'several'
    ? { ...understood, requests: await Promise.all(requests.map(meant)) }
    : meant(understood as ForSkill);
};
