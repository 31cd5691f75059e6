import { inPlainWords } from './texted.ts';

describe('a text message in plain words', () => {
  it.each([
    ['wots the wifi pw', 'what is the wifi password'],
    ['how do i get hold of the guy who owns it', 'how do i contact the owner'],
    ['Loos?', 'toilets?'],
    ['can we get our money back', 'can we get a refund'],
    ['whats the damage per night', 'what is the price per night'],
    ['when r u in 2moro arvo', 'when are you in tomorrow afternoon'],
    ['what if it chucks it down', 'what if it rains'],
  ])('%j reads %j', (texted, plain) => {
    expect(inPlainWords(texted)).toBe(plain);
  });

  it.each([
    'When does the Lav bar open, and U4?',
    'is the tel aviv hotel at b4u.example/wot',
    'does the u-bahn run to loosdorf',
    'gate A7 or seat 12r',
  ])('%j stays as it is', (text) => {
    expect(inPlainWords(text)).toBe(text);
  });
});
