import type { Stored } from '../records.ts';
import type { Subject } from './subject.ts';
import { VOTING_KINDS } from './voting-kinds.ts';

const subject = (families: readonly string[]) =>
  ({ familyName: 'Chen', familyId: 'family_c', people: ['user_bea'], families }) as unknown as Subject;
const poll = {
  type: 'magic_poll',
  createdBy: 'user_ana',
  createdByName: 'Ana',
  options: [],
  explanation: 'Tram it is: Taxi had 2 votes to its 1, but it is the turn of the Chens.',
  counting: 'Counted by people: Chen 4 and Silva 3.',
} as unknown as Stored;
const rules = VOTING_KINDS.find(({ kind }) => kind.type === 'magic_poll');

test('a family that goes is not named in what decided a poll, and one that stays is', () => {
  const gone = JSON.stringify(rules?.erases(poll, subject(['family_c'])));
  expect(gone).not.toContain('Chen');
  expect(gone).toContain('Silva 3');
  expect(JSON.stringify(rules?.erases(poll, subject([])))).toContain('the turn of the Chens');
});
