import { z } from 'zod';
import { renamePerson, UNNAMED } from '../../trips/people/rename-person.ts';
import { withoutPlease } from '../understanding/commands.ts';
import { ownFamilyNamed } from '../understanding/people-words.ts';
import { heardBy } from '../understanding/spanish/heard.ts';
import { familyToldIn } from './describe-family.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const LEAD =
  /^(?:hi|hello|hey)?[,! ]*(?:please |just )?(?:you can |you may )?(?:call me|my name is|(?:my )?name['’]?s?(?: is)?|i am|i'm|im|it's|its|this is|we are the|we're the)\s+/i;

/** "our family name is Silva", said in the same breath as one's own. */
const SURNAME = /\b(?:family|last|sur)[ -]?name(?: is|'s)? (?:the )?(\p{L}[\p{L}'-]*(?: \p{L}[\p{L}'-]*)?)/iu;
/** Whoever is asked for a name and says this asks something, or tells of the family. */
const NO_NAME =
  /[?\d]|(?<!\p{L})(?:adults?|grown-?ups?|kids?|children|child|bab(?:y|ies)|toddlers?|people|of us|adult[oa]s|ni[ñn][oa]s?|beb[ée]s?|personas|somos)(?!\p{L})/iu;

/** Words of sentences, which stand in no name: "grandma is coming too" tells something. */
const SENTENCE =
  /(?<!\p{L})(?:is|are|was|were|has|have|can|can['’]?t|cannot|does|do|did|needs?|wants?|likes?|loves?|hates?|gets?|joins?|uses?|eats?|walks?|sleeps?|naps?|me|us|my|comes?|coming|going|goes|brings?|bringing|not|no|yes|yeah|nope|ok|okay|wait|sorry|thanks|undo|too|also|with|the|first|second|third|last|one|option|we|you|he|she|they|our|your|est[áa]n?|viene[ns]?|tiene[ns]?|puede[ns]?|quiere[ns]?|necesitan?|tambi[ée]n|es|somos|tengo|tenemos|quiero|queremos|podemos|llama)(?!\p{L})/iu;
const MOST_WORDS = 5;
const NAME_ENDS = /[,.;!\n]| and | y /;

/** What was said beside the name: "Pedro Garcia, we're 2 adults". */
const besideName = (text: string): string => {
  const said = text.replace(LEAD, '');
  const end = NAME_ENDS.exec(said);
  return end ? said.slice(end.index + end[0].length).trim() : '';
};

/** Somebody says who they are, and nothing else. */
const I_AM =
  /^(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Hh]iya)\b[,!. ]*)?(?:[Ii]['’]?m|[Ii] am|[Mm]y name['’]?s?(?: is)?|[Tt]his is) \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?[.!]*$/u;

/** A name as it was typed, its first letters large; nothing when the words are no name. */
const nameIn = (text: string): string | undefined => {
  const first = text.replace(LEAD, '').split(NAME_ENDS)[0] ?? '';
  if (text.trim().endsWith('?') || NO_NAME.test(first) || SENTENCE.test(first)) return undefined;
  if (first.trim().split(/\s+/).length > MOST_WORDS) return undefined;
  const surname = SURNAME.exec(text)?.[1];
  const said = ownFamilyNamed(text) ?? withoutPlease(first).replace(/\s+(?:here|speaking)[.!]*$/i, '');
  const whole = surname === undefined || said.includes(' ') ? said : `${said} ${surname}`;
  const tidy = whole
    .trim()
    .slice(0, 60)
    .replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
  return tidy === '' ? undefined : tidy;
};

export const callMeSkill = skill({
  name: 'call-me',
  description: 'Remembers your name',
  who: 'anyone',
  input: z.object({ name: z.string().min(1).max(60).optional() }),
  wordSlots: ['name'],
  readSlots: ['name'],
  leadSlots: ['name'],
  nameSlots: ['name'],
  claims: (text) => I_AM.test(text.trim()),
  commands: ['call me', 'my name is'],
  unless: /^call me (?:at|on|when|if|back|later|tomorrow|tonight|after|before)\b/i,
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
    'my name is wrong here, it is Lotte',
  ],
  read: (text) => ({ name: nameIn(text) }),
  run: async (context, { name }) => {
    const { words } = context;
    if (name === undefined) {
      context.expect('name', {});
      return { text: words.trip.askName };
    }
    const person = await context.account();
    const before = person.name;
    const renamed = await renamePerson(context.house.records, person.id, name);
    if (!renamed.ok) return sayRejection(renamed, words);
    context.became(renamed.person);
    context.changed(
      context.words.things.yourName,
      before === UNNAMED ? undefined : { skill: 'call-me', input: { name: before } },
    );
    const { person: known, family } = renamed;
    const alone = family.members.length === 1 && !context.group;
    // A first name alone had to do for the family's.
    const called = words.say.family(family.name);
    const asFamily = ownFamilyNamed(context.text) !== undefined && family.name === known.name;
    const alike = family.name === known.name ? words.trip.niceToMeetOne : words.trip.niceToMeet;
    const met = asFamily ? words.trip.helloFamily(called) : alike(known.name, called);
    // "Pedro Garcia, we're 2 adults and a baby": the rest is heard as well.
    const beside = besideName(context.text);
    const told = await familyToldIn(context, words.language === 'es' ? heardBy('describe-family', beside) : beside);
    if (told) return [{ text: met }, ...[told].flat()];
    return { text: `${met} ${alone ? words.trip.aboutFamily : words.trip.askAnything}` };
  },
});
