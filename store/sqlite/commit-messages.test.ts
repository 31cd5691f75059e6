import fc from 'fast-check';
import { type CommitRequest, pack, unpack } from './commit-messages.ts';

const change = fc.record(
  {
    id: fc.string(),
    ifMatch: fc.string(),
    ifAbsent: fc.boolean(),
    put: fc.option(
      fc.record({
        type: fc.string(),
        etag: fc.string(),
        dueAt: fc.option(fc.string()),
        expiresAt: fc.option(fc.integer()),
        body: fc.record({ open: fc.string(), secret: fc.string() }, { requiredKeys: ['open'] }),
      }),
    ),
  },
  { requiredKeys: ['id'] },
);
const commits = fc.array(fc.record({ pk: fc.string(), now: fc.nat(), changes: fc.array(change, { maxLength: 4 }) }), {
  maxLength: 5,
});

/** What is absent and what is undefined or false say the same. */
const plain = (all: readonly CommitRequest[]) =>
  all.map(({ changes, ...rest }) => ({
    ...rest,
    changes: changes.map(({ id, put, ifMatch, ifAbsent = false }) => ({ id, put, ifMatch, ifAbsent })),
  }));

test('commits should come out of the cells they went into', () => {
  fc.assert(
    fc.property(commits, (given) => {
      expect(plain(unpack(pack(given)))).toEqual(plain(given));
    }),
    { seed: 20_270_611 },
  );
});
