import { z } from 'zod';
import type { Member } from '../../trips/families/family.ts';
import { readAddress } from '../../trips/people/addresses.ts';
import { addressDoor, people } from '../../trips/people/person.ts';
import { agreedAt } from '../../trips/people/spoken-in.ts';
import { consents } from '../../trips/privacy/consent.ts';
import {
  confirmParentalConsent,
  giveParentalConsent,
  withdrawParentalConsent,
} from '../../trips/privacy/parental-consent.ts';
import { liftRestriction, restrictProcessing } from '../../trips/privacy/restrict.ts';
import { nobody } from './caller.ts';
import { adminOf } from './families.ts';
import type { RestHouse } from './house.ts';
import { notFound } from './refusal.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const consentsShown = shown(
  'Consents',
  z.object({
    messages: z
      .array(
        z.object({
          door: addressDoor,
          value: z.string(),
          wording: z.string().optional().meta({ description: 'The words that gave it.' }),
          noticeVersion: z.int().optional(),
          at: z.string().optional(),
          optedOutAt: z.string().optional(),
        }),
      )
      .meta({ description: 'Being written to unasked, by address.' }),
    children: z.array(
      z.object({
        memberId: z.string(),
        wording: z.string().meta({ description: 'What was shown.' }),
        version: z.int(),
        said: z.string(),
        givenAt: z.string(),
        confirmedAt: z.string().optional(),
        withdrawnAt: z.string().optional(),
      }),
    ),
    restrictedAt: z.string().optional().meta({ description: 'Since when the data is kept and not used.' }),
  }),
);

const agreed = sent('ParentalConsentGiven', z.strictObject({ agree: z.literal(true) }));
const confirmed = sent('ParentalConsentConfirmed', z.strictObject({ code: z.string().regex(/^\d{6}$/) }));
const restriction = sent('Restriction', z.strictObject({ restricted: z.boolean() }));
const childShown = shown(
  'ParentalConsent',
  z.object({
    memberId: z.string(),
    inForce: z.boolean(),
    erasureId: z.string().optional().meta({ description: "The receipt of the erasure of the child's account." }),
  }),
);
const params = z.object({ familyId: idOf('family'), memberId: idOf('member') });

/** What somebody has agreed to; a parent's consent for a child; keeping one's data untouched. */
export const consentRoutes = ({ records, clock }: RestHouse): readonly Route[] => {
  const ofChild = (member: Member, inForce: boolean, erasureId?: string) => ({
    ok: true as const,
    status: 200,
    body: { memberId: member.id, inForce, erasureId },
  });
  const parent = async (userId: string, familyId: string) => {
    const found = await adminOf(records, userId);
    return found.ok && found.admin.family.id !== familyId ? notFound : found;
  };
  return [
    route({
      method: 'get',
      path: '/privacy/consents',
      operationId: 'listConsents',
      summary: 'What the caller has agreed to: the words, their version and when',
      tag: 'privacy',
      gives: { statuses: [200], body: consentsShown },
      handle: async ({ userId }) => {
        const person = await records.read(people, userId, userId);
        if (!person) return nobody;
        const messages = (await agreedAt(records, person)).map(async (address) => {
          const { optedIn, optedOutAt } = (await readAddress(records, address)) ?? {};
          return { ...address, ...optedIn, optedOutAt };
        });
        const children = (await records.list(consents, userId)).map((one) => ({ ...one, memberId: one.about }));
        const { restrictedAt } = person;
        return { ok: true, status: 200, body: { messages: await Promise.all(messages), children, restrictedAt } };
      },
    }),
    route({
      method: 'put',
      path: '/privacy/restriction',
      operationId: 'setRestriction',
      summary: "Keeps the caller's data and does nothing with it, or takes that back",
      tag: 'privacy',
      body: restriction,
      gives: { statuses: [204], body: z.undefined() },
      handle: async ({ userId, body: { restricted } }) => {
        const done = restricted
          ? await restrictProcessing(records, clock, userId)
          : await liftRestriction(records, userId);
        return done.ok ? { ok: true, status: 204, body: undefined } : done;
      },
    }),
    route({
      method: 'post',
      path: '/families/{familyId}/members/{memberId}/consent',
      operationId: 'giveParentalConsent',
      summary: "A parent's consent for a child under 13; a code follows in a message to the parent alone",
      tag: 'privacy',
      params,
      body: agreed,
      gives: { statuses: [200], body: childShown },
      refuses: [403],
      handle: async ({ userId, params: { familyId, memberId } }) => {
        const found = await parent(userId, familyId);
        if (!found.ok) return found;
        const given = await giveParentalConsent(records, clock, found.admin, memberId, {
          said: 'agree: true',
          language: 'en',
        });
        return given.ok ? ofChild(given.member, false) : given;
      },
    }),
    route({
      method: 'put',
      path: '/families/{familyId}/members/{memberId}/consent',
      operationId: 'confirmParentalConsent',
      summary: 'Confirms it with the code of that message: the child may be invited now',
      tag: 'privacy',
      params,
      body: confirmed,
      gives: { statuses: [200], body: childShown },
      refuses: [403],
      handle: async ({ userId, params: { familyId }, body: { code } }) => {
        const found = await parent(userId, familyId);
        if (!found.ok) return found;
        const done = await confirmParentalConsent(records, clock, found.admin, code);
        return done.ok ? ofChild(done.member, true) : done;
      },
    }),
    route({
      method: 'delete',
      path: '/families/{familyId}/members/{memberId}/consent',
      operationId: 'withdrawParentalConsent',
      summary: "Takes it back: the child's account, and what was said with it, is erased",
      tag: 'privacy',
      params,
      gives: { statuses: [200], body: childShown },
      refuses: [403],
      handle: async ({ userId, params: { familyId, memberId } }) => {
        const found = await parent(userId, familyId);
        if (!found.ok) return found;
        const done = await withdrawParentalConsent(records, clock, found.admin, memberId);
        return done.ok ? ofChild(done.member, false, done.erasureId) : done;
      },
    }),
  ];
};
