import { expenses, settlements } from '../../trips/expenses/expense.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { sayMoney } from '../../trips/money.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { familyNames } from '../../trips/trips/former-family.ts';
import type { Announcers } from './announcement.ts';

export const moneyAnnouncers: Announcers<'expense-added' | 'settlement-recorded'> = {
  'expense-added': {
    topic: 'money',
    say: async ({ records }, trip, { expenseId }, { familyId }) => {
      const expense = await records.read(expenses, trip.id, expenseId);
      const payer = (await familiesIn(records, trip.id)).find((seat) => seat.familyId === expense?.paidBy);
      if (!expense || !payer) return undefined;
      const paid = `${capital(sayFamily(payer.familyName))} paid ${sayMoney(expense.amount)} for ${expense.what}.`;
      const part = familyId === undefined || familyId === payer.familyId ? undefined : expense.parts[familyId];
      const mine = part === undefined ? '' : ` Your part: ${sayMoney({ ...expense.amount, amount: part })}.`;
      return { reply: { text: `${paid}${mine} Say WHO OWES to see where everyone stands.` } };
    },
  },
  'settlement-recorded': {
    topic: 'money',
    say: async ({ records }, trip, { settlementId }, { familyId }) => {
      const settlement = await records.read(settlements, trip.id, settlementId);
      // Between two families: nobody else needs to hear it.
      if (!settlement || (familyId !== settlement.from && familyId !== settlement.to)) return undefined;
      const names = await familyNames(records, trip.id);
      const name = (id: string): string => sayFamily(names.get(id) ?? 'other');
      return {
        reply: {
          text: `${capital(name(settlement.from))} paid ${name(settlement.to)} ${sayMoney(settlement.amount)}.`,
        },
      };
    },
  },
};

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
