import { daysBetween, sayDay } from '../../dates.ts';
import { counted } from '../speak.ts';
import type { Conflict, Matter } from './conflict.ts';

/** Days of the trip on which some family cannot be there. */
export const tripDays = ({ trip, families, checked }: Matter): readonly Conflict[] => {
  if (checked.length > 0 || trip.startDate === undefined || trip.endDate === undefined) return [];
  const days = daysBetween(trip.startDate, trip.endDate);
  const away = families.flatMap((family) => {
    const missed = days.filter((day) => family.preferences.unavailable.includes(day));
    return missed.length > 0 ? [{ family, missed }] : [];
  });
  if (away.length === 0) return [];
  const lost = new Set(away.flatMap(({ missed }) => missed)).size;
  const whole =
    lost === days.length
      ? 'No day of the trip works for every family'
      : `${counted(lost, 'day')} of the trip ${lost === 1 ? 'does' : 'do'} not work for ${away.length === 1 ? 'one family' : `${away.length} families`}`;
  return [
    {
      type: 'dates',
      details: `${whole}.`,
      involvedFamilies: away.map(({ family }) => family.id),
      openly: [],
      relatedOptions: [],
      own: Object.fromEntries(
        away.map(({ family, missed }) => [
          family.id,
          `You cannot be there on ${missed.map((day) => sayDay(day)).join(', ')}.`,
        ]),
      ),
    },
  ];
};
