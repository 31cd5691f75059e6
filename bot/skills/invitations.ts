import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { Invitation } from '../../trips/invitations/invitation.ts';
import { sendingOf, unusedInvitations } from '../../trips/invitations/pending.ts';
import { cancelInvitation, type Inviter, sendInvitation } from '../../trips/invitations/send-invitation.ts';
import { address } from '../../trips/people/person.ts';
import type { Rejection } from '../../trips/rejection.ts';
import { asOrganizer, familyAdminOf, memberOf } from '../../trips/roles/permission.ts';
import { hintOf, readContact } from '../understanding/contact.ts';
import { familyNamed } from '../understanding/people-words.ts';
import { introduction } from './help.ts';
import { sayRejection } from './say-rejection.ts';
import { type SkillContext, skill } from './skill.ts';

/** A number without its country code reaches nobody, or somebody else. */
export const needsCountry = ({ family }: Words): Reply => ({ text: family.needsCountry });

/** Before anybody is written to who has not asked for it: whether they expect it. */
export const offerToSend = (said: string, { code, sentTo }: Invitation, { family }: Words): Reply => ({
  text: sentTo ? family.shallISend(said, sentTo.door === 'email' ? 'email' : 'text', hintOf(sentTo)) : said,
  choices: [
    { label: family.yesExpected, act: { skill: 'invitations', input: { action: 'send', code } } },
    { label: family.noByHand, act: { skill: 'invitations', input: { action: 'show', code } } },
  ],
});

export const alreadyInvited = ({ detail }: Rejection, familyName: string, { family }: Words): Reply => ({
  text: family.invitedAlready(detail),
  choices: [
    { label: family.sendAgain, act: { skill: 'invitations', input: { action: 'send', name: familyName } } },
    { label: family.cancelInvitation, act: { skill: 'invitations', input: { action: 'cancel', name: familyName } } },
    { label: family.whoIsInvited, act: { skill: 'invitations', input: { action: 'list' } } },
  ],
});

