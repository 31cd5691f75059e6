import { mayBeName } from './names.ts';
import { familyNamed, readPerson, singular } from './people-words.ts';

describe('people in what is said', () => {
  test.each([
    ['add my hubby Greg', { name: 'Greg', age: undefined }],
    ['our youngest, Noah, hes 2', { name: 'Noah', age: 2 }],
    ["forgot to add our eldest, Jack, who's 15", { name: 'Jack', age: 15 }],
    ['add theo, 6', { name: 'theo', age: 6 }],
    ['put my sister Joanne in our family', { name: 'Joanne', age: undefined }],
    ['add Grandad Bill to our lot', { name: 'Bill', age: undefined }],
    ['add another person', {}],
    ['granny comes with us', { name: 'granny', besides: true }],
  ])('should read who is to be added by "%s"', (text, person) => {
    expect(readPerson(text)).toEqual(person);
  });

  test('should read a family wherever it is named, and tell one from its members', () => {
    expect(familyNamed('get the Murphys on board')).toEqual({ name: 'Murphys', plural: true });
    expect(familyNamed('the Nguyen family wants in')).toEqual({ name: 'Nguyen', plural: false });
    expect(familyNamed('invite everyone')).toBeUndefined();
    expect(['Silvas', 'Joneses', 'Ross'].map(singular)).toEqual(['Silva', 'Jones', 'Ross']);
  });

  test.each(['Ana Silva', 'its Bea', 'call me Tom please', 'the Patels'])('should take "%s" for a name', (text) => {
    expect(mayBeName(text)).toBe(true);
  });
  test.each(['that was wrong, he loves museums', 'when can we check in', 'is breakfast included?', 'who owes what'])(
    'should not take "%s" for one',
    (text) => {
      expect(mayBeName(text)).toBe(false);
    },
  );
});
