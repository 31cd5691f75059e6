import { z } from 'zod';
import { addMember } from '../../trips/families/add-member.ts';
import { INVITATION_DAYS, inviteFamily, inviteMember } from '../../trips/invitations/invite.ts';
import { asOrganizer, familyAdminOf } from '../../trips/roles/permission.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const FAMILY =
  /\binvit(?:e|ing) (?:the |our friends,? the )?([\p{Lu}\p{L}][\p{L}' -]{0,30}?)(?:'s| family)?(?: family)?(?: (?:to|too|as well|please)\b.*)?[.!]?$/iu;

/** `the Silvas` is the Silva family; `the Joneses` the Jones family. */
const singular = (name: string, plural: boolean): string => {
  if (!plural) return name;
  if (/(?:s|x|z|ch|sh)es$/i.test(name)) return name.slice(0, -2);
  return /[^s]s$/i.test(name) ? name.slice(0, -1) : name;
};

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const inviteSkill = skill({
  name: 'invite',
  description: 'Invites another family to the trip with a code',
  who: 'member',
  input: z.object({ familyName: z.string().min(1).max(40).optional() }),
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
    'invite the Okoye family to our trip',
    'can you get a code for the Chens',
    'how do I invite another family',
    'i want to add a family to the trip',
    'invite our friends the Joneses',
    'give me an invitation code',
  ],
  read: (text) => {
    const name = FAMILY.exec(text)?.[1]?.trim();
    if (name === undefined || /^(?:another|a|more|families|family|someone|people|them)\b/i.test(name)) return {};
    return { familyName: capitalised(singular(name, /\bthe\b/i.test(text) && !/family/i.test(text))) };
  },
  wordSlots: ['familyName'],
  run: async (context, { familyName }) => {
    if (familyName === undefined) {
      context.expect('familyName', {});
      return { text: 'Which family shall I make a code for? Just the name, e.g. Silva.' };
    }
    const { house, member } = context;
    const may = asOrganizer(member, 'only the organizer invites families');
    if (!may.ok) return sayRejection(may);
    const invited = await inviteFamily(house.records, house.clock, may.organizer, { familyName });
    if (!invited.ok) return sayRejection(invited);
    const { code } = invited.invitation;
    return {
      text: `Here is the code for the ${familyName} family: ${code}. They text or write "join ${code}" to me within ${INVITATION_DAYS} days, and they're in ${member.trip.name}.`,
    };
  },
});

const RELATIVE =
  /\b(?:add|invite)\s+(?:my |our )?(?:(?:husband|wife|partner|son|daughter|mother|father|mum|mom|dad|grandma|grandpa|sister|brother|teenager)[, ]+)?([\p{L}][\p{L}'-]{1,30})(?:,? (?:who is |he's |she's |they're |aged? )?(\d{1,3}))?(?: to (?:my|our|the) family)?/iu;

export const addMemberSkill = skill({
  name: 'add-member',
  description: 'Adds a person to your family',
  who: 'anyone',
  input: z.object({ name: z.string().min(1).max(60).optional(), age: z.number().int().min(0).max(120).optional() }),
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
  ],
  read: (text) => {
    const match = RELATIVE.exec(text);
    const name = match?.[1];
    if (
      name === undefined ||
      /^(?:husband|wife|partner|another|someone|person|member|him|her|them|a|my|our)$/i.test(name)
    )
      return {};
    return { name: capitalised(name), age: match?.[2] === undefined ? undefined : Number(match[2]) };
  },
  run: async (context, { name, age }) => {
    if (name === undefined) {
      context.expect('name', { age });
      return { text: 'Whom shall I add to your family? Tell me the name, and the age if it is a child.' };
    }
    const { house } = context;
    const person = await context.account();
    const admin = await familyAdminOf(house.records, person.id);
    if (!admin.ok) return { text: 'Only the admin of your family adds people to it.' };
    const added = await addMember(house.records, admin.admin, { name, age });
    if (!added.ok) return sayRejection(added);
    if (added.member.child) return { text: `${name} is in the ${added.family.name} family now.` };
    const fresh = await familyAdminOf(house.records, person.id);
    const invited = fresh.ok ? await inviteMember(house.records, house.clock, fresh.admin, added.member.id) : undefined;
    if (!invited?.ok) return { text: `${name} is in the ${added.family.name} family already.` };
    const { code } = invited.invitation;
    return {
      text: `${name} is in the ${added.family.name} family now. To take part, ${name} writes "join ${code}" to me. Your vote stays the family's one vote.`,
    };
  },
});
