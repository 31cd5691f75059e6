import { z } from 'zod';
import { type Family, families, type Member } from '../../trips/families/family.ts';
import { inviteMember } from '../../trips/invitations/invite.ts';
import { sayAge } from '../../trips/people/say-age.ts';
import { CONSENT_AGE, hasParentalConsent, needsParent } from '../../trips/privacy/child-consent.ts';
import { CHILD_NOTICE } from '../../trips/privacy/notices.ts';
import {
  confirmParentalConsent,
  giveParentalConsent,
  withdrawParentalConsent,
} from '../../trips/privacy/parental-consent.ts';
import { familyAdminOf } from '../../trips/roles/permission.ts';
import { sayRejection } from './say-rejection.ts';
import { type SkillContext, skill } from './skill.ts';

const WHO =
  /\b(?:let|allow|may|can|could|for|of|like)\s+(?:my |our )?(?:son |daughter |child |kid )?(?!join\b|write\b|chat\b|my\b|our\b|you\b|i\b|we\b|to\b)([\p{L}][\p{L}'-]{1,30})/iu;

/** The code in an invitation, in words for the parent. */
const invited = async (context: SkillContext, personId: string, member: Member): Promise<string> => {
  const { records, clock } = context.house;
  const { household } = context.words;
  const admin = await familyAdminOf(records, personId);
  const invitation = admin.ok ? await inviteMember(records, clock, admin.admin, member.id) : undefined;
  return invitation?.ok
    ? household.takesPartWith(member.name, invitation.invitation.code)
    : household.takesPart(member.name);
};

const called = ({ members }: Family, name: string | undefined): Member | undefined => {
  const young = members.filter(needsParent);
  const said = name?.toLowerCase();
  return said === undefined
    ? young.length === 1
      ? young[0]
      : undefined
    : young.find((one) => one.name.toLowerCase() === said);
};

export const childAccountSkill = skill({
  name: 'child-account',
  description: "Lets a child of yours take part, with a parent's consent; takes it back",
  who: 'anyone',
  input: z.object({
    name: z.string().max(60).optional(),
    memberId: z.string().max(80).optional(),
    agree: z.boolean().optional(),
    code: z.string().max(10).optional(),
    withdraw: z.boolean().optional(),
  }),
  evenDenied: true,
  nameSlots: ['name'],
  commands: ['consent', 'withdraw consent', 'withdraw my consent', 'let my child join'],
  wordSlots: ['name'],
  examples: [
    'let Mia join too',
    'my daughter Mia wants to write to you herself',
    'may Leo chat with you',
    'allow my son Ben to take part on his own phone',
    'i take back my consent for Mia',
    'withdraw consent for Leo',
    'consent 482913',
    'my son wants to write to you as well',
    'can Max have his own access',
    'let our daughter chat with you',
    'i allow Lara to take part',
    'i no longer agree that Max writes to you',
    'may my kid text you',
    'i want my son to take part from his tablet',
    'my daughter would like to join in on her own phone',
  ],
  read: (text, { expectedSlot }) =>
    expectedSlot === 'name'
      ? { name: text.trim() }
      : {
          name: WHO.exec(text)?.[1],
          code: /^\s*(?:consent|confirm)\s+(\d{6})\b/i.exec(text)?.[1],
          withdraw: /\b(?:withdraw|take back|revoke)\b/i.test(text) || undefined,
        },
  run: async (context, { name, memberId, agree, code, withdraw }) => {
    const { house, person, group, words } = context;
    const { household } = words;
    const { records, clock } = house;
    if (group) return { text: household.inPrivate };
    if (!person) return { text: household.unknownYet };
    const found = await familyAdminOf(records, person.id);
    if (!found.ok) return { text: household.parentDecides };
    const { admin } = found;
    if (code !== undefined) {
      const confirmed = await confirmParentalConsent(records, clock, admin, code);
      if (!confirmed.ok) return sayRejection(confirmed, words);
      const { member } = confirmed;
      return {
        text: household.confirmed(await invited(context, person.id, member), member.name),
        private: true,
      };
    }
    const member = admin.family.members.find(({ id }) => id === memberId) ?? called(admin.family, name);
    if (!member) {
      const young = admin.family.members.filter(needsParent);
      if (young.length === 0) return { text: household.noChild };
      context.expect('name', { withdraw });
      return { text: household.whichChild(young.map((one) => one.name)), private: true };
    }
    if (withdraw) {
      const withdrawn = await withdrawParentalConsent(records, clock, admin, member.id);
      if (!withdrawn.ok) return sayRejection(withdrawn, words);
      return { text: household.withdrawn(member.name, withdrawn.erasureId !== undefined), private: true };
    }
    if (await hasParentalConsent(records, admin.family, member.id)) {
      return { text: await invited(context, person.id, member), private: true };
    }
    if (!agree) {
      return {
        text: CHILD_NOTICE.words(member.name, words.language),
        choices: [
          {
            label: household.iAgree,
            act: { skill: 'child-account', input: { memberId: member.id, agree: true } },
          },
          { label: household.no, act: { skill: 'back', input: {} } },
        ],
        private: true,
      };
    }
    const given = await giveParentalConsent(records, clock, admin, member.id, {
      said: household.iAgree,
      language: words.language,
    });
    if (!given.ok) return sayRejection(given, words);
    return {
      text: household.codeFollows,
      private: true,
    };
  },
});

const AGE =
  /\b(?:i(?:'| a)?m|i am|my age is)\s+(?:only |just )?(\d{1,3})\b(?!\s*(?:[€$£%]|euros?|people|of us|adults?|kids?|minutes?|hours?|days?))/i;

export const myAgeSkill = skill({
  name: 'my-age',
  description: 'Notes how old you are; only the age group is kept',
  who: 'anyone',
  input: z.object({ years: z.number().int().min(0).max(120).optional() }),
  commands: ['my age is', 'my age'],
  examples: [
    "i'm 34 years old",
    'i am 9',
    'i am 41',
    "i'm 12 years old",
    'i turned 15 in march',
    'i am 45 years old',
    'im 29',
    "i'm turning 40 in may",
    'i am only 11',
  ],
  read: (text) => {
    const years = (AGE.exec(text) ?? /(\d{1,3})/.exec(text))?.[1];
    return { years: years === undefined ? undefined : Number(years) };
  },
  run: async (context, { years }) => {
    const { house, person, words } = context;
    const { household } = words;
    if (years === undefined) {
      context.expect('years', {});
      return { text: household.askAge };
    }
    if (!person && years < CONSENT_AGE) return { text: household.parentBegins };
    if (!person) return { text: household.ageNoted };
    const said = await sayAge(house.records, house.clock, person.id, years);
    if (!said.ok) return sayRejection(said, words);
    if (said.welcome) return { text: household.ageWelcome };
    const family = await house.records.read(families, person.familyId, person.familyId);
    const hasAdmin = family !== undefined && family.adminId !== person.id;
    return {
      text: household.parentMustAgree(person.name, hasAdmin),
      private: true,
    };
  },
});
