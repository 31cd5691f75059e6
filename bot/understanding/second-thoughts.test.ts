import { amend } from './amend.ts';
import { cutsOf } from './clauses.ts';
import { corrected, saidAgain } from './corrections.ts';
import { denied } from './denial.ts';
import { pointsBack, takesBackLast } from './points-back.ts';
import { takesBackInSpanish } from './spanish/second-thoughts.ts';

describe('what is said after something was said', () => {
  test.each([
    ['no, saturday', 'remind us on friday at 9 to pack', 'remind us on saturday at 9 to pack'],
    ['sorry i meant 48', 'we paid 84 euros for dinner', 'we paid 48 euros for dinner'],
    ['I meant 5 not 6', 'add theo, 6', 'add theo, 5'],
    ['not dinner, lunch', 'we paid 84 euros for dinner', 'we paid 84 euros for lunch'],
    ['make that 9', 'remind me tomorrow at 8 to call', 'remind me tomorrow at 9 to call'],
    ['no, Leigh', 'rename our family to Lee', 'rename our family to Leigh'],
    ['oops her name is Clare', 'add my sister Clara', 'add Clare'],
    ['no, the Chens', 'book a table for us', 'book a table for the Chens'],
  ])('should correct by "%s" what was said', (text, said, meant) => {
    expect(corrected(text, said)).toBe(meant);
  });

  test.each(['we paid 12 euros for coffee', 'when is dinner', 'thanks'])(
    'should take "%s" for no correction',
    (text) => {
      expect(corrected(text, 'we paid 84 euros for dinner')).toBeUndefined();
    },
  );

  test('should put no thing in the place of those it is for', () => {
    expect(corrected('actually pizza', 'Salty Pelican for us')).toBeUndefined();
  });

  test('should say again of another thing what was said of one', () => {
    expect(saidAgain('and for the Garcias?', 'invite the Patels')).toBe('invite the Garcias');
    expect(saidAgain('and day 3?', 'whats on day 2')).toBe('whats on day 3');
    expect(saidAgain('and the okoyes vote 3', 'record the Silvas vote 1')).toBe('record the okoyes vote 3');
    expect(saidAgain('when is breakfast', 'whats on day 2')).toBeUndefined();
  });

  test('should let nothing without an amount stand beside one, where the two are alike', () => {
    expect(amend('we paid 84 euros for dinner', 'drinks', { alike: true })).toBeUndefined();
    expect(amend('we paid 84 euros for dinner', '12 euros for drinks', { alike: true })).toBe(
      'we paid 12 euros for drinks',
    );
  });

  test.each([
    ["don't close the poll", 'close the poll'],
    ['please do not tell everyone', 'tell everyone'],
    ["we didn't pay for the taxi", 'pay for the taxi'],
    ["don't forget to call the hotel", undefined],
    ['close the poll', undefined],
  ])('should know what "%s" denies', (text, rest) => {
    expect(denied(text)).toBe(rest);
  });

  test('should part a message where a request ends, and nowhere else', () => {
    const cuts = (text: string) => cutsOf(text).map(({ left, right }) => [left, right]);
    expect(cuts("add Sam, he's 9, and move dinner to 7")).toEqual([["add Sam, he's 9", 'move dinner to 7']]);
    expect(cuts('no texts between 10 pm and 7 am')).toEqual([]);
    expect(cuts('we are away on 12 and 13 June')).toEqual([]);
    expect(cuts('we booked the ferry and paid 80 euros for it')).toEqual([]);
  });

  test.each([
    'scrap that shes not coming',
    "scrap that, she's not coming",
    'delete that i paid with the other card',
    'cancel that because we changed our minds',
    "remove that my mum can't make it",
  ])('should hear in "%s" why the last thing is taken back', (text) => {
    expect(takesBackLast(text)).toBe(true);
  });

  test.each(['delete that photo of the beach', 'take that out of the plan', "drop that museum it's boring"])(
    'should see in "%s" the thing that is spoken of',
    (text) => {
      expect(takesBackLast(text)).toBe(false);
    },
  );

  test.each([
    ['borra eso, ya no viene', true],
    ['quítalo, al final no viene', true],
    ['deshazlo, me equivoqué', true],
    ['cancela porque ya no viene', false],
    ['quita el museo porque no abre', false],
  ])('should hear "%s" so in Spanish', (text, takesBack) => {
    expect(takesBackInSpanish(text)).toBe(takesBack);
  });

  test('should see what points back, and what only takes back', () => {
    expect(['delete it', 'ok cancel that please', 'delete the trip'].map(takesBackLast)).toEqual([true, true, false]);
    expect(['vote for that one', 'invite the Patels'].map(pointsBack)).toEqual([true, false]);
  });
});
