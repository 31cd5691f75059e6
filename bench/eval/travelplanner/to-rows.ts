import type { Plan } from '../../../trips/itineraries/plan.ts';
import type { PlanningFacts } from '../../../trips/itineraries/planning-facts.ts';
import type { PlanRow, Sandbox } from './task.ts';
import { nameIn } from './to-facts.ts';

const NONE = '-';

/** The product's plan in the set's own form. */
export const rowsOf = ({ days }: Plan, { candidates }: PlanningFacts, box: Sandbox): readonly PlanRow[] => {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const named = (id: string | undefined): string => {
    const candidate = byId.get(id ?? '');
    return candidate ? nameIn(candidate.name, candidate.city ?? '') : NONE;
  };
  const beds = days.flatMap(({ items }) =>
    items.flatMap(({ nights, candidateId }) => (nights ? [{ ...nights, id: candidateId }] : [])),
  );
  let city = '';
  return days.map(({ date, items }, index): PlanRow => {
    const leg = items.map(({ candidateId }) => byId.get(candidateId ?? '')).find((candidate) => candidate?.leg);
    const meal = (part: string): string => named(items.find((item) => item.meal === part)?.candidateId);
    const sights = items.filter(({ kind }) => kind === 'sight').map(({ candidateId }) => named(candidateId));
    const bed = beds.find(({ first, count }) => {
      const from = days.findIndex((day) => day.date === first);
      return from <= index && index < from + count && date >= first;
    });
    const where = leg?.leg ? `from ${leg.leg.from} to ${leg.leg.to}` : city;
    city = leg?.leg?.to ?? city;
    return {
      days: index + 1,
      current_city: where,
      transportation: leg ? sayLeg(leg.id, box) : NONE,
      breakfast: meal('breakfast'),
      attraction: sights.length > 0 ? `${sights.join(';')};` : NONE,
      lunch: meal('lunch'),
      dinner: meal('dinner'),
      accommodation: named(bed?.id),
    };
  });
};

const sayLeg = (id: string, box: Sandbox): string => {
  const flight = box.flights.find((row) => id === `flight ${row['Flight Number']}`);
  if (flight)
    return `Flight Number: ${flight['Flight Number']}, from ${flight.OriginCityName} to ${flight.DestCityName}, Departure Time: ${flight.DepTime}, Arrival Time: ${flight.ArrTime}`;
  const road = box.roads.find(({ how, from, to }) => id === `${how} ${from} to ${to}`);
  return road ? `${road.text.charAt(0).toUpperCase()}${road.text.slice(1)}` : NONE;
};
