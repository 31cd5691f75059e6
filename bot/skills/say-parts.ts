import type { Words } from '../../cards/words/catalogue.ts';
import type { Participation } from '../../trips/trips/trip.ts';

/** Each family's part of an expense, in words. */
export const sayParts = (
  seats: readonly Participation[],
  {
    parts,
    amount,
    paidBy,
  }: {
    readonly parts: Readonly<Record<string, number>>;
    readonly amount: { readonly currency: string };
    readonly paidBy?: string;
  },
  { say, money: said }: Words,
): string => {
  const shares = seats.filter(({ familyId }) => parts[familyId] !== undefined);
  const inWords = (part: number): string => say.money({ amount: part, currency: amount.currency });
  const values = new Set(shares.map(({ familyId }) => parts[familyId]));
  if (shares.length === 1 && shares[0]?.familyId === paidBy) return said.allTheirs;
  const [only] = values;
  if (shares.length > 1 && values.size === 1 && only !== undefined) return said.eachOf(inWords(only), shares.length);
  return said.parts(
    shares.map(({ familyId, familyName }) => [say.family(familyName), inWords(parts[familyId] ?? 0)] as const),
  );
};
