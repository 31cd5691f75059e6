import type { Answer, Library, Question } from '../../../rag/library.ts';
import type { Language } from '../../../trips/language.ts';
import { plainlyIn } from '../language-of.ts';
import { questionInEnglish } from './terms.ts';

/**
 * Asks the documents in the language of the question. A Spanish question is asked as it stands of documents in Spanish,
 * and by the English words that are known for what it names of those in English; what answers stands as it is written,
 * and so does what stands nearest.
 */
export const askLibrary = async (library: Library, question: Question, language: Language): Promise<Answer> => {
  if (language !== 'es' || plainlyIn(question.text) === 'en') return library.ask(question);
  const asked = await library.ask(question);
  // Sentence vectors are of English: nearness between the languages is chance, so each question keeps to its own.
  if (asked.found && asked.citations.some(({ quote }) => plainlyIn(quote) === 'es')) return asked;
  const english = questionInEnglish(question.text);
  const near: Answer =
    !asked.found && asked.nearest?.citations.every(({ quote }) => plainlyIn(quote) === 'es') ? asked : { found: false };
  if (english === '') return near;
  const answered = await library.ask({ ...question, text: english });
  return answered.found || !near.nearest ? answered : near;
};
