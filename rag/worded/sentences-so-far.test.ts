import fc from 'fast-check';
import { sentencesSoFar } from './sentences-so-far.ts';

const sentences = fc.array(fc.record({ text: fc.string(), passages: fc.array(fc.string()) }));

test('should read as many sentences as are complete, however the rest is cut', () => {
  fc.assert(
    fc.property(sentences, fc.nat(), (all, cut) => {
      const written = JSON.stringify({ sentences: all });
      expect(sentencesSoFar(written)).toEqual(all);
      const some = sentencesSoFar(written.slice(0, cut % (written.length + 1)));
      expect(some).toEqual(all.slice(0, some.length));
    }),
  );
});

test.each([
  '',
  '[{"text":"x","passages":[]}]',
  '{"answer":"x"}',
  '{"sentences":[{"text":7,"passages":[]}]}',
  'Sure! Here',
])('should read none where none is written: %j', (written) => {
  expect(sentencesSoFar(written)).toEqual([]);
});
