import { readFamilyCount } from './family-count.ts';

describe('who is in a family', () => {
  it.each([
    ['were 4, kids 6 n 10', 2, [6, 10]],
    ['2 adults, twins aged 2', 2, [2, 2]],
    ['2 adults + grandma 78 who uses a wheelchair, kid 12', 3, [12]],
    ['it is just me and my husband', 2, undefined],
    ["it's my wife Joan and our boy Sam who is five", 2, [5]],
    ["we're two adults and my mother who is eighty one", 3, undefined],
    ['mum, dad and a teenager', 2, [undefined]],
    ['its two of us and the baby', 2, [undefined]],
    ['me and my wife and our kids, seven and nine', 2, [7, 9]],
    ['2 adults, a 6 and a 9 year old, plus a baby', 2, [6, 9, undefined]],
    ['2 adults and two 3-year-olds', 2, [3, 3]],
    ['my parents and me', 3, undefined],
    ['theres 5 of us, me jon and the kids 3 7 and 11', 2, [3, 7, 11]],
  ] as const)('should count %j', (said, adults, ages) => {
    const { adults: counted, children } = readFamilyCount(said);
    expect(counted).toBe(adults);
    expect(children?.map(({ age }) => age)).toEqual(ages);
  });

  it.each([
    'my husband is a vegan',
    'my husband and I love hiking',
    'grandma cannot do stairs',
    'family of five',
    'there are four of us',
    'my mother is 81',
  ])('should count nobody in %j, which tells of somebody and counts no family', (said) => {
    expect(readFamilyCount(said)).toEqual({ adults: undefined, children: undefined });
  });

  it('should not take one of whom more is told for one more', () => {
    expect(readFamilyCount("2 adults and my mother can't do stairs").adults).toBe(2);
  });
});
