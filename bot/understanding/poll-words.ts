import { readDays } from './days/read-days.ts';

/** A poll read out of one message. */
export interface PollWords {
  readonly question: string;
  readonly options: readonly string[];
}

const ASKS =
  /^(?:(?:please|pls|ok|so|hey|hi|maybe)[, ]+)*(?:(?:can|could|shall|should) (?:you|we|i) |let'?s |(?:i|we)(?:'d| would) like to |(?:i|we) want to )?(?:please |just )?(?:(?:(?:new|(?:create|start|open|make|do|have|hold|run|get|set up|put up|send(?: out)?) (?:an?|another)(?: (?:quick|new|little|short))?) )?(?:(?:score|scoring|rating|approval|rank(?:ing|ed)?|dates?|day|doodle) poll|pick several)|new poll|(?:create|start|open|make|do|have|hold|run|get|set up|put up|send(?: out)?) (?:a|another)(?: (?:quick|new|little|short))? (?:poll|vote)|(?:(?:open|start|make|do|create|run|send(?: out)?) )?(?:an?|another) (?:new |fresh )?one(?=\s*(?:[:,]|[-–]\s))|poll(?: everyone| the families| the group)?|vote(?: on)?(?= (?:where|what|which|when|who|how|whether|on)\b)(?: on)?|vote on|take a vote on|have a vote on|ask (?:everyone|everybody|(?:all )?the (?:other )?families|all families|the (?:group|others)|them all|them|people))\b(?:[, ]+(?:please|pls|guys|everyone))?\s*(?:[:,]|[-–](?=\s))?\s*/i;
/** What is to be answered with yes or no: `yes or no: do we rent a van?`, `do we rent a van, yes or no?`. */
const YES_OR_NO =
  /^(?:(?:yes|y)(?: or |\/)(?:no|n)\b[\s:,?-]*(?<led>\S.*)|(?<trailed>.*\S)[\s,:?-]+(?:yes|y)(?: or |\/)(?:no|n)[?.!]*)$/is;
const LABEL = /^(?:about|on|for|between|asking|whether|to see)\s+/i;
const BULLET = /^\s*(?:[-*•]|\(?\d{1,2}[.):]|\(?[a-j][.)])\s*/i;

const clean = (option: string): string =>
  option
    .replace(BULLET, '')
    .replace(/[\s.;,?]+$/, '')
    .trim();

/** Splits `A, B or C`, `A / B`, `A | B`, numbered or bulleted lines into its parts. */
const splitOptions = (list: string): readonly string[] => {
  const lines = list.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1) return lines.map(clean).filter(Boolean);
  const inline = list.split(/\s+(?=\(?\d{1,2}[.)]\s)/).filter((part) => /^\(?\d{1,2}[.)]\s/.test(part));
  if (inline.length > 1) return inline.map(clean).filter(Boolean);
  const divider = /[|;]/.test(list) ? /\s*[|;]\s*/ : / \/ /.test(list) ? / \/ / : /\s*,\s*(?:or\s+|and\s+)?|\s+or\s+/i;
  return list.split(divider).map(clean).filter(Boolean);
};

/** A question that itself names what to choose from: `beach or zoo on saturday?`. The day they are for is none of it. */
const eitherOr = (question: string): readonly string[] => {
  const words = question.replace(/[?\s]+$/, '');
  if (!/\bor\b/i.test(words) || words.split(/\s+/).length > MOST_WORDS_OF_EITHER || BEGINS.test(words)) return [];
  const days = daysIn(words);
  const either = daysToChoose(words, days);
  if (either) return either;
  const day = days[0]?.text;
  const undated = day === undefined ? words : words.replace(new RegExp(`\\s*(?:\\b(?:on|for) )?${day}`, 'i'), '');
  return splitOptions(undated);
};
const daysIn = (words: string) => readDays(words, ANY_DAY).filter(({ vague }) => !vague);

/** `museum fri or sat?`: two days that are all there is to choose. */
const daysToChoose = (words: string, days: readonly { readonly text: string }[]): readonly string[] | undefined => {
  const [one, other] = days;
  if (!one || !other || days.length !== 2) return undefined;
  const first = words.indexOf(one.text);
  const second = words.indexOf(other.text, first + one.text.length);
  const between = words.slice(first + one.text.length, second);
  return /^\s*(?:,\s*)?or (?:on )?$/i.test(between) && second + other.text.length === words.length
    ? [one.text, other.text].map(clean)
    : undefined;
};
const MOST_WORDS_OF_EITHER = 8;
const BEGINS = /^(?:what|when|where|which|who|how|why|is|are|do|does|shall|should|can|could|will|would|if|whether)\b/i;
const ASKS_WHICH = /^(?:what|when|where|which|who|how)\b/i;
/** Any day: the words are only looked at for one. */
const ANY_DAY = '2027-01-01';

/** `where to go, Brighton or Whitby`: what comes first is asked, and no answer. */
const askedBefore = (words: string): PollWords | undefined => {
  const [asked = '', ...answers] = splitOptions(words);
  const asks = asked.replace(/^(?:so|ok|and|well|hey|hmm)[, ]+/i, '');
  return answers.length > 1 && /\bor\b/i.test(words) && ASKS_WHICH.test(asks)
    ? { question: tidy(asks), options: answers }
    : undefined;
};

/** Says what to do, and asks nothing. */
const RANKING = /^(?:(?:let's )?rank\b|orden(?:en|emos|ar)\b)/i;

const tidy = (question: string): string => {
  const words = question
    .replace(LABEL, '')
    .trim()
    .replace(/[:,\s-]+$/, '');
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  if (/[?.!]$/.test(sentence)) return sentence;
  return RANKING.test(sentence) ? `${sentence}.` : `${sentence}?`;
};

/** The question and options of a message that asks for a poll; `options` is empty when none are given. */
export const readPollWords = (message: string): PollWords | undefined => {
  const rest = message.slice(0, 2_000).trim().replace(ASKS, '').replace(LABEL, '');
  if (rest === '') return undefined;
  const { led, trailed } = YES_OR_NO.exec(rest)?.groups ?? {};
  const yesOrNo = led ?? trailed;
  if (yesOrNo !== undefined) return { question: tidy(yesOrNo.replace(/\?+$/, '')), options: ['Yes', 'No'] };
  const mark = /\?|:(?!\d)|\n/.exec(rest);
  if (mark) {
    // `Dinner on Friday? A, B or C`, `Dinner: A, B`, or a question with its options on the lines below.
    const at = mark.index;
    const after = rest.slice(at + 1).replace(/^[\s:]+/, '');
    const asked = after.trim() === '' ? askedBefore(rest.slice(0, at)) : undefined;
    if (asked) return asked;
    const question = tidy(rest.slice(0, mark[0] === '?' ? at + 1 : at));
    const next = after.search(/\?(?=\s*\S)/);
    // `Which hotel? A / B` after a label that was no question.
    if (mark[0] === ':' && next >= 0) return readPollWords(after);
    const options = after.trim() === '' ? eitherOr(rest) : splitOptions(after);
    return { question, options: options.length === 1 ? [] : options };
  }
  const days = /\bor\b/i.test(rest) && !BEGINS.test(rest) ? daysToChoose(rest, daysIn(rest)) : undefined;
  if (days) return { question: tidy(rest), options: days };
  const options = splitOptions(rest);
  if (options.length < 2) return { question: tidy(rest), options: [] };
  const asked = askedBefore(rest);
  if (asked) return asked;
  return {
    question: tidy(
      options.length === 2 ? options.join(' or ') : `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`,
    ),
    options,
  };
};
