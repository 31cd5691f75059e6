import type { ConsensusFamily } from '../consensus/facts.ts';
import type { Passage, Price } from '../itineraries/candidate.ts';
import { plainText } from '../itineraries/reading/plain-text.ts';
import { readPrice } from '../itineraries/reading/prices.ts';
import { type Money, sayMoney } from '../money.ts';
import type { Offered } from './offered.ts';
import { groupCost } from './places.ts';
import { tellingWords } from './poll-wish.ts';

/** How people get about, as documents call it. */
const MODES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Metro', /\b(?:metro|subway|underground)\b/i],
  ['Train', /\btrains?\b/i],
  ['Tram', /\btrams?\b/i],
  ['Bus', /\b(?:bus|buses|coach|coaches)\b/i],
  ['Taxi', /\b(?:taxis?|cabs?)\b/i],
  ['Shuttle', /\b(?:shuttles?|transfers?)\b/i],
  ['Ferry', /\bferr(?:y|ies)\b/i],
  ['Rental car', /\b(?:rental|hire|rented) cars?\b|\bcar (?:rental|hire)\b/i],
  ['Bicycles', /\b(?:bikes?|bicycles?)\b/i],
  ['On foot', /\bon foot\b|\bwalk\b/i],
];
/** Passengers a taxi is counted with where the document does not say. */
const TAXI_SEATS = 4;
const LENGTH =
  /\b(?:about |around |some )?(?:\d{1,3}(?:\s?(?:-|to)\s?\d{1,3})? ?min(?:ute)?s?|half an hour|an hour(?: and a half)?|\d(?:\.\d)? hours?)\b/i;

/** The sum a sentence names, whatever it is for. */
const sumIn = (sentence: string, usual: string | undefined): Money | undefined => {
  // The reader of prices leaves out what goes by these names beside a visit; here they are what is asked.
  const price = readPrice(sentence.replace(/\b(?:taxis?|metro|bus|shuttle|transfers?|cabs?)\b/gi, 'way'), usual);
  return price?.per === 'person' ? price.adult : price?.per === 'group' ? price.total : undefined;
};

const priceOf = (mode: string, sentence: string, sum: Money): Price => {
  if (/\b(?:per|a|each) (?:person|head|adult)\b|\bfor an adult\b/i.test(sentence)) return { per: 'person', adult: sum };
  if (mode === 'Taxi') return { per: 'vehicle', each: sum, seats: TAXI_SEATS };
  if (mode === 'Rental car' || /\b(?:in total|for (?:all|everyone|the group))\b/i.test(sentence))
    return { per: 'group', total: sum };
  return { per: 'person', adult: sum };
};

/** The ways the documents tell of, each from the sentence that says most of it and is nearest to the words. */
export const offeredWays = (
  words: string,
  passages: readonly Passage[],
  { families, currency }: { readonly families: readonly ConsensusFamily[]; readonly currency: string | undefined },
): readonly Offered[] => {
  const wanted = tellingWords(words);
  return MODES.flatMap(([mode, pattern]): readonly Offered[] => {
    const [best] = passages
      .flatMap((passage) => {
        const near = tellingWords(`${passage.heading ?? ''}\n${passage.text}`);
        const shared = [...wanted].filter((word) => near.has(word)).length;
        return plainText(passage.text)
          .split(/(?<=[.!?])\s+|\n/)
          .filter((sentence) => pattern.test(sentence) && sentence.length <= 300)
          .map((sentence) => ({
            passage,
            sentence,
            minutes: LENGTH.exec(sentence)?.[0],
            sum: sumIn(sentence, currency),
            shared,
          }));
      })
      .filter(({ minutes, sum }) => minutes !== undefined || sum !== undefined)
      .sort(
        (a, b) =>
          b.shared - a.shared ||
          Number(b.sum !== undefined) +
            Number(b.minutes !== undefined) -
            Number(a.sum !== undefined) -
            Number(a.minutes !== undefined),
      );
    if (!best || (wanted.size > 0 && best.shared === 0)) return [];
    const { passage, sentence, minutes, sum } = best;
    const price = sum && priceOf(mode, sentence, sum);
    const details = [
      minutes,
      price?.per === 'vehicle' && `${sayMoney(price.each)} a taxi, counted with ${price.seats} seats`,
    ].filter(Boolean);
    return [
      {
        option: {
          optionId: mode,
          text: mode,
          details: details.length > 0 ? details.join('; ') : undefined,
          price: price?.per === 'person' ? price.adult : undefined,
          cost: groupCost({ price, stay: undefined }, families, 0),
          aiGenerated: true,
          source: { documentId: passage.documentId, document: passage.document, page: passage.page },
        },
        about: sentence,
      },
    ];
  });
};
