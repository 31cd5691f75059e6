import { z } from 'zod';
import type { Act, Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import {
  type EmergencyContact,
  emergencyContact,
  families,
  MAX_EMERGENCY_CONTACTS,
} from '../../trips/families/family.ts';
import { setEmergencyContacts } from '../../trips/families/set-emergency-contacts.ts';
import { readContact } from '../understanding/contact.ts';
import { asFamilyAdmin } from './family-people.ts';
import { introduction } from './help.ts';
import { needsCountry } from './invitations.ts';
import { sayRejection } from './say-rejection.ts';
import { type SkillContext, skill } from './skill.ts';

const RELATION =
  /\b(?:my |our |the )?(mother|father|mum|mom|dad|grand(?:mother|father|ma|pa)|aunt|uncle|sister|brother|neighbou?r|friend|doctor|partner|husband|wife|son|daughter|cousin|boss|colleague|nanny)\b/i;
const LEAD =
  /^(?:please\s+)?(?:(?:add|set|note|save|remember|new|our|my|the|an?|is|as|remove|delete|forget|in (?:case of )?(?:an )?emergenc(?:y|ies)|emergency contacts?|call|contact)\b[\s:,]*)+/i;

const ASKS = /\?\s*$|^\s*(?:who|whom|what|when|where|how|which|is|are|can|do)\b/i;

const nameIn = (rest: string): string | undefined => {
  const name = rest
    .replace(LEAD, '')
    .replace(RELATION, ' ')
    .replace(/\b(?:as|is|are|an?|our|my|the|new|emergency|contacts?|in|case|of|call|and|from|for)\b/gi, ' ')
    .replace(/[^\p{L}' -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name.length > 1 ? name.slice(0, 60).replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase()) : undefined;
};

/** `Rosa (grandmother) +351…; …` */
export const listContacts = (contacts: readonly EmergencyContact[], { family }: Pick<Words, 'family'>): string =>
  contacts
    .map(({ name, relation, phone }) => `${name}${relation ? ` (${family.word(relation)})` : ''} ${phone}`)
    .join('; ');

export const emergencyContactsSkill = skill({
  name: 'emergency-contacts',
  description: 'Keeps whom to call for your family in an emergency',
  who: 'anyone',
  input: z.object({
    action: z.enum(['show', 'add', 'remove']).optional(),
    name: z.string().max(60).optional(),
    relation: z.string().max(60).optional(),
    phone: emergencyContact.shape.phone.optional(),
    incomplete: z.boolean().optional(),
  }),
  wordSlots: ['contact'],
  readSlots: ['contact'],
  pattern: /\bemergency contacts?\b|\bin (?:an|case of an?) emergency,? (?:please )?call\b/i,
  commands: [
    'emergency contact',
    'emergency contacts',
    'add emergency contact',
    'remove emergency contact',
    'our emergency contacts',
  ],
  examples: [
    'our emergency contact is Rosa, grandmother, +351 210 000 000',
    'in an emergency call my sister Ana at +44 20 7946 0000',
    'who are our emergency contacts',
    'add an emergency contact for our family',
    'remove Rosa from the emergency contacts',
    'whom do you call for us if something happens',
    'call my brother Lars if something happens +49 30 1234567',
    'if there is an emergency ring my mum Karin +46 8 123 4567',
    'save my neighbour Olga as emergency contact',
    'who would you call for us in an emergency',
    'which emergency numbers have we given you',
    'delete Lars as our emergency contact',
    'i need to set an emergency contact',
    'in case something happens please phone my brother',
    'if we have an accident call grandma at +1 555 0100',
  ],
  read: (text) => {
    const { address, incomplete, rest } = readContact(text);
    const phone = address?.door === 'sms' ? address.value : undefined;
    if (phone === undefined && !incomplete && ASKS.test(text)) return {};
    const removes = /\b(?:remove|delete|forget|take out)\b/i.test(text);
    const name = nameIn(rest);
    return {
      action: removes
        ? 'remove'
        : phone !== undefined || (name !== undefined && !/\?|\bwho/i.test(text))
          ? 'add'
          : undefined,
      name,
      relation: RELATION.exec(rest)?.[1]?.toLowerCase(),
      phone,
      incomplete: incomplete || undefined,
    };
  },
  run: async (context, { action, name, relation, phone, incomplete }) => {
    const { house, person, group, text } = context;
    if (group) return { text: context.words.household.contactsInPrivate };
    if (!person) return introduction(context);
    if (incomplete) return needsCountry(context.words);
    const family = await house.records.read(families, person.familyId, person.familyId);
    const { household } = context.words;
    const contacts = family?.emergencyContacts ?? [];
    const asks = action === undefined && /^\s*add\b|\bnew\b/i.test(text);
    if (action === undefined && !asks) {
      return {
        text:
          contacts.length === 0
            ? `${household.nobodyNamed} ${household.howToName}`
            : household.inEmergency(listContacts(contacts, context.words)),
        private: true,
      };
    }
    if (action !== 'remove' && (name === undefined || phone === undefined)) {
      context.expect('contact', { action: 'add' });
      return { text: household.askContact, private: true };
    }
    const next =
      action === 'remove'
        ? contacts.filter((one) => !sameName(one, name))
        : added(contacts, { name: name ?? '', relation, phone: phone ?? '' });
    if (action === 'remove' && next.length === contacts.length)
      return {
        text:
          contacts.length === 0 ? household.nobodyNamed : household.whomRemove(listContacts(contacts, context.words)),
        private: true,
      };
    const known = contacts.find((one) => sameName(one, name));
    const back =
      action === 'remove'
        ? known && { action: 'add', ...known }
        : known
          ? { action: 'add', ...known }
          : { action: 'remove', name };
    return save(context, next, back && { skill: 'emergency-contacts', input: back });
  },
});

const sameName = (one: Pick<EmergencyContact, 'name'>, name: string | undefined): boolean =>
  name !== undefined && one.name.toLowerCase() === name.toLowerCase();

/** A name that is there already gets the new number. */
const added = (contacts: readonly EmergencyContact[], one: EmergencyContact): readonly EmergencyContact[] => [
  ...contacts.filter((known) => !sameName(known, one.name)),
  one,
];

const save = async (
  context: SkillContext,
  contacts: readonly EmergencyContact[],
  back: Act | undefined,
): Promise<Reply> => {
  const { words } = context;
  const { household } = words;
  const own = await asFamilyAdmin(context, 'contacts');
  if (!own.ok) return own;
  const set = await setEmergencyContacts(context.house.records, own.admin, contacts, own.admin.family._etag);
  if (!set.ok) return sayRejection(set, words);
  context.changed(words.things.contacts, back);
  return {
    text:
      contacts.length === 0
        ? household.nobodyAnyMore
        : `${household.notedContacts(household.inEmergency(listContacts(contacts, words)))}${contacts.length < MAX_EMERGENCY_CONTACTS ? ` ${household.addAnother}` : ''}`,
    private: true,
  };
};
