import type { PartAnswer } from '../answer-part.ts';
import { minutesFrom, momentsIn, sayMinutes, sayMoment } from '../values/moments.ts';
import { type Derive, standsOn } from './derived.ts';
import { momentsTold, type ToldMoment } from './order.ts';

const WE = '(?:we|i|they|you|everyone|the kids)';
/** "Do we make it to the train if we leave the rooms at the latest time", "can we catch the boat after the tour". */
const MAKES_IT = new RegExp(
  `^(?:so |and |but )?(?:do|does|will|can|could|would|are) ${WE} (?:still )?(?:make(?: it (?:to|for|in time for))?|catch|reach|get|(?:be )?in time for|have (?:enough )?time (?:for|to catch|to get))(?: on)? (?:the |our )?(?<other>.+?)(?:,? (?:if|when|once) ${WE} (?<does>.+?)| (?:right |straight )?after (?<after>.+?))\\??$`,
  'i',
);
/** "Is there enough time between check-out and the train". */
const TIME_BETWEEN =
  /^(?:so |and |but )?(?:is there|do (?:we|i|they|you) have|have (?:we|you) got|will there be) (?:enough |any )?time (?:in )?between (?:the |our )?(?<after>.+?) and (?:the |our )?(?<other>.+?)\??$/i;
/** How late one does it need not be said: it is the end that is asked for. */
const AT_THE_LATEST =
  /\s*\b(?:at|by|until) the (?:latest|last)(?: time| minute| moment)?\b|\s*\bas late as (?:possible|we (?:can|may))\b/gi;
/** What has a time of its own, by its name. */
const IS_A_TIME = /\b(?:check[- ]?(?:in|out)|arrival|departure|landing|breakfast|lunch|dinner)\b/i;
/** Nobody waits longer, so that other days are meant. */
const MOST_BETWEEN = 24 * 60;

/** Whether there is time from the end of one thing to another that does not wait: both times, and what lies between; that it is enough only whoever knows the way can say. */
export const inTime: Derive = async ({ part: { text } }, ask) => {
  const { other = '', does, after } = (MAKES_IT.exec(text) ?? TIME_BETWEEN.exec(text))?.groups ?? {};
  // What is only about the same word tells a time, too, of something else.
  const surely = async (question: string): Promise<PartAnswer | undefined> => {
    const found = await ask(question);
    return found && !leavesSeveralTimes(found) ? { ...found, evidence: [] } : undefined;
  };
  const before = (does ?? after ?? '').replace(AT_THE_LATEST, '').trim();
  if (other === '' || before === '') return undefined;
  const ends = momentsTold(
    await surely(does === undefined ? endOf(before) : `when do we have to ${before}`),
    does === undefined ? undefined : `${before} is over`,
  );
  const starts = momentsTold(await surely(IS_A_TIME.test(other) ? `when is ${other}` : `when does the ${other} leave`));
  for (const one of ends)
    for (const next of starts) {
      const minutes = minutesApart(one, next);
      if (minutes === undefined || one.in.text === next.in.text || Math.abs(minutes) > MOST_BETWEEN) continue;
      const chosen = [standsOn(one.in, one.terms, minutes < 0 ? 'No' : undefined), standsOn(next.in, next.terms)];
      const [from, to] = [one.moment, next.moment].map((moment) => sayMoment({ ...moment, dayText: undefined }));
      const said = minutes > 0 ? `${from} to ${to} = ${sayMinutes(minutes)}` : `${to} is earlier than ${from}`;
      return minutes === 0 ? { chosen } : { chosen, conclusion: { text: said, from: chosen } };
    }
  return undefined;
};

/** Of a paper with several departures it is not said which is meant. */
const leavesSeveralTimes = ({ chosen: [best], evidence }: PartAnswer): boolean =>
  best !== undefined &&
  DEPARTS.test(best.evidence.text) &&
  evidence.some(
    ({ passage, text }) =>
      passage.documentId === best.evidence.passage.documentId &&
      text !== best.evidence.text &&
      DEPARTS.test(text) &&
      momentsIn(text).some(({ minutes }) => minutes !== undefined),
  );
const DEPARTS = /\b(?:dep\.|depart\w*|leav\w+|sails?)(?![\p{L}])/iu;

const endOf = (thing: string): string =>
  IS_A_TIME.test(thing) ? `when is ${thing}` : `when does ${/^(?:the|our) /i.test(thing) ? '' : 'the '}${thing} end`;

/** A time without its day is of the other's. */
const minutesApart = ({ moment: one }: ToldMoment, { moment: next }: ToldMoment): number | undefined => {
  if (one.minutes === undefined || next.minutes === undefined) return undefined;
  return one.day === undefined || next.day === undefined ? next.minutes - one.minutes : minutesFrom(one, next);
};
