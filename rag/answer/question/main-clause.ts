/** What is asked begins here: a question word, or a verb before its subject. */
const ASKS =
  /\b(?:what|when|where|who|whom|which|how|why)(?:['’]?s|['’]?re)?\b|\b(?:is|are|was|were|do|does|did|can|could|may|will|would|should|must|shall|has|have) (?:we|i|he|she|they|it|you|there|the|this|that|these|those|my|our|your|a|an|any|some|anyone|anybody|someone|somebody)\b/giu;
/** Somebody or something, and what it does or is: a statement, and no thing alone ("the ferry to Capri, when does it leave"). */
const STATES =
  /\b(?:i['’]?m|i['’]?ve|we['’]?re|we['’]?ve|he['’]?s|she['’]?s|hes|shes|it['’]?s|they['’]?re|theyre|there['’]?s|theres|there (?:is|are))\b|\b(?:i|we|he|she|it|they|you|(?:my|our|the|a|one of) (?:\p{L}+ ){1,3}?|\p{L}+ )(?:am|is|are|was|were|has|have|had|got|gets?|want|wants|need|needs|lost|broke|ran|left|forgot|lands?|arrives?|falls?|cant|can['’]?t|wont|won['’]?t|will)\b/iu;
/** Why or meanwhile: what follows tells of the asker, and not what is asked. */
const ASIDE =
  /(?:^|[\s,])(?:while|whilst|because|cos|coz|cuz|bc|since (?:we|i|he|she|they|it|our|my|the)|as (?:we|i|our|my)|seeing that|given that|now that|even though|although)\b.*$/iu;
/** Before a question word these belong to it: "from when", "do you know where". */
const BELONGS =
  /(?:\b(?:in|at|on|for|to|from|with|by|until|till|of|about|since|and|or|know|tell|say|me|us|see|find out|wonder(?:ing)?)|[-–:])$/iu;
/** Conditions are asked about, and questions are no statements. */
const OPENS =
  /^\s*(?:and |but |so )?(?:if|when|in case|what|how|who|where|which|why|is|are|was|were|do|does|did|can|could|may|will|would|should|must|has|have)\b/iu;
/** So many words make a statement. */
const FEWEST_WORDS = 3;

/**
 * What is asked, without what is told besides: the statement before or behind it, why it is asked, what goes on meanwhile.
 * The question itself where all of it is asked.
 */
export const mainClause = (question: string): string => {
  const [asked = '', ...behind] = question.slice(startOf(question)).split(/,\s+/);
  return [asked.replace(ASIDE, ''), ...behind.filter((clause) => !isStatement(clause))].join(', ').trim();
};

/** Where the question begins behind a statement; 0 where it is all question. */
const startOf = (question: string): number => {
  const first = [...question.matchAll(ASKS)].find(({ index }) => {
    const before = question.slice(0, index).replace(/[\s,]+(?:(?:so|then|and|but)\s+)?$/iu, '');
    return index === 0 || (!BELONGS.test(before) && isStatement(before));
  });
  return first?.index ?? 0;
};

const isStatement = (clause: string): boolean =>
  clause.trim().split(/\s+/).length >= FEWEST_WORDS && STATES.test(clause) && !OPENS.test(clause);
