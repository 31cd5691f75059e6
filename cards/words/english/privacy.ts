import { plural } from '../plural.ts';
import { say } from './say.ts';

const count = plural('en');
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What is kept of a person: a copy of it, its end, and its rest. */
export const privacy = {
  privately: 'That is between you and me: ask me in our private chat.',
  nothingKept: 'I keep nothing of you: you have no account here.',
  copy: (link: string, hours: number): string =>
    `Everything I keep of you, as one file: ${link}\nThe link works for ${hours === 1 ? 'an hour' : `${hours} hours`}. Whoever has it can open it, so keep it to yourself.`,
  erases: (documents: number): string =>
    `This erases you for good: your account, what you told me, what we said${documents === 0 ? '' : ` and the ${documents === 1 ? 'document' : count(documents, { one: 'document', other: 'documents' })} you added`}.`,
  familyGoes: (family: string): string =>
    `${capital(say.family(family))} go with you, since nobody else in the family has an account.`,
  speaksThen: (heir: string, family: string): string => `${heir} speaks for ${say.family(family)} then.`,
  tripsGo: (trips: readonly string[]): string =>
    `So ${trips.length === 1 ? 'does' : 'do'} ${say.list(trips)}, where no other family is.`,
  organizesThen: (heir: string, trip: string): string => `${heir} organizes ${trip} from then on.`,
  othersKeep: 'Votes and costs that others count on stay, without your name. Shall I?',
  yesErase: 'Yes, erase it all',
  noKeep: 'No, keep it',
  tooLate: 'That was too long ago. Nothing is erased: say ERASE ME once more if you still want it.',
  erasing: (link: string): string =>
    `I have begun, and it takes a minute. Your receipt, which tells nothing about you: ${link}\nIf you write again, I won't know you.`,
  lifted: 'Done: I work with your data again. Say MENU to see what I can do.',
  restricted:
    'Done: I keep your data and do nothing with it, and I write to you about nothing. UNRESTRICT takes it back, MY DATA gives you a copy, ERASE ME removes it.',
};
