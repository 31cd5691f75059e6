import { z } from 'zod';
import { readBudget } from '../../trips/budget/read-budget.ts';
import { families } from '../../trips/families/family.ts';
import { asOrganizer, memberOf } from '../../trips/roles/permission.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { updateTrip } from '../../trips/trips/update-trip.ts';
import { readMoney } from '../understanding/money.ts';
import { readSplit } from '../understanding/split-words.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const sayBudget = async ({ house, member, group, words }: TripContext): Promise<string> => {
  const { say, budget: said } = words;
  const budget = await readBudget(house.records, member);
  if (!budget) {
    const { familyId } = member.participation;
    const own = group ? undefined : (await house.records.read(families, familyId, familyId))?.preferences.budget;
    return own ? `${said.ownAlone(say.money(own))} ${said.none}` : said.none;
  }
  const { total, by, own, parts } = budget;
  const all = said.forEveryone(say.money(total), by);
  if (group) return all;
  if (!parts) return `${all} ${said.yourPart(say.money(own))}`;
  const seats = await familiesIn(house.records, member.trip.id);
  const each = seats.map(
    ({ familyId, familyName }) =>
      [say.family(familyName), say.money({ amount: parts[familyId] ?? 0, currency: total.currency })] as const,
  );
  return `${all} ${said.parts(each)}`;
};

export const budgetSkill = skill({
  name: 'budget',
  description: "Shows your part of the trip's budget; the organizer divides it",
  who: 'member',
  input: z.object({ said: z.string().max(500).optional() }),
  commands: [
    'split the budget',
    'divide the budget',
    'our part of the budget',
    'budget split',
    'our share of the budget',
  ],
  claims: (text) =>
    /\b(?:split|divide|share out)\b.{0,25}\bbudget\b|\bbudget\b.{0,15}\b(?:is|be|gets?) (?:split|divided|shared)\b|\b(?:part|share|percent|half|third|quarter|%) of the budget\b|\bcontribute to the budget\b/i.test(
      text,
    ),
  examples: [
    'split the budget by head',
    'divide the budget equally between the families',
    'what is our part of the budget',
    'the Chens carry half of the budget',
    'split the budget: Silvas 2 parts, Chens 1, Okoyes 1',
    'how much of the budget falls to us',
    'the budget is divided 60% Silva and 40% Chen',
    'how big is our part of the budget',
    'what do we pay of the budget',
    'divide the budget per head',
    'share the budget by number of people',
    'the Bergs take 60% of the budget',
    'we carry a third of the budget',
    'how is the budget divided',
    'how much of the budget falls on us',
    'what part of the money do we have to bring',
    'what may our family spend of the trip budget',
    'how is the trip money divided',
  ],
  read: (text) => ({ said: text.slice(0, 500) }),
  run: async (context, { said = '' }) => {
    const { house, member, words } = context;
    const seats = await familiesIn(house.records, member.trip.id);
    const asks = /\?\s*$|^(?:what|how|which|show|tell)\b/i.test(said.trim());
    const split = asks ? undefined : readSplit(said, seats, member.participation.familyId);
    if (!split) {
      const hint =
        member.isOrganizer && !asks && /\b(?:split|divide|share)/i.test(said) ? ` ${words.budget.howToDivide}` : '';
      return { text: `${await sayBudget(context)}${hint}`, private: !context.group };
    }
    const may = asOrganizer(member, 'only the organizer divides the budget');
    if (!may.ok) return sayRejection(may, words);
    const budget = readMoney(said);
    const changed = await updateTrip(house.records, house.clock, may.organizer, {
      budgetSplit: split,
      ...(budget && { budget }),
    });
    if (!changed.ok) return sayRejection(changed, words);
    const now = await memberOf(house.records, member.person.id, member.trip.id);
    if (!now.ok) return sayRejection(now, words);
    return {
      text: `${words.budget.divided} ${await sayBudget({ ...context, member: now.member })}`,
      private: !context.group,
    };
  },
});
