import type { Family, Member } from '../families/family.ts';
import type { Records } from '../records.ts';
import { type Rejection, rejected } from '../rejection.ts';
import { consentId, consents, isInForce } from './consent.ts';

/** Below this age a parent must consent: 16 CFR 312.2 (COPPA). */
export const CONSENT_AGE = 13;
/** Whether a parent must consent before this member may write: a child of unknown age counts as young. */
export const needsParent = ({ age, child }: Pick<Member, 'age' | 'child'>): boolean =>
  age === undefined ? child : age < CONSENT_AGE;

/** Whether the one who speaks for the family has consented, and confirmed it, and not taken it back. */
export const hasParentalConsent = async (
  records: Records,
  { adminId }: Pick<Family, 'adminId'>,
  memberId: string,
): Promise<boolean> => {
  const consent = await records.read(consents, adminId, consentId(memberId));
  return consent !== undefined && isInForce(consent);
};

/** The refusal where a consent is missing. */
export const needsConsent = ({ name }: Pick<Member, 'name'>): Rejection =>
  rejected(
    'needs-consent',
    `${name} is under ${CONSENT_AGE}: a parent agrees first. The admin of the family says LET ${name.toUpperCase()} JOIN`,
  );
