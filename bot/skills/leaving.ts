import { z } from 'zod';
import type { Words } from '../../cards/words/catalogue.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { leaveFamily, removeMember } from '../../trips/families/remove-member.ts';
import { people } from '../../trips/people/person.ts';
import { rejected } from '../../trips/rejection.ts';
import { asOrganizer, familyAdminOf, familyMemberOf, type TripMember } from '../../trips/roles/permission.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { leaveTrip, removeFamily } from '../../trips/trips/leave-trip.ts';
import type { Participation } from '../../trips/trips/trip.ts';
import { asAdminOf, asFamilyAdmin, memberNamed } from './family-people.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

export const leaveSkill = skill({
  name: 'leave',
  description: 'Takes your family out of the trip, or you out of a family',
  who: 'member',
  asksFirst: true,
  input: z.object({ what: z.enum(['trip', 'family']).optional(), sure: z.boolean().optional() }),
  commands: [
    'leave the trip',
    'leave trip',
    'leave this trip',
    'leave my family',
    'leave the family',
    'leave our family',
  ],
  examples: [
    'we want to leave the trip',
    'take our family out of this trip',
    "we can't come after all, take us out",
    'our family is not coming any more',
    'please remove us from this trip',
    'we drop out of the holiday',
    'I do not want to be in this family here',
    'were out, sorry, have fun without us',
    'we have to cancel our place on the trip',
    'our family cannot make it this time, take us off the list',
    'we are dropping out',
    "unfortunately we can't join the trip any more",
    'we have changed our minds and are not coming on this trip',
    'please take us off the trip',
    'our lot has to pull out',
    'i no longer want to belong to this family',
    'let me out of this family',
    'we just cannot do it this year, so we are out',
    "with the new baby it is too much, we won't come",
    'have a great time without us, we are not coming',
    'it is not possible for us this year, we drop out',
    "sadly we can't make the trip any longer",
    "our family can't come along any more",
    "our family can't come, sign us off",
    'we have to drop out of the trip',
    'please take us out of this trip',
  ],
  read: (text) => ({ what: /\bfamily\b/i.test(text) && !/\btrip|holiday|coming\b/i.test(text) ? 'family' : 'trip' }),
  run: async (context, { what = 'trip', sure }) => {
    const { house, member, conversation, words } = context;
    const { trip, participation, person } = member;
    const { organizing } = words;
    const stays = mustStay(member, what, words);
    if (stays !== undefined) return { text: stays };
    const { familyName } = participation;
    if (!sure) {
      return {
        text: what === 'trip' ? organizing.leaveTrip(familyName, trip.name) : organizing.leaveFamily(familyName),
        choices: [
          { label: organizing.yesLeave, act: { skill: 'leave', input: { what, sure: true } } },
          { label: organizing.noStay, act: { skill: 'trip-summary', input: {} } },
        ],
      };
    }
    if (what === 'trip') {
      const left = await leaveTrip(house.records, house.clock, member, conversation);
      return left.ok ? { text: organizing.leftTrip(familyName, trip.name) } : sayRejection(left, words);
    }
    const mine = await familyMemberOf(house.records, person.id, person.familyId);
    const left = mine.ok ? await leaveFamily(house.records, house.clock, mine.member) : mine;
    if (!left.ok) return sayRejection(left, words);
    const now = await house.records.read(people, person.id, person.id);
    if (now) context.became(now);
    return { text: organizing.leftFamily(left.family.name) };
  },
});

/** Why the speaker cannot leave just now, before they are asked whether they are sure. */
const mustStay = (
  { isOrganizer, isFamilyAdmin, participation: { familyName } }: TripMember,
  what: 'trip' | 'family',
  { organizing }: Pick<Words, 'organizing'>,
) => {
  if (what === 'family') return isFamilyAdmin ? organizing.speaksForIt(familyName) : undefined;
  if (isOrganizer) return organizing.organizesIt;
  return isFamilyAdmin ? undefined : organizing.adminOnly(familyName);
};

