import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Converse } from '../bot/conversed.ts';
import type { House } from '../bot/house.ts';
import type { Incoming } from '../bot/incoming.ts';
import { dedupe } from '../bot/middleware/dedupe.ts';
import { inOrder } from '../bot/middleware/in-order.ts';
import { chain, newTurn } from '../bot/turn.ts';
import type { Reply } from '../cards/reply.ts';
import type { EntityStore } from '../store/entity-store.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { systemClock } from '../trips/clock.ts';
import { testCodec } from './codec.ts';

/** The order and the memory of the real conversation over a real store, with words that a test chooses. */
export const doorConversation = async (
  say: (incoming: Incoming) => readonly Reply[] | Promise<readonly Reply[]>,
): Promise<{ readonly converse: Converse; readonly records: EntityStore; close(): Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'door-conversation-'));
  const records = sqliteStore(openDatabase(join(folder, 'trips.db')), systemClock, testCodec);
  // No more of a house is used by these steps.
  const house = { records, clock: systemClock } as unknown as House;
  const run = chain([
    inOrder(),
    dedupe(),
    async (turn) => {
      turn.replies.push(...(await say(turn.incoming)));
    },
  ]);
  return {
    records,
    converse: async (incoming) => {
      const turn = newTurn(house, incoming);
      await run(turn);
      return { replies: turn.replies, duplicate: turn.duplicate };
    },
    close: async () => {
      await records.close();
      rmSync(folder, { recursive: true });
    },
  };
};
