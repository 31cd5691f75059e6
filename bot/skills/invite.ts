import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { addMember } from '../../trips/families/add-member.ts';
import { INVITATION_DAYS } from '../../trips/invitations/invitation.ts';
import { inviteFamily, inviteMember } from '../../trips/invitations/invite.ts';
import { address } from '../../trips/people/person.ts';
import { asOrganizer, familyAdminOf } from '../../trips/roles/permission.ts';
import { MAX_FAMILIES } from '../../trips/trips/trip.ts';
import { withoutPlease } from '../understanding/commands.ts';
import { readContact } from '../understanding/contact.ts';
import { mayBeName } from '../understanding/names.ts';
import { familyNamed, readPerson, singular } from '../understanding/people-words.ts';
import { alreadyInvited, needsCountry, offerToSend } from './invitations.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const FAMILY =
  /\binvit(?:e|ing) (?:the |our friends,? the )?([\p{Lu}\p{L}][\p{L}' -]{0,30}?)(?:'s| family)?(?: family)?(?: (?:to|too|as well|please)\b.*)?[.!]?$/iu;

const COME =
  /\b(?:can|could|may|let|have|bring|get) (?:the )([\p{L}][\p{L}' -]{1,30}?)(?: family)? (?:come|join|along|too|in\b|as well)/iu;
/** Who goes along, told before they were asked to: `the others are the Garcias`. */
const THE_OTHERS = /\bthe other(?:s| family) (?:is|are|will be) the ([\p{L}][\p{L}'-]{1,30}?)(?: family)?[.!]?$/iu;

/** One more family of a list: `the lees`, `Okoye`, `the Wong family`. */
const ONE_OF_LIST = /^(?:and )?(?:the [\p{L}'-]{2,30}|\p{Lu}[\p{L}'-]{1,30})(?: family)?[.!]?$/u;
const LIST = /\binv\w{2,5}\s+(.+)$/iu;
const BETWEEN = /\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)/i;

/** The families of a list of several (`the lees, the smiths and the wongs`), as one of them is called; nothing for less than two. */
const listed = (text: string): readonly string[] | undefined => {
  const parts = LIST.exec(withoutPlease(text))?.[1]?.split(BETWEEN) ?? [];
  if (parts.length < 2 || !parts.every((part) => ONE_OF_LIST.test(part) && mayBeName(part))) return undefined;
  return parts.map((part) => {
    const name = part.replace(/^the /, '').replace(/ family|[.!]/g, '');
    return capitalised(/^the /.test(part) && !/ family/.test(part) ? singular(name) : name);
  });
};

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const inviteSkill = skill({
  name: 'invite',
  description: 'Invites another family to the trip with a code',
  who: 'member',
  organizerOnly: true,
  input: z.object({
    familyName: z.string().min(1).max(40).optional(),
    /** Several families, invited one after the other; whoever carries their codes is not known yet. */
    familyNames: z.array(z.string().min(1).max(40)).max(MAX_FAMILIES).optional(),
    to: address.optional(),
    incomplete: z.boolean().optional(),
  }),
  // Somebody who can be reached, and is to come.
  pattern: /\b(?:invite|come|join)\b(?!.*\binvitation\b).*(?:\+\d[\d ().-]{6,}|\S@\S+\.\w)/i,
  oneAtATime: true,
  takesIn: (rest, before) =>
    ONE_OF_LIST.test(rest) && mayBeName(rest) && readContact(before).address === undefined && LIST.test(before),
  nameSlots: ['familyName'],
  commands: ['invite'],
  examples: [
    'please get the Garcias an invitation',
    'i need an invite code for our neighbours',
    'could the Millers come along',
    'how can another family join us',
    'i would like to invite more people to this trip',
    'make an invitation for the Novak family',
    'how do our friends get in',
    'send an invite to the Browns',
    'invite the silvas',
    'the others are the marinos',
    'the other family is the bauers',
    'invite the Okoye family to our trip',
    'can you get a code for the Chens',
    'how do I invite another family',
    'i want to add a family to the trip',
    'invite our friends the Joneses',
    'give me an invitation code',
    'id like the Bergs to join us',
    'can the Dupont family come with us',
    'bring the Fischers in please',
    "get me a code for my brother's family",
    'we want one more family on the trip, the Larsens',
    'how do i get the Webers on this trip',
    'send an invitation code for the Conti family',
    'the Moreau family wants to come along as well',
    'let the Schmidts in',
    'can you ask the Hoffmanns to join our trip',
    'another code please, for our cousins',
    'can you bring the Olsens on board',
    "i want my cousin's family, the Bruns, with us",
    'ask the Keller family to join us',
    'the Bruns should get an invitation',
    'how do the others join',
    'how do the other families get in',
    'whats the code for my friends',
    'what is the code for the others',
    'can my sister join us',
    'can my sisters family come along',
    'can I bring my brother and his family',
    'our neighbours want to come too',
    'how can my friends take part',
    'what do i send the other families',
    'add a fourth family',
    'another family wants to join',
  ],
  read: (text, context) => {
    const { address: to, incomplete, rest } = readContact(text);
    if (incomplete) return { incomplete };
    const several = to === undefined ? listed(rest) : undefined;
    if (several) return { familyNames: several };
    const named = familyNamed(rest);
    if (named) return { to, familyName: named.plural ? singular(named.name) : named.name };
    const bare = context.expectedSlot === 'familyName' ? rest.replace(/^invite\b/i, '').trim() : undefined;
    const name =
      (FAMILY.exec(rest) ?? COME.exec(rest) ?? THE_OTHERS.exec(rest))?.[1]?.trim() ??
      bare?.replace(/^the /i, '').replace(/ family$/i, '');
    if (
      !name ||
      /^(?:another|an?|more|families|family|someone|somebody|people|them|others?|rest|everyone|everybody|all|friends?|our|my|us|gang|group)\b/i.test(
        name,
      )
    )
      return { to };
    return { to, familyName: capitalised(/\bthe\b/i.test(rest) && !/family/i.test(rest) ? singular(name) : name) };
  },
  wordSlots: ['familyName'],
  run: async (context, { familyName, familyNames, to, incomplete }) => {
    const { words } = context;
    if (incomplete) return needsCountry(words);
    if (familyNames) return inviteEach(context, familyNames);
    if (familyName === undefined) {
      context.expect('familyName', { to });
      return { text: words.family.whichToInvite };
    }
    const { house, member } = context;
    const may = asOrganizer(member, 'only the organizer invites families');
    if (!may.ok) return sayRejection(may, words);
    const invited = await inviteFamily(house.records, house.clock, may.organizer, { familyName, to });
    if (!invited.ok)
      return invited.reason === 'duplicate' ? alreadyInvited(invited, familyName, words) : sayRejection(invited, words);
    const { code } = invited.invitation;
    context.changed(words.things.invitation(words.say.family(familyName)), {
      skill: 'invitations',
      input: { action: 'cancel', code },
    });
    if (to) return offerToSend(words.family.codeFor(familyName, code), invited.invitation, words);
    return { text: words.family.code(familyName, code, INVITATION_DAYS, member.trip.name) };
  },
});

/** Invites families one after the other, and says all their codes at once, or why one has none. */
const inviteEach = async ({ house, member, words }: TripContext, names: readonly string[]): Promise<Reply> => {
  const may = asOrganizer(member, 'only the organizer invites families');
  if (!may.ok) return sayRejection(may, words);
  const codes: (readonly [family: string, code: string])[] = [];
  const refused: string[] = [];
  for (const familyName of new Set(names)) {
    const invited = await inviteFamily(house.records, house.clock, may.organizer, { familyName });
    if (invited.ok) codes.push([familyName, invited.invitation.code]);
    // Who is invited already is named in the words that say so.
    else if (invited.reason === 'duplicate') refused.push(alreadyInvited(invited, familyName, words).text);
    else refused.push(`${words.say.family(familyName)}: ${sayRejection(invited, words).text}`);
  }
  const said = codes.length === 0 ? [] : [words.family.codes(codes, INVITATION_DAYS, member.trip.name)];
  return { text: [...said, ...refused].join('\n') };
};

export const addMemberSkill = skill({
  name: 'add-member',
  description: 'Adds a person to your family',
  who: 'anyone',
  input: z.object({
    name: z.string().min(1).max(60).optional(),
    age: z.number().int().min(0).max(120).optional(),
    besides: z.boolean().optional(),
    to: address.optional(),
    incomplete: z.boolean().optional(),
  }),
  oneAtATime: true,
  nameSlots: ['name'],
  commands: ['add my', 'add member'],
  examples: [
    'my wife should be in our family too',
    'please add grandpa Joe',
    'add my son Ben who is 6',
    'my partner Alex wants to take part as well',
    'put my mother on our list',
    'add my husband Tom',
    'add Sam, he is 9',
    'my wife Lena is coming too, add her',
    'add our daughter Mia, 7, to our family',
    'add grandma Rosa to our family',
    'put my partner on our family list',
    'add another person to my family',
    'add my mate Pete',
    'my daughter Lily should be added too',
    'put our son Max, 8, in the family',
    'i forgot our baby Tim, he is 1',
    'add Nana Pat to us',
    'my brother Lars is coming with us too',
    'please add auntie Jo to our family',
    'one more in our family: Finn, 12',
    'include my stepson Luca who is 14',
    'add Oscar, 5',
    'can you add my girlfriend Nina',
    'my dad Karl comes along, put him in',
    'there is one more of us',
    'add somebody to our family',
    'my mother-in-law Greta is coming along, she is 66',
    'grandma Inge joins us too',
    'there is one more of us: Pia, 15',
    'count my brother Sam in, he is 30',
    'our au pair Lena travels with us',
    'please put our baby Ida on the list',
    'one more person for our family: Otto, 8',
    "we're bringing grandma too",
    'grandma comes with us',
    'can we also bring my dad',
    'my mother in law travels with us',
    'granddad is coming along as well',
    'our nanny comes too, add her',
  ],
  read: (text, context) => {
    const { address: to, incomplete, rest } = readContact(text);
    if (incomplete) return { incomplete };
    if (context.expectedSlot === 'name' && /^[\p{L}][\p{L}' -]{0,40}$/u.test(rest)) return { name: rest, to };
    const { name, age, besides } = readPerson(rest);
    return { to, name: name === undefined ? undefined : capitalised(name), age, besides };
  },
  run: async (context, { name, age, besides, to, incomplete }) => {
    const { words } = context;
    if (incomplete) return needsCountry(words);
    if (name === undefined) {
      context.expect('name', { age, to });
      return { text: words.family.whomToAdd };
    }
    const { house } = context;
    const person = await context.account();
    const admin = await familyAdminOf(house.records, person.id);
    if (!admin.ok) return { text: words.family.adminAdds };
    const added = await addMember(house.records, admin.admin, { name, age, besides });
    if (!added.ok) return sayRejection(added, words);
    context.changed(name, { skill: 'take-out', input: { memberId: added.member.id } });
    const now = words.family.added(name, added.family.name);
    if (added.member.child) return { text: now };
    const fresh = await familyAdminOf(house.records, person.id);
    const invited = fresh.ok
      ? await inviteMember(house.records, house.clock, fresh.admin, added.member.id, to)
      : undefined;
    if (!invited?.ok) return { text: words.family.addedAlready(name, added.family.name) };
    const { code } = invited.invitation;
    if (to) return offerToSend(now, invited.invitation, words);
    return { text: words.family.addedWithCode(name, added.family.name, code) };
  },
});
