import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { type Balance, readBalance } from '../../trips/expenses/balance.ts';
import { recordSettlement } from '../../trips/expenses/record-settlement.ts';
import { idFrom } from '../../trips/ids.ts';
import type { Money } from '../../trips/money.ts';
import { familyNames } from '../../trips/trips/former-family.ts';
import type { Participation } from '../../trips/trips/trip.ts';
import { sayRejection } from './say-rejection.ts';
import type { TripContext } from './skill.ts';

/** What the family pays and gets in the fewest payments after which everybody is even. */
export const sayOwn = (
  names: ReadonlyMap<string, string>,
  balances: readonly Balance[],
  own: string,
  { say, money: said, news }: Words,
): string => {
  const all = balances.flatMap(({ currency, payments }) => payments.map((payment) => ({ ...payment, currency })));
  const line = (other: string, { amount, currency }: { readonly amount: number; readonly currency: string }) =>
    [say.family(names.get(other) ?? news.otherFamily), say.money({ amount, currency })] as const;
  return said.own(
    all.filter(({ from }) => from === own).map((one) => line(one.to, one)),
    all.filter(({ to }) => to === own).map((one) => line(one.from, one)),
  );
};

/** One family has paid another back: written down, and what is left between the speaker and the others. */
export const payBack = async (
  context: TripContext,
  amount: Money,
  from: Participation,
  to: Participation,
): Promise<Reply> => {
  const { house, member, conversation, words } = context;
  const { say, money: said } = words;
  const done = await recordSettlement(
    house.records,
    house.clock,
    member,
    {
      ...{ id: idFrom('settlement', conversation, context.eventId), from: from.familyId, to: to.familyId, amount },
    },
    conversation,
  );
  if (!done.ok) return sayRejection(done, words);
  const own = member.participation.familyId;
  context.changed(words.things.payment(say.family(to.familyName)), {
    skill: 'remove-expense',
    input: { settlementId: done.settlement.id },
  });
  const [payer, payee, sum] = [say.family(from.familyName), say.family(to.familyName), say.money(amount)];
  if (from.familyId !== own && to.familyId !== own) return { text: said.paidBetween(payer, payee, sum) };
  const told = from.familyId === own ? said.paidBack(payee, sum) : said.paidYou(payer, sum);
  if (context.group) return { text: said.paidBetween(payer, payee, sum) };
  const left = sayOwn(
    await familyNames(house.records, member.trip.id),
    await readBalance(house.records, member),
    own,
    words,
  );
  return { text: `${told} ${left}` };
};
