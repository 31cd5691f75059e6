import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { changeMember } from '../../trips/families/change-member.ts';
import type { Family } from '../../trips/families/family.ts';
import { ownChildren, readAge, readSpanishAge } from '../understanding/age-words.ts';
import { asAdminOf, memberNamed } from './family-people.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const CALLED =
  /\b(?:rename |change )?((?:adult|child) \d{1,2}) (?:is called|is named|to|is) ([\p{L}][\p{L}' -]{1,40}?)[.!]?$|\b(?:rename |change (?:the name of )?)([\p{L}][\p{L}'-]{1,30}) to ([\p{L}][\p{L}' -]{1,40}?)[.!]?$|^([\p{L}][\p{L}'-]{1,30}) is (?:called|named) ([\p{L}][\p{L}' -]{1,40}?)[.!]?$/iu;
const named = (name: string): string => name.trim().replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());

const unknownMember = ({ name, members }: Pick<Family, 'name' | 'members'>, said: string, { say, family }: Words) => ({
  text: family.unknownMember(
    named(said),
    name,
    say.list(members.map((one) => one.name)),
    members.find(({ unnamed: counted }) => counted)?.name,
  ),
  private: true,
});
export const changeMemberSkill = skill({
  name: 'change-member',
  description: 'Corrects the name or age of someone in your family',
  who: 'anyone',
  input: z.object({
    name: z.string().min(1).max(60).optional(),
    age: z.number().int().min(0).max(120).optional(),
    newName: z.string().min(1).max(60).optional(),
  }),
  commands: ['change age', 'correct age', 'change the age of', 'rename adult', 'rename child'],
  pattern: /^(?:rename )?(?:adult|child) \d{1,2} (?:is|to)\b/i,
  examples: [
    "change Leo's age to 5",
    'the age of my son is wrong, correct it',
    'Mia just turned 10',
    'Adult 2 is called Wei',
    'rename Child 1 to Ella',
    "correct my daughter's age",
    'you have the wrong age for Ben',
    'Ella is 8 now',
    'Ben is 7 not 6',
    'our Tim has turned 3',
    "it was Lara's birthday, she is 12",
    'fix the age of Max to 9',
    "Anna's name is spelled Hannah",
    'child 2 is called Emil',
    'the age you have for Lara is wrong',
    'Sophie should be Sofie',
    'Karl is 71 actually',
    'Nora is already 6',
    'by the way, Finn is 4 now',
    'Finn had a birthday, he is four now',
    'our oldest is 12 by now, not 11',
    'you wrote Paul as 9 but he is 10',
    'Emma celebrated her 7th birthday',
    'correct that: Nora is six',
    'his name is written Jonas, with a J',
    "Oskar's birthday was yesterday, he turned 3",
  ],
  claims: (text) => readSpanishAge(text) !== undefined,
  read: (text) => {
    const aged = readAge(text);
    if (aged) return aged;
    const [, ...called] = CALLED.exec(text) ?? [];
    const [name, newName] = called.filter((one) => one !== undefined);
    return newName === undefined ? {} : { name, newName: named(newName) };
  },
  run: async (context, { name, age, newName }): Promise<Reply> => {
    const { words } = context;
    const { family: said, say } = words;
    const own = await asAdminOf(context, name, 'correct');
    if (!own.ok) return { text: said.adminCorrects };
    const { admin } = own;
    if (context.group) return { text: said.agesInPrivate };
    const { members } = admin.family;
    if (name === undefined || (age === undefined && newName === undefined)) {
      const people = members.map((one) => (one.age === undefined ? one.name : `${one.name} (${one.age})`));
      return { text: said.whoseAge(say.list(people)), private: true };
    }
    const called = memberNamed(admin.family, name);
    const children = called || age === undefined ? undefined : ownChildren(name, members, age);
    const [only, another] = children ?? [];
    if (age !== undefined && only && another)
      return {
        text: said.whichChild(age),
        choices: (children ?? []).map((one) => ({
          label: one.age === undefined ? one.name : `${one.name} (${one.age})`,
          act: { skill: 'change-member', input: { name: one.name, age } },
        })),
        private: true,
      };
    const member = called ?? only;
    if (!member) return unknownMember(admin.family, name, words);
    const set = await changeMember(context.house.records, admin, member.id, { age, name: newName });
    if (!set.ok) return sayRejection(set, words);
    const before = { age: age === undefined ? undefined : member.age, newName: newName && member.name };
    context.changed(
      member.name,
      age !== undefined && member.age === undefined
        ? undefined
        : { skill: 'change-member', input: { name: set.member.name, ...before } },
    );
    if (newName !== undefined) return { text: said.memberNoted(member.name, set.member.name), private: true };
    return { text: said.memberNoted(set.member.name, set.member.age ?? set.member.name), private: true };
  },
});
