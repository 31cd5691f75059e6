import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { wordsIn } from '../../cards/words/words.ts';
import { families } from '../../trips/families/family.ts';
import { forgetPreference, type SaidPreference, saidPreferences } from '../../trips/families/forget-preference.ts';
import { familyInTrip } from '../../trips/people/person.ts';
import { type FamilyMember, familyMemberOf } from '../../trips/roles/permission.ts';
import { readDayRange } from '../understanding/dates.ts';
import { introduction } from './help.ts';
import { sayRejection } from './say-rejection.ts';
import { type SkillContext, skill } from './skill.ts';

const NEED =
  'allerg\\w*|diets?|food|vegetarians?|vegans?|halal|kosher|gluten|dairy|nuts?|stroller|pushchair|wheelchair|stairs|walking|pace|interests?|preferences?';
/** What somebody cannot do any more is a need, and takes none back. */
const CANNOT =
  "^(?!.*\\b(?:ca(?:n'?|n no)t|unable to|struggles? with|not able to)\\b.*\\b(?:stairs|steps|walk\\w*)\\b).*?";
/** Taking back, in words that would otherwise be heard as saying it. */
const TAKES_BACK = new RegExp(
  `${CANNOT}(?:^(?:please )?(?:forget|remove|delete|take back|drop)\\b[^,.;]*\\b(?:${NEED})\\b|\\b(?:not|no longer|nobody|no one|never|[a-z]+n'?t)\\b.*\\b(?:${NEED})\\b.*\\b(?:any ?more|any longer|after all)\\b|\\bno longer\\b.*\\b(?:${NEED})\\b|\\bcan (?:come|do|make|go)\\b.*\\bafter all\\b)`,
  'i',
);

const said = z.union([
  z.object({ what: z.enum(['diet', 'allergies', 'mobility', 'unavailable', 'interests']), value: z.string().max(80) }),
  z.object({ what: z.enum(['budget', 'pace']) }),
]);

/** One thing said of a family, in words. */
const inWords = (one: SaidPreference, { household, say, family }: Words): string => {
  switch (one.what) {
    case 'budget':
      return household.theBudget;
    case 'pace':
      return household.thePace;
    case 'allergies':
      return household.allergyTo(one.value);
    case 'unavailable':
      return household.notFreeOn(say.day(one.value));
    case 'interests':
      return household.interestIn(one.value);
    default:
      return family.word(one.value);
  }
};

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
    .map((word) => word.replace(/(?:ies|es|s)$/, ''));
const IDLE = new Set(['the', 'not', 'free', 'allergy', 'allergi', 'interest', 'any', 'more', 'food']);

/** Those that the words speak of. */
const spokenOf = (all: readonly SaidPreference[], text: string, said: Words): readonly SaidPreference[] => {
  const spoken = new Set(wordsOf(text));
  return all.filter((one) =>
    wordsOf(`${inWords(one, wordsIn())} ${inWords(one, said)}`).some((word) => !IDLE.has(word) && spoken.has(word)),
  );
};

export const forgetPreferenceSkill = skill({
  name: 'forget-preference',
  description: 'Takes back something you told me of your family: a diet, a budget, days you cannot do',
  who: 'anyone',
  input: z.object({ said: said.optional() }),
  pattern: TAKES_BACK,
  evenDenied: true,
  onlyIf:
    /\b(?:no longer|any ?more|any longer|after all|again|forget|remove|delete|take|back|ignore|drop|gone|wrong|off|not|never|nobody|ya no|olvida|quita|borra|al final)\b|n['’]t\b/i,
  commands: ['remove preference', 'change preference', 'take back a preference', 'forget preference'],
  examples: [
    'we are not vegetarian any more',
    'forget the nut allergy',
    'we do not need the stroller any longer',
    'remove our budget limit',
    'we can do the 12th of June after all',
    'that is wrong, nobody of us needs a wheelchair',
    'take back what I said about food',
    'he can eat eggs again, forget the egg allergy',
    'we do not need a wheelchair after all',
    'she is not vegan any more',
    'we have no budget limit any more',
    'drop the gluten free thing',
    'we are free on 3 july after all',
    'ignore what i told you about walking',
    'we no longer want a slow pace',
    'remove the pram',
    'take my diet off again',
    'forget the thing about eggs',
    'she can have dairy again, delete that',
    'the peanut allergy is gone, forget it',
    'our son may eat eggs again, the doctor said so',
    'the allergy turned out to be wrong, remove it',
    'you can drop the vegetarian thing, we eat everything',
    'the wheelchair is not needed any more',
  ],
  run: async (context, { said: given }) => {
    const { house, person, tripId, group, text, words } = context;
    if (!person) return introduction(context);
    if (group) return { text: words.household.needsInPrivate };
    const familyId = tripId === undefined ? person.familyId : familyInTrip(person, tripId);
    const mine = await familyMemberOf(house.records, person.id, familyId);
    if (!mine.ok) return sayRejection(mine, words);
    if (given) return takeBack(context, mine.member, given);
    const family = await house.records.read(families, familyId, familyId);
    const all = family ? saidPreferences(family.preferences) : [];
    if (all.length === 0)
      return {
        text: words.household.nothingNoted,
        private: true,
      };
    const days = readDayRange(text, new Date(house.clock.now()));
    const meant = days
      ? all.filter((one) => one.what === 'unavailable' && one.value >= days.startDate && one.value <= days.endDate)
      : spokenOf(all, text, words);
    const [only] = days ? meant : [];
    if (only && meant.length === 1) return takeBack(context, mine.member, only);
    return {
      text: words.household.whatBack,
      choices: (meant.length > 0 ? meant : all).slice(0, 10).map((one) => ({
        label: inWords(one, words),
        act: { skill: 'forget-preference', input: { said: one } },
      })),
      private: true,
    };
  },
});

/** Says it once more; what it was worth is not kept of a budget, a pace and an interest. */
const again = (one: SaidPreference) =>
  one.what === 'diet' || one.what === 'allergies' || one.what === 'mobility' || one.what === 'unavailable'
    ? { skill: 'describe-family', input: { [one.what]: [one.value] } }
    : undefined;

const takeBack = async (
  { house: { records }, changed, words }: Pick<SkillContext, 'house' | 'changed' | 'words'>,
  member: FamilyMember,
  one: SaidPreference,
): Promise<Reply> => {
  const forgotten = await forgetPreference(records, member, one);
  if (!forgotten.ok) return sayRejection(forgotten, words);
  const what = inWords(one, words);
  changed(what, again(one));
  return { text: words.household.takenBack(what), private: true };
};