/** `the Silvas need to be taken out`. */
const TO_BE_TAKEN =
  /\b(?:the )?([\p{L}][\p{L}'-]{1,30})(?: family)? (?:(?:need|needs|have|has|must|should|ought)(?: to)?(?: be)?|(?:is|are) to be) (?:taken|removed|kicked|come off|go)\b/iu;
const WHOM =
  /\b(?:remove|take|kick|drop|delete|throw|uninvite)\s+(?:out\s+)?(?:the |our |my )?(?:family )?([\p{L}][\p{L}'-]{1,30}(?: \d{1,2})?)(?: family)?(?: out)?\b/iu;
const NOT_NAMES =
  /^(?:us|me|him|her|them|someone|somebody|family|member|a|an|person|out|it|from|last|expense|document)$/i;

/** `Wei isn't coming after all`. */
const STAYS_AWAY =
  /^(?:(?:so|sorry|oh|btw|well)[\s,]+)*(?:the |our |my )?(?!(?:our|my|the|family|we|i|they|you|it|that|this|there|he|she|someone|somebody|everyone|everybody|nobody|who)\b)([\p{L}][\p{L}'-]{1,30}?)(?: family)? (?:is not|isn['’]?t|are not|aren['’]?t|can['’]?t|cannot|won['’]?t|will not|doesn['’]?t|does not|drops? out|has to stay|stays)(?: (?:be )?(?:com(?:e|ing)|join(?:ing)?|travel(?:l?ing)?|mak(?:e|ing) it|there|with us|home))?\b/iu;

/** The same, of the whole trip: nothing is named that they do not join. */
const STAYS_AWAY_WHOLLY =
  /^(?:(?:so|sorry|oh|btw|well)[\s,]+)*(?:the |our |my )?(?!(?:our|my|the|family|we|i|they|you|it|that|this|there|he|she|someone|somebody|everyone|everybody|nobody|who)\b)[\p{L}][\p{L}'-]{1,30}(?: family)? (?:is not|isn['’]?t|are not|aren['’]?t|can['’]?t|cannot|won['’]?t|will not|doesn['’]?t|does not) (?:be )?(?:com(?:e|ing)|join(?:ing)?|travel(?:l?ing)?|mak(?:e|ing) it)(?: (?:along|us|with us|to \p{Lu}\p{L}+))?(?: (?:after all|any ?more|now|this time))?(?:[,;.!] ?.{0,40})?$/iu;

/** Who stays away themselves leaves: nobody takes them out. */
const OURSELVES = /^\W*(?:so|sorry|oh|btw|well)?[\s,]*(?:we|i|(?:our|my) family)\b/i;

/** A family of the trip as people call it: `Garcia`, `the Garcias`. */
const familyNamed = (seats: readonly Participation[], name: string): Participation | undefined => {
  const said = name.trim().toLowerCase();
  return seats.find(
    ({ familyName }) => familyName.toLowerCase() === said || sayFamily(familyName).toLowerCase() === `the ${said}`,
  );
};

export const takeOutSkill = skill({
  name: 'take-out',
  description: 'Takes a person out of your family, or a family out of the trip',
  who: 'member',
  input: z.object({
    name: z.string().max(60).optional(),
    memberId: z.string().max(80).optional(),
    familyId: z.string().max(80).optional(),
  }),
  wordSlots: ['name'],
  pattern:
    /^(?:please )?(?:remove|delete|take|kick)\b(?!.*\b(?:documents?|files?|pdf|expenses?|reminders?|polls?|bookings?|reservations?|options?|back)\b).*\b(?:from|out of|off) (?:the|our|my|this) (?:trip|family)\b|^(?:please )?(?:remove|delete) (?:adult|child) \d{1,2}[.!]?$/i,
  oneAtATime: true,
  nameSlots: ['name'],
  claims: (text) => STAYS_AWAY_WHOLLY.test(text.trim()) && !/\binvit/i.test(text) && !OURSELVES.test(text),
  commands: ['remove member', 'remove family', 'remove from our family', 'remove from the trip'],
  examples: [
    'remove Leo from our family',
    'take the Garcias out of the trip',
    'the Okoye family should be removed from the trip',
    'delete grandma Rosa from my family',
    'take Ben off our family list',
    'kick the Millers out of this trip',
    'remove a person from our family',
    'take Max out of our family',
    'Finn is not coming with us, remove him from our family',
    'the Bergs have to come off the trip',
    'remove the Conti family from this trip',
    'kick the Webers off the trip',
    'our Oscar stays with grandma, take him off our list',
    'take the Duponts off',
    'drop Lars from our family',
    'delete the Larsens from the trip',
    'could you take the Bergs out of this trip',
    'please kick the Contis out',
    "Sven can't come with us after all",
    'Sven is not travelling with us any more',
    'please strike Tante Gerda off our list',
    'the Larsens are not coming, remove them',
    'get the Webers off this trip',
    'Karla drops out of our family',
  ],
  read: (text, context) => {
    if (context.expectedSlot === 'name') return { name: text.trim() };
    const name =
      TO_BE_TAKEN.exec(text)?.[1] ??
      STAYS_AWAY.exec(text)?.[1] ??
      WHOM.exec(text)?.[1] ??
      /\bthe ([\p{L}'-]{2,40}) family\b/iu.exec(text)?.[1];
    return { name: name === undefined || NOT_NAMES.test(name) ? undefined : name };
  },
  run: async (context, { name, memberId, familyId }) => {
    const { household, say } = context.words;
    if (memberId !== undefined) return takeOutMember(context, memberId);
    if (familyId !== undefined) return takeOutFamily(context, familyId);
    if (name === undefined) {
      context.expect('name', {});
      return { text: household.whomOut };
    }
    const { house, member } = context;
    const seats = await familiesIn(house.records, member.trip.id);
    const family = familyNamed(seats, name);
    if (family) {
      return {
        text: household.takeFamilyOut(say.family(family.familyName), member.trip.name),
        choices: [
          { label: household.yesThem, act: { skill: 'take-out', input: { familyId: family.familyId } } },
          { label: household.noLeaveIt, act: { skill: 'trip-summary', input: {} } },
        ],
      };
    }
    const own = await asAdminOf(context, name, 'take-out');
    if (!own.ok) return own;
    const found = memberNamed(own.admin.family, name);
    if (!found) return { text: household.unknown(name, member.trip.name) };
    return {
      text: household.takeOut(found.name, own.admin.family.name),
      choices: [
        { label: household.yesOut(found.name), act: { skill: 'take-out', input: { memberId: found.id } } },
        { label: household.noLeaveIt, act: { skill: 'who-am-i', input: {} } },
      ],
      private: true,
    };
  },
});

const takeOutMember = async (context: TripContext, memberId: string) => {
  const { words } = context;
  const own = await asFamilyAdmin(context, 'take-out');
  const here = await familyAdminOf(context.house.records, context.person?.id ?? '', context.tripId);
  const admin = [here, own].find((one) => one.ok && one.admin.family.members.some(({ id }) => id === memberId)) ?? own;
  if (!admin.ok) return own.ok ? sayRejection(rejected('not-found'), words) : own;
  const removed = await removeMember(context.house.records, context.house.clock, admin.admin, memberId);
  if (removed.ok) context.changed(words.things.takenOut(removed.member.name));
  return removed.ok
    ? { text: words.household.isOut(removed.member.name, removed.family.name), private: true }
    : sayRejection(removed, words);
};

const takeOutFamily = async ({ house, member, conversation, words }: TripContext, familyId: string) => {
  const may = asOrganizer(member, 'only the organizer takes other families out');
  if (!may.ok) return sayRejection(may, words);
  const removed = await removeFamily(house.records, house.clock, may.organizer, familyId, conversation);
  if (!removed.ok) return sayRejection(removed, words);
  return { text: words.household.familyIsOut(words.say.family(removed.family.familyName), member.trip.name) };
};
