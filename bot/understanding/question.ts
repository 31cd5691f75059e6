/** Said before a request or a question, and part of neither. */
const OPENING =
  /^(?:(?:hi|hey|hello|hiya|ok|okay|so|and|but|well|oh|please|pls|sorry|quick one|quick q(?:uestion)?)\b[\s,:!-]*)+/i;
const ASKS =
  /^(?:what|when|where|which|who|whose|why|how|is|are|was|does|do|did|can|could|will|would|should|any|anything (?=for|to|near|around|open|good|nice|close|fun|worth|in|at)|has|have)(?:['’]?s|['’]re)?\b/i;
/** "Can you …" asks for something to be done, and not whether it can be. */
const REQUESTS = /^(?:can|could|will|would) (?:you|u|ya)\b/i;

/** Whether a message asks something, by its mark or by the word it begins with. */
export const isQuestion = (text: string): boolean => {
  const words = text.trim().replace(OPENING, '');
  return !REQUESTS.test(words) && (/\?[\s\p{Extended_Pictographic}]*$/u.test(text) || ASKS.test(words));
};

const WANTS_TO_KNOW = /^(?:what|when|where|who|whose|which|why|how)(?:['’]?s|['’]re)?\b(?! about\b)/i;

/** Whether a message wants to know something, and proposes nothing as "how about Friday?" does. */
export const wantsToKnow = (text: string): boolean => WANTS_TO_KNOW.test(text.trim().replace(OPENING, ''));

const TELLS =
  /^(?:the |my |our )?[\p{L}'’-]+(?: [\p{L}'’-]+)? (?:is|are|gets?|has|have|needs?|wants?|likes?|hates?|loves?|feels?|comes?|brings?|(?:ca|wo|do|does|is|are)n['’]?t|cannot)\b/iu;

/** Whether a message says something of somebody, and asks nothing: "Leo gets carsick". */
export const tells = (text: string): boolean => !isQuestion(text) && TELLS.test(text.trim().replace(OPENING, ''));
