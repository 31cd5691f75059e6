import type { Question } from './linear-program.ts';
import type { TripProgram } from './trip-program.ts';

/**
 * What about a trip through several cities settles most of the rest: what is given up, in which city each night is spent,
 * then how each day goes, then in which bed. None where every day can go in one way only.
 */
export const questionsOf = ({ days, stays, given }: TripProgram): readonly (readonly Question[])[] => {
  const known = days.map((situations) =>
    situations.flatMap(({ column, route }) => (column === undefined ? [] : [{ column, to: route?.to }])),
  );
  if (known.every((ways) => ways.length === 0)) return [];
  const where = known.map(
    (ways): Question => [...Map.groupBy(ways, ({ to }) => to).values()].map((own) => own.map(({ column }) => column)),
  );
  const how = known.map((ways): Question => ways.map(({ column }) => [column]));
  const beds = days.map(
    (_, night): Question =>
      stays.flatMap(({ column, from, nights }) => (from <= night && night < from + nights ? [[column]] : [])),
  );
  const kept = given.map(({ column, kept: not }): Question => [[column], [not]]);
  return [kept, where, how, beds];
};
