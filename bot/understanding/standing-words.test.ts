import type { Poll } from '../../trips/polls/poll.ts';
import { askedHowTheyStand } from './standing-words.ts';

const asked = (name: string, question: string, kind: Poll['kind'], ...texts: readonly string[]) => ({
  ...{ name, question, kind },
  options: texts.map((text, index) => ({ optionId: `${index + 1}`, text })),
});
const POLLS = [
  asked('dinner', 'Where do we eat on friday?', undefined, 'Taverna do Mar', 'Salty Pelican', 'Pizza Roma'),
  asked('dates', 'Which dates suit you?', 'dates', '4-6 June', '11-13 June', '18-20 June'),
  asked('cena', '¿Dónde cenamos el sábado?', undefined, 'Taverna', 'Sushi'),
];
const of = (text: string): string | undefined =>
  askedHowTheyStand(POLLS, text)
    ?.map(({ name }) => name)
    .join(' ');

describe('a question how a poll stands', () => {
  test.each([
    ...[
      'how is it looking',
      'how does it stand',
      'whats the score',
      'how are we doing',
      'any votes yet',
      'how did we do',
    ],
    ...['cómo va', 'cómo vamos', 'alguna novedad de la encuesta?', 'ya contestaron todos?', 'quién va ganando'],
  ])('is "%s", of every one', (text) => {
    expect(of(text)).toBe('dinner dates cena');
  });

  test.each([
    ['dates poll how is it looking', 'dates'],
    ['how are the dates doing', 'dates'],
    ['which dates are winning', 'dates'],
    ['did everyone answer about the dates', 'dates'],
    ['where are we on the dates question', 'dates'],
    ['qué tal van las fechas', 'dates'],
    ['friday dinner how is it looking', 'dinner'],
    ['dinner poll, any news?', 'dinner'],
    ['how is the pelican doing', 'dinner'],
    ['cómo va la cena', 'cena'],
  ])('is "%s", of the one that is named', (text, expected) => {
    expect(of(text)).toBe(expected);
  });

  test.each([
    ...['how is the weather looking', 'how is the hotel', 'how are the kids doing', 'how is our budget looking'],
    ...['where is the taverna', 'how is the pelican', 'where are we staying', 'any news from the hotel'],
    ...['how do we go to the castle', 'cómo está el clima', 'poll: how is it going? good or bad', 'how are you doing'],
  ])('is not "%s"', (text) => {
    expect(of(text)).toBeUndefined();
  });
});
