import { expenses, settlements } from '../../trips/expenses/expense.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { familyNames } from '../../trips/trips/former-family.ts';
import type { Announcers } from './announcement.ts';

export const moneyAnnouncers: Announcers<'expense-added' | 'settlement-recorded'> = {
  'expense-added': {
    topic: 'money',
    say: async ({ records }, trip, { expenseId, corrected }, { familyId }, { say, news }) => {
      const expense = await records.read(expenses, trip.id, expenseId);
      const payer = (await familiesIn(records, trip.id)).find((seat) => seat.familyId === expense?.paidBy);
      if (!expense || !payer) return undefined;
      const part = familyId === undefined || familyId === payer.familyId ? undefined : expense.parts[familyId];
      const mine = part === undefined ? undefined : say.money({ ...expense.amount, amount: part });
      return {
        reply: {
          text: (corrected ? news.paidAfterAll : news.paid)(
            ...([say.family(payer.familyName), say.money(expense.amount), expense.what, mine] as const),
          ),
        },
      };
    },
  },
  'settlement-recorded': {
    topic: 'money',
    say: async ({ records }, trip, { settlementId }, { familyId }, { say, news }) => {
      const settlement = await records.read(settlements, trip.id, settlementId);
      // Between two families: nobody else needs to hear it.
      if (!settlement || (familyId !== settlement.from && familyId !== settlement.to)) return undefined;
      const names = await familyNames(records, trip.id);
      const name = (id: string): string => say.family(names.get(id) ?? news.otherFamily);
      return {
        reply: { text: news.paidBack(name(settlement.from), name(settlement.to), say.money(settlement.amount)) },
      };
    },
  },
};
