import { callMeSkill } from './call-me.ts';

const nameIn = (text: string): unknown => callMeSkill.read?.(text, undefined as never);

describe('a name', () => {
  test.each([
    ['ana silva', 'Ana Silva'],
    ['hi, my name is Bea', 'Bea'],
    ['I am Ana, our family name is Silva', 'Ana Silva'],
    ['Ana and our family name is da Silva', 'Ana Da Silva'],
    ["name's Bea Chen", 'Bea Chen'],
    ['Ana Costa, my surname is Silva', 'Ana Costa'],
    ["it's Jean-Luc", 'Jean-Luc'],
    ["Pedro Garcia, we're 2 adults and a baby of 1", 'Pedro Garcia'],
    ['María de los Ángeles y somos cuatro', 'María De Los Ángeles'],
  ])('should be read out of "%s"', (text, name) => {
    expect(nameIn(text)).toEqual({ name });
  });

  test.each([
    "two grownups, Mia 9 and Leo 4. leo can't have nuts",
    'two adults and a baby',
    'do they have a cot?',
    'there are 4 of us',
    'dos adultos y una bebé',
    'grandma is coming too, she cant do stairs',
    'mi abuela no puede subir escaleras',
    'wei gets seasick',
    'grandma joins us, shes 71',
    'its me, my wife and twins',
    'what about the garcias?',
    'the second one',
    'no wait, the first',
  ])('should not be made of "%s", which tells or asks something else', (text) => {
    expect(nameIn(text)).toEqual({ name: undefined });
  });
});