const actionIn = (text: string): 'send' | 'cancel' | 'list' => {
  if (/\b(?:cancel|withdraw|revoke|take back|delete|forget|un-?invite|void)\b/i.test(text)) return 'cancel';
  return /\b(?:re-?send|send|text|mail|e-mail|remind|again)\b/i.test(text) ? 'send' : 'list';
};
const NAMED =
  /\b(?:for|of|to|from) (?:the |our |my )?([\p{L}][\p{L}' -]{1,40}?)(?:'s|’s)?(?: family)?(?: again| please| too)*[.!?]?$/iu;
const WHO =
  /\b(?:un-?invite|did|have|has|forget|cancel|resend) (?:the |our )?([\p{L}][\p{L}'-]{1,40}?)(?:'s|’s)?(?: family)?(?= (?:invit|get|got|receiv|answer|seen)|[.!?]?$)/iu;
const CODED = /\b([A-HJ-NP-Y346-9]{6})\b/;

interface Given {
  readonly invitation: Invitation;
  readonly by: Inviter;
  /** `the Garcias`, or the person's name. */
  readonly who: string;
}

export const invitationsSkill = skill({
  name: 'invitations',
  description: 'Who is invited and has not joined; sends an invitation again or cancels it',
  who: 'anyone',
  input: z.object({
    action: z.enum(['list', 'send', 'cancel', 'show']).optional(),
    name: z.string().max(60).optional(),
    code: z.string().max(12).optional(),
    to: address.optional(),
    incomplete: z.boolean().optional(),
  }),
  pattern:
    /\b(?:cancel|withdraw|resend|re-send|revoke|forget)\w*\b.*\binvit(?:ation|e)s?\b|\b(?:did|have|has) .*\b(?:get|got|gotten|receive|received|answered|seen)\b.*\b(?:the|our|my) invit|\bun-?invite\b|\bwho (?:has|have|is|hasn'?t|haven'?t|isn'?t)\b.*\b(?:joined|invited|accepted)\b/i,
  commands: [
    'invitations',
    'pending invitations',
    'open invitations',
    'resend invitation',
    'resend the invitation',
    'cancel invitation',
    'cancel the invitation',
    'send the invitation',
    'send the code',
    "who hasn't joined yet",
    'who has not joined yet',
    'who is invited',
  ],
  examples: [
    "who hasn't joined yet",
    'who is invited and has not answered',
    'which invitations are still open',
    'which of the invited families are missing',
    'send the invitation to the Garcias again',
    'resend the code for the Okoye family',
    'what was the code for the Okoyes again',
    'whats the invite code of the Bergs',
    'i lost the code for the Chens',
    'which code do the Webers use',
    'cancel the invitation for the Garcias',
    'withdraw the invite of the Millers',
    'did the Garcias get our invitation',
    'text the invitation to +1 555 010 0199',
    'they lost the invitation, send it once more',
    'has everyone i invited accepted',
    'did the Bergs use their code',
    'is the invitation to the Duponts still open',
    'send the Larsens their invite again please',
    'the Webers cannot find the code, send it again',
    'withdraw the invitation for the Contis',
    'the Moreaus are not coming, cancel their invitation',
    'uninvite the Schmidts',
    'who have we invited',
    'who is still to accept',
    'list open invites',
    'who of those we asked is still missing',
    'which families have not accepted yet',
    'take the invitation for the Olsens back',
    'give the Olsens their code once more',
  ],
  read: (text) => {
    const { address: to, incomplete, rest } = readContact(text);
    const name = familyNamed(rest)?.name ?? (NAMED.exec(rest) ?? WHO.exec(rest))?.[1]?.trim();
    return {
      action: to ? 'send' : actionIn(text),
      to,
      incomplete: incomplete || undefined,
      code: CODED.exec(text)?.[1],
      name:
        name && /^(?:them|him|her|it|me|us|everyone|all|trip|the|our|my|invitations?|invites?|joined)$/i.test(name)
          ? undefined
          : name,
    };
  },
  run: async (context, { action = 'list', name, code, to, incomplete }) => {
    const { house, person, words } = context;
    const said = words.invitations;
    if (!person) return introduction(context);
    if (incomplete) return needsCountry(words);
    const given = await givenOut(context);
    if (action === 'list') return sayGiven(context, given);
    const meant = given.filter(({ invitation, who }) =>
      code === undefined ? name === undefined || sameName(who, invitation, name) : invitation.code === code,
    );
    const [one, second] = meant;
    if (!one)
      return {
        text:
          given.length === 0
            ? noneOpen(context)
            : said.noneLikeThat(
                name,
                given.map(({ who }) => who),
              ),
      };
    if (second) {
      return {
        text: action === 'cancel' ? said.whichToCancel : said.whichToSend,
        choices: meant.map(({ who, invitation }) => ({
          label: `${who} (${invitation.code})`,
          act: { skill: 'invitations', input: { action, code: invitation.code } },
        })),
      };
    }
    if (action === 'show' || (action === 'send' && !to && !one.invitation.sentTo)) {
      return { text: said.code(one.who, one.invitation.code) };
    }
    if (action === 'cancel') {
      const cancelled = await cancelInvitation(house.records, house.clock, one.by, one.invitation.code);
      if (cancelled.ok) context.changed(words.things.invitation(one.who));
      return cancelled.ok ? { text: said.cancelled(one.who, one.invitation.code) } : sayRejection(cancelled, words);
    }
    const sent = await sendInvitation(house.records, house.clock, one.by, one.invitation.code, to);
    if (!sent.ok) return sayRejection(sent, words);
    const { sentTo } = sent.invitation;
    const until = words.say.day(sent.invitation.expiresAt.slice(0, 10));
    return { text: said.onItsWay(sentTo ? hintOf(sentTo) : one.who, one.invitation.code, until) };
  },
});

const noneOpen = ({ tripId, words }: SkillContext): string => words.invitations.noneOpen(tripId !== undefined);

const sameName = (who: string, { familyName, kind }: Invitation, name: string): boolean => {
  const said = name.toLowerCase().replace(/^(?:the|la familia|los) /, '');
  return (
    who.toLowerCase().replace(/^(?:the|la familia) /, '') === said ||
    (kind === 'trip' && familyName.toLowerCase() === said)
  );
};

/** The open invitations that the speaker may act on: to the trip as its organizer, to the family as its admin. */
const givenOut = async ({ house, person, tripId, words }: SkillContext): Promise<readonly Given[]> => {
  if (!person) return [];
  const [member, admin] = await Promise.all([
    tripId === undefined ? undefined : memberOf(house.records, person.id, tripId),
    familyAdminOf(house.records, person.id),
  ]);
  const organizer = member?.ok ? asOrganizer(member.member, 'only the organizer') : undefined;
  const ofTrip = organizer?.ok
    ? (await unusedInvitations(house.records, organizer.organizer.trip.id)).map((invitation) => ({
        invitation,
        by: organizer.organizer,
        who: words.say.family(invitation.familyName),
      }))
    : [];
  const ofFamily = admin.ok
    ? (await unusedInvitations(house.records, admin.admin.family.id)).map((invitation) => ({
        invitation,
        by: admin.admin,
        who:
          admin.admin.family.members.find(({ id }) => id === invitation.memberId)?.name ?? words.invitations.takenOut,
      }))
    : [];
  return [...ofTrip, ...ofFamily];
};

const sayGiven = async (context: SkillContext, given: readonly Given[]): Promise<Reply> => {
  const { house, group, words } = context;
  const said = words.invitations;
  if (given.length === 0) return { text: (await sayOthers(context)) ?? noneOpen(context) };
  const now = new Date(house.clock.now()).toISOString();
  const lines = await Promise.all(
    given.map(async ({ invitation, who }) => {
      const sending = await sendingOf(house.records, invitation);
      const way = invitation.sentTo && sending ? `${said.sending[sending]} (${hintOf(invitation.sentTo)})` : undefined;
      const until = invitation.expiresAt > now ? words.say.day(invitation.expiresAt.slice(0, 10)) : undefined;
      return group ? who : said.one(who, invitation.code, until, way);
    }),
  );
  const [first] = given;
  return {
    text: said.notHereYet(lines),
    choices:
      first && given.length === 1
        ? [
            {
              label: said.sendAgain,
              act: { skill: 'invitations', input: { action: 'send', code: first.invitation.code } },
            },
            {
              label: said.cancelIt,
              act: { skill: 'invitations', input: { action: 'cancel', code: first.invitation.code } },
            },
          ]
        : undefined,
  };
};

/** What the other families of a trip may know: who is invited, and no code. */
const sayOthers = async ({ house, person, tripId, words }: SkillContext): Promise<string | undefined> => {
  const member = person && tripId !== undefined ? await memberOf(house.records, person.id, tripId) : undefined;
  if (!member?.ok || member.member.isOrganizer) return undefined;
  const invited = await unusedInvitations(house.records, member.member.trip.id);
  if (invited.length === 0) return undefined;
  return words.invitations.othersInvited(invited.map(({ familyName }) => words.say.family(familyName)));
};
