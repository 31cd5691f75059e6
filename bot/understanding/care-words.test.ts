import { tellsOfIllness, wantsCare } from './care-words.ts';

describe('somebody who is ill or hurt', () => {
  test.each([
    "mia has a fever, where's a doctor",
    'leos sick',
    'leo threw up in the car',
    'grandma fell and hurt her hip',
    'leo has a temp of 39',
    'Mia tiene fiebre, ¿dónde hay un médico?',
    'leo was bitten by the dog of the neighbours',
    'el niño está enfermo',
    'mi hija se cayó y le duele el brazo',
  ])('is heard in "%s"', (text) => {
    expect(tellsOfIllness(text)).toBe(true);
    expect(wantsCare(text)).toBe(true);
  });

  test.each([
    'is there a pharmacy near the hotel',
    'doctor?',
    'nearest hospital',
    'emergency!',
    '¿hay un hospital cerca?',
  ])('may be who "%s" is asked for', (text) => {
    expect([wantsCare(text), tellsOfIllness(text)]).toEqual([true, false]);
  });

  test.each([
    'mia gets carsick',
    'the trip is cancelled because the kids are ill',
    'let the group know Tim is ill',
    "i'm sick of this",
    'what happens if someone gets sick',
    'doctor visit cost 40 euros',
    'está mal el precio',
    'Rosa is my doctor',
  ])('is nobody in "%s"', (text) => {
    expect(wantsCare(text)).toBe(false);
  });
});
