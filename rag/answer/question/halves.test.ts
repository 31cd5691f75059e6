import { halvesOf } from './halves.ts';

const asked = (question: string): readonly string[] => halvesOf(question).map((way) => way.join(' | '));

describe('a question that may be two', () => {
  it.each([
    ['which is dearer: the kayak or the canoe', 'how much is the kayak | how much is the canoe'],
    [
      'where are tickets cheaper, online or at the gate',
      'how much is tickets online | how much is tickets at the gate',
    ],
    ['deposits: the villa and the car', 'deposits the villa | deposits the car'],
    ['wifi: flat vs hotel, passwords', 'wifi flat passwords | wifi hotel passwords'],
    [
      'what do the tower and the garden cost an adult',
      'what do the tower cost an adult | what do the garden cost an adult',
    ],
    ['check-out times of the inn and the flat', 'check-out times of the inn | check-out times of the flat'],
    ['a sauna plus a towel', 'how much is a sauna | how much is a towel'],
    ['when is the boat and the train', 'when is the boat | when is the train'],
    ['are towels and bedding included', 'are towels included | are bedding included'],
    ['is the bus or the boat cheaper?', 'how much is the bus | how much is the boat'],
    ['is the tower further than the grotto', 'how far is the tower | how far is the grotto'],
    ['which opens earlier, the zoo or the castle', 'when does the zoo open | when does the castle open'],
    ['checkout inn vs villa', 'checkout inn | checkout villa'],
  ])('%j is asked of each', (question, way) => {
    expect(asked(question)).toContain(way);
  });

  it('is one where nothing is joined, where the same is said twice, and where two people are asked of', () => {
    expect(asked('can Mia and Leo both do it')).toEqual([]);
    expect(asked('when does the boat leave')).toEqual([]);
    expect(asked('towels and towels')).toEqual([]);
  });

  it('costs a few searches at most, however much is joined', () => {
    expect(asked(Array.from({ length: 30 }, (_, n) => `thing ${n}`).join(' and '))).toHaveLength(3);
  });
});
