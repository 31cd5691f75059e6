import { z } from 'zod';
import { renamePerson } from '../../trips/people/rename-person.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const LEAD =
  /^(?:hi|hello|hey)?[,! ]*(?:please |just )?(?:call me|my name is|my name's|i am|i'm|im|it's|its|this is|we are the|we're the)\s+/i;

/** A name as it was typed, its first letters large. */
const tidyName = (text: string): string =>
  text
    .replace(LEAD, '')
    .split(/[,.;!?\n]/)[0]
    ?.trim()
    .slice(0, 60)
    .replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase()) ?? '';

export const callMeSkill = skill({
  name: 'call-me',
  description: 'Remembers your name',
  who: 'anyone',
  translated: true,
  input: z.object({ name: z.string().min(1).max(60).optional() }),
  wordSlots: ['name'],
  commands: ['call me', 'my name is'],
  examples: [
    'my name is Ana Silva',
    'you can call me Bea',
    'please call me Tom',
    'i want to change my name to Lena',
    'my name is not Anna but Hannah',
    'i am Tom',
    'its Lena here',
    'im called Pete',
    'say Jo to me please',
    'my real name is Katharina',
    'change my name to Kat',
  ],
  read: (text) => ({ name: tidyName(text) || undefined }),
  run: async (context, { name }) => {
    const { words } = context;
    if (name === undefined) {
      context.expect('name', {});
      return { text: words.trip.askName };
    }
    const person = await context.account();
    const renamed = await renamePerson(context.house.records, person.id, name);
    if (!renamed.ok) return sayRejection(renamed, words);
    context.became(renamed.person);
    const alone = renamed.family.members.length === 1 && !context.group;
    const met = words.trip.niceToMeet(renamed.person.name, words.say.family(renamed.family.name));
    return { text: `${met} ${alone ? words.trip.aboutFamily : words.trip.askAnything}` };
  },
});
