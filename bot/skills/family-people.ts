import { z } from 'zod';
import type { Words } from '../../cards/words/catalogue.ts';
import { memberCalled } from '../../trips/families/change-member.ts';
import type { Family } from '../../trips/families/family.ts';
import { handOverFamily } from '../../trips/families/hand-over-family.ts';
import { renameFamily } from '../../trips/families/rename-family.ts';
import { type FamilyAdmin, familyAdminOf } from '../../trips/roles/permission.ts';
import { withoutPlease } from '../understanding/commands.ts';
import { singular } from '../understanding/people-words.ts';
import { sayRejection } from './say-rejection.ts';
import { type SkillContext, skill } from './skill.ts';

/** A member by first or whole name; `leos` is Leo's. */
export const memberNamed = ({ members }: Pick<Family, 'members'>, name: string) =>
  memberCalled(members, name) ??
  members.find((one) =>
    [name, name.replace(/['’]?s$/i, '')].some(
      (said) => one.name.toLowerCase().split(' ')[0] === said.trim().toLowerCase(),
    ),
  );

/** What a family leaves to its admin. */
type AdminOnly = Parameters<Words['household']['adminOnly']>[0];

/** The speaker as the admin of their own family, or what to say instead. */
export const asFamilyAdmin = async (
  { house, account, words }: Pick<SkillContext, 'house' | 'account' | 'words'>,
  what: AdminOnly,
): Promise<{ readonly ok: true; readonly admin: FamilyAdmin } | { readonly ok: false; readonly text: string }> => {
  const found = await familyAdminOf(house.records, (await account()).id);
  if (found.ok) return found;
  return { ok: false, text: words.household.adminOnly(what) };
};

/**
 * The speaker as the admin of the family that somebody called so is in: the one they speak for in the trip spoken of, which
 * in a sample is not their own, or else their own.
 */
export const asAdminOf = async (
  context: Pick<SkillContext, 'house' | 'account' | 'tripId' | 'words'>,
  name: string | undefined,
  what: AdminOnly,
): ReturnType<typeof asFamilyAdmin> => {
  const { house, account, tripId } = context;
  const here = tripId === undefined ? undefined : await familyAdminOf(house.records, (await account()).id, tripId);
  const own = await asFamilyAdmin(context, what);
  if (!here?.ok) return own;
  const knows = (family: Family): boolean => name !== undefined && memberNamed(family, name) !== undefined;
  return own.ok && knows(own.admin.family) && !knows(here.admin.family) ? own : here;
};

/** Says who they are by the name of their family: `we are the Silvas`, `we're actually the Chen-Lees now`. */
const WE_ARE =
  /^(?:(?:hi|hello|hey|ok|so|btw)\b[,!. ]*)*we(?:['’]?re| are)(?: actually| really)? the (\p{Lu}[\p{L}'’-]+s)(?: (?:now|here|from now on))?[.!]*$/u;
const SPELLED =
  /\b(?:family|sur|last) ?name\b.*?(?:\b(?:to|it is|it['’]?s|should be|is|as|instead)|:)\s+(?:the )?(?!wrong|spelled|spelt|not\b)(\p{L}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]+)*)(?: family)?[.!]*$/iu;
const NEW_NAME =
  /\b(?:family(?:'s)?(?: name)?(?: is called| is named| name is)?|called|call us|we are|we're)(?: (?:to|as|is))? (?:the )?([\p{Lu}\p{L}][\p{L}' -]{1,50}?)(?: family)?(?: from now on| please)?[.!]?$/iu;

const ourName = (text: string): string | undefined => {
  const plural = WE_ARE.exec(text.trim())?.[1];
  return plural === undefined ? SPELLED.exec(text)?.[1] : singular(plural);
};

export const renameFamilySkill = skill({
  name: 'rename-family',
  description: "Changes your family's name",
  who: 'anyone',
  input: z.object({ name: z.string().min(1).max(60).optional() }),
  wordSlots: ['name'],
  claims: (text) => WE_ARE.test(text.trim()),
  nameSlots: ['name'],
  commands: ['rename our family', 'rename my family', 'rename family', 'call our family', 'our family name is'],
  examples: [
    'our family should be called Chen-Wu',
    'rename our family to Garcia Lopez',
    'change the name of our family to Miller',
    'our surname is spelled wrong, it is Okoye',
    'we want another family name here',
    'our family is really called Meyer',
    'we go by Hansen-Berg',
    'put us down as the Fischers',
    'our surname is Novak, not Novack',
    'change our family name please',
    'the family name is wrong',
    'it should say the Dahl family',
    'we would like to be called the Rossis here',
    'we are the Johanssons',
    'we are the Bakers',
  ],
  read: (text, context) => {
    if (context.expectedSlot === 'name') return { name: text.trim() };
    const words = withoutPlease(text);
    const named =
      /\b(?:to|it is|it's|as) (?:the )?([\p{L}][\p{L}' -]{1,50}?)(?: family)?[.!]?$/iu.exec(words) ??
      NEW_NAME.exec(words);
    const name = ourName(words) ?? named?.[1]?.trim();
    return {
      name: name !== undefined && /\bthe [\p{L}'-]+s\b/iu.test(words) && /s$/.test(name) ? singular(name) : name,
    };
  },
  run: async (context, { name }) => {
    const { words } = context;
    const own = await asFamilyAdmin(context, 'rename');
    if (!own.ok) return own;
    if (name === undefined) {
      context.expect('name', {});
      return { text: words.household.askName(own.admin.family.name) };
    }
    const renamed = await renameFamily(context.house.records, own.admin, name);
    if (!renamed.ok) return sayRejection(renamed, words);
    context.changed(words.things.familyName, { skill: 'rename-family', input: { name: own.admin.family.name } });
    return { text: words.household.renamed(words.say.family(renamed.family.name)) };
  },
});

const SPEAKER =
  /\b(?:let|have|make) (\p{L}[\p{L}'-]{1,30}) (?:do|cast|decide)\b|\b(?:make|let) ([\p{L}][\p{L}'-]{1,30}(?: [\p{Lu}][\p{L}'-]{1,30})?) (?:the |our |be |speak|vote)|^([\p{L}][\p{L}'-]{1,30}) (?:speaks|votes|(?:should|shall|can|may|will) (?:speak|vote|decide))\b/iu;

export const familyAdminSkill = skill({
  name: 'family-admin',
  description: 'Lets someone else speak and vote for your family',
  who: 'anyone',
  input: z.object({ name: z.string().max(60).optional(), memberId: z.string().max(80).optional() }),
  evenDenied: true,
  claims: (text) =>
    /^(?!we\b|i\b)(?:my |our )?[\p{L}'-]+ (?:should|shall|can|may|will) (?:vote|speak|decide) for (?:us|our family)\b/iu.test(
      text.trim(),
    ),
  commands: ['family admin', 'change family admin', 'new family admin'],
  examples: [
    'make Wei the admin of our family',
    'let my husband vote for our family from now on',
    'Wei speaks for our family now',
    'somebody else of us should be the family admin',
    'my wife should cast our votes from now on',
    'my partner will speak for us',
    'i want Nina to be the one who votes for our family',
    "hand our family's voting to Karl",
    'can someone else in our family be in charge',
    'make my wife the admin of our family',
    'who votes for us should be Lars from now on',
    "id rather not be our family's admin",
    'let my wife cast the vote for us in future',
    'Karl should do the voting for our family',
  ],
  read: (text) => {
    const found = SPEAKER.exec(text);
    const name = found?.slice(1).find((one) => one !== undefined);
    return { name: name && /^(?:my|our|the|him|her|someone|somebody)$/i.test(name) ? undefined : name };
  },
  run: async (context, { name, memberId }) => {
    const { words } = context;
    const own = await asFamilyAdmin(context, 'hand-on');
    if (!own.ok) return own;
    const { family } = own.admin;
    if (memberId !== undefined) {
      const done = await handOverFamily(context.house.records, context.house.clock, own.admin, memberId, {
        heardIn: context.conversation,
      });
      return done.ok
        ? { text: words.household.speaksNow(done.member.name, words.say.family(family.name)) }
        : sayRejection(done, words);
    }
    const others = family.members.filter(
      (one) => one.userId !== undefined && one.userId !== family.adminId && !one.child,
    );
    if (others.length === 0) {
      return { text: words.household.nobodyElse };
    }
    const meant = name === undefined ? undefined : memberNamed({ members: others }, name);
    return {
      text: words.household.whoSpeaks,
      choices: (meant ? [meant] : others).map((one) => ({
        label: one.name,
        act: { skill: 'family-admin', input: { memberId: one.id } },
      })),
    };
  },
});
