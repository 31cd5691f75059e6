import type { Poll } from '../../trips/polls/poll.ts';
import { writtenOut } from './answer-lexicon.ts';
import { termsInEnglish } from './spanish/terms.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
/** Words of a vote that name no option. */
const FILLER = new Set(
  'i we us our my the a an to for with of on in and vote votes voting choose chose pick prefer prefers like would rather go going take want family families is it be please option number put down count change choice one d ll m re can cant cannot does did done have has had get gets got too not no so but or what who how when where why this that these those me him her them they he she you your u ur its im ill lets wanna gonna gimme give also if at by from el la los las de del por un una y o nosotros nos nuestra nuestro voto votamos vota queremos quiero prefiero preferimos elegimos elijo mejor opcion familia para gusta do da dos das di du des le les il lo al der die das von que con'.split(
    ' ',
  ),
);

const telling = (text: string): readonly string[] =>
  plain(text)
    .split(' ')
    .filter((word) => word !== '' && !FILLER.has(word))
    .map(writtenOut);

/** What a word is once the endings are off by which two languages tell it apart: `coliseum` and `coliseo`. */
const stem = (word: string): string => word.replace(/(?:um|us|on|os|as|es|o|a|e|s)$/, '');
const SHORTEST_STEM = 4;

/** Words as they are known in more than one language: their stems, and the English ones for Spanish words of the trade. */
const inBoth = (text: string): ReadonlySet<string> =>
  new Set(
    [text, ...termsInEnglish(text)]
      .flatMap(telling)
      .map((word) => (stem(word).length < SHORTEST_STEM ? word : stem(word))),
  );

/** Words that choose by what an option is like: `the italian one`, `the boat thing for us`. */
const BY_KIND = /\b(?:the|that|this)\b.{1,40}\b(?:ones?|places?|thing|option)\b|\bfor (?:us|me)\b/i;

/** The option somebody means by its words: the one that shares the most of them, when only one does. */
export const matchOption = (poll: Pick<Poll, 'options'>, words: string): string | undefined => {
  const exact = poll.options.find(({ text }) => plain(text) === plain(words));
  if (exact) return exact.optionId;
  return (
    sharingMost(poll, new Set(telling(words)), (text) => new Set(telling(text))) ??
    sharingMost(poll, inBoth(words), inBoth) ??
    (BY_KIND.test(words) ? sharingMost(described(poll), inBoth(words), inBoth) : undefined)
  );
};

/** What options are like, for words that choose by it. */
const described = ({ options }: Pick<Poll, 'options'>): Pick<Poll, 'options'> => ({
  options: options.map((one) => ({ ...one, text: `${one.text}, ${one.details ?? ''}` })),
});

const sharingMost = (
  { options }: Pick<Poll, 'options'>,
  said: ReadonlySet<string>,
  wordsOf: (text: string) => ReadonlySet<string>,
): string | undefined => {
  const scored = options.map(({ optionId, text }) => ({
    optionId,
    shared: [...wordsOf(text)].filter((word) => said.has(word)).length,
  }));
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  const best = scored.filter(({ shared }) => shared === most);
  return most > 0 && best.length === 1 ? best[0]?.optionId : undefined;
};

/** Somebody has no preference: which they take is for them to say. */
const DONT_MIND =
  /^(?:(?:oh|ok|well|honestly)\b[\s,]*)*(?:(?:i|we) (?:really )?(?:don['’]?t|do not) (?:mind|care)(?: (?:either|which|at all|either way))?|either(?: one)?(?: is (?:fine|ok|good))?|any of (?:them|those)(?: is (?:fine|ok))?|both are fine|any(?:thing|where)?(?: one)? (?:is|would be|works|['’]?s)(?: fine| ok(?:ay)?| good)?(?: for us| by us| with us)?|no preference|no strong feelings|whatever(?: (?:(?:the )?(?!kids|children)[\p{L}'’-]+(?: famil(?:y|ies))?|you all) (?:wants?|likes?|prefers?|picks?|chooses?|thinks?(?: best)?|says?))?|(?:the )?same as (?:the )?(?!last|before)[\p{L}'’-]+(?: family)?|(?:you|u|the others|they|someone else) (?:(?:can|may|should|just) )?(?:pick|choose|decide)(?: for us)?|surprise (?:us|me)|(?:it['’]?s |its )?up to (?:you|u|the others|them)|(?:i['’]?m|we['’]?re|we are|i am) easy|lo que (?:digan?|quieran?|prefieran?|elijan?)(?: (?:l[oa]s|la familia) (?!niñ|chic|nuestr)[\p{L}]+(?: familias?)?)?|(?:nos|me) da (?:igual|lo mismo)|cualquiera(?: de (?:ell[oa]s|l[oa]s (?:dos|tres|cuatro)))?(?: (?:est[aá] bien|(?:nos|me) (?:sirve|va bien|gusta|parece bien)))?(?: para nosotros)?|elijan ustedes|decidan ustedes|elige t[uú])[\s.!]*$/iu;

/** Whether somebody says that any of the options suits them. */
export const hasNoPreference = (words: string): boolean => DONT_MIND.test(words.trim());

/** Whether words want one of several things by what it is like: `gimme the italian one`. */
export const wantsOneOf = (words: string): boolean =>
  hasNoPreference(words) ||
  /^(?:(?:ok|so|and|hmm|yes|yeah|please|pls)\b[\s,]*)*(?:(?:we|i)(?:['’]?d| would)? (?:like|want|take|go for|prefer|pick|vote(?: for)?|choose)|(?:we|i)['’]?ll (?:take|have|go for)|gimme|give (?:me|us)|let['’]?s (?:do|take|go (?:for|with)))\s+(?:the|that|this)\s+(?:[\p{L}-]+ ){0,3}(?:ones?|option)\b[^?]*$/iu.test(
    words.trim(),
  );

/** The same by the option's name alone, unless the words choose by its kind: what stands behind its first comma only describes it. */
export const matchNamed = ({ options }: Pick<Poll, 'options'>, words: string): string | undefined =>
  matchOption({ options: options.map((one) => ({ ...one, text: one.text.split(', ', 1)[0] ?? one.text })) }, words) ??
  (BY_KIND.test(words) ? matchOption({ options }, words) : undefined);

/** Whether words may answer the poll by naming one of its options, or several where several are taken. */
export const names = (poll: Pick<Poll, 'options' | 'kind'>, words: string): boolean =>
  matchOption(poll, words) !== undefined ||
  ((poll.kind === 'rank' || poll.kind === 'dates' || poll.kind === 'approval') &&
    optionsInOrder(poll, words).length > 0);

/** The options that words name, in the order they name them, each by words that no other option has. */
export const optionsInOrder = ({ options }: Pick<Poll, 'options'>, words: string): readonly string[] => {
  const said = plain(words).split(' ');
  const own = options.map(({ optionId, text }) => ({ optionId, words: telling(text) }));
  return own
    .map(({ optionId, words: named }) => {
      const others = new Set(own.flatMap((other) => (other.optionId === optionId ? [] : other.words)));
      const marks = named.filter((word) => !others.has(word));
      return { optionId, at: said.findIndex((word) => marks.includes(word)) };
    })
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ optionId }) => optionId);
};
