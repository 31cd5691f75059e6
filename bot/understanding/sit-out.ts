/** Words by which a family answers a poll with none of its options, in English and Spanish. */
export const SITS_OUT = new RegExp(
  `^\\W*(?:(?:${[
    "(?:(?:we|i|our family|the family|my family)(?:'d| would|'ll| will|'re| are)?(?: rather| prefer to| like to| want to| going to)? )?sit(?:ting|s)? (?:this|that|it)(?: one| poll| vote)? out",
    "(?:(?:we|i)(?:'d| would|'ll| will)?(?: rather)? )?(?:skip|pass on|abstain from) (?:this|that|it)(?: (?:one|poll|vote|time))?",
    "(?:we|i)(?:'ll| will| would|'d)? (?:pass|abstain)",
    'count us out(?: of (?:this|that)(?: one| poll| vote)?)?',
    'none of (?:these|those|them|the options)(?: (?:for us|please|suits? us))?',
    '(?:nosotros )?(?:pasamos(?: de esta)?|no participamos(?: en esta)?|nos saltamos esta)',
    'no cuenten con nosotros(?: para est[ae])?',
    'ninguna(?: de (?:esas|estas|las opciones))?(?: para nosotros| por favor)?',
  ].join(
    '|',
  )}))(?: (?:this time|esta vez))?(?:[,;:. -]+(?:whatever|any(?:thing)?|everything|all|either|no preference|we don't (?:mind|care)|we do not (?:mind|care))[^?]{0,60})?\\W*$`,
  'i',
);
