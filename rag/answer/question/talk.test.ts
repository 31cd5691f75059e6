import { actOf } from './talk.ts';

const act = (sentence: string): string => actOf(sentence, new Set());

describe('a sentence', () => {
  it.each([
    'do they have a cot?',
    'Is it quiet at night',
    'ok, but how far is the beach?',
    'Do you know if the boat takes strollers?',
    'I wonder whether breakfast is included',
    'Does the price include towels?',
    'Is there a lifeguard?',
    'How about their breakfast?',
    'the hotel pool, is it heated in june',
    'we come late and how do we get the key',
  ])('asks what documents tell: %s', (sentence) => {
    expect(act(sentence)).toBe('asks');
  });

  it.each([
    'What is the address?',
    'Can I get their phone number and postcode, please?',
    'the address please',
    "I'd like the reference number",
    'What area is it in?',
    'Which one is the cheapest?',
  ])('asks for an entry: %s', (sentence) => {
    expect(act(sentence)).toBe('asks-entry');
  });

  it.each([
    'Thanks, that sounds great!',
    'Can you book a table for four on Friday?',
    'Please find us something cheaper.',
    'There are five of us.',
    'How about a hotel in the north?',
    'Are there any other restaurants?',
    'We arrive on Tuesday and stay three nights.',
    '',
  ])('leaves documents alone: %s', (sentence) => {
    expect(act(sentence)).toBe('else');
  });

  it.each(['can you ', 'is there ', 'thanks ', '? '])('of %j over and over is read all the same', (words) => {
    expect(['asks', 'asks-entry', 'else']).toContain(act(words.repeat(200)));
  });
});
