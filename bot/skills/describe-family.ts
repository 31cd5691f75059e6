import { z } from 'zod';
import type { Act } from '../../cards/reply.ts';
import { daysBetween } from '../../trips/dates.ts';
import { type Description, describeFamily } from '../../trips/families/describe-family.ts';
import { type Family, families, headCount } from '../../trips/families/family.ts';
import { money } from '../../trips/money.ts';
import { familyInTrip } from '../../trips/people/person.ts';
import { isUnnamed } from '../../trips/people/rename-person.ts';
import { rejected } from '../../trips/rejection.ts';
import { familyMemberOf, memberOf } from '../../trips/roles/permission.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { readFamilySize } from '../understanding/family-count.ts';
import { saysLimitOfEach } from '../understanding/limit-each.ts';
import { moneyOf, readBareLimit, readCurrency, readMoney } from '../understanding/money.ts';
import { readDescription, tellsMuchOfUs } from '../understanding/party.ts';
import { readUnavailableIn, readWeekdaysAway, saysUnavailable, saysWhenThere } from '../understanding/wish-words.ts';
import { sayUnderstood } from '../views/family-told.ts';
import { planFollows } from './plan-follows.ts';
import { sayRejection } from './say-rejection.ts';
import { type Said, type SkillContext, skill } from './skill.ts';

const input = z.object({
  familyName: z.string().max(60).optional(),
  adults: z.number().int().min(1).max(12).optional(),
  children: z
    .array(z.object({ name: z.string().max(60).optional(), age: z.number().int().min(0).max(17).optional() }))
    .max(11)
    .optional(),
  diet: z.array(z.string().max(60)).max(20).optional(),
  allergies: z.array(z.string().max(60)).max(20).optional(),
  mobility: z.array(z.string().max(60)).max(20).optional(),
  budget: money.optional(),
  pace: z.enum(['slow', 'steady', 'full']).optional(),
  interests: z.record(z.string().max(40), z.number().min(1).max(5)).optional(),
  unavailable: z.array(z.iso.date()).max(60).optional(),
  /** A limit said without its currency, and the currency said when it was asked for. */
  limit: z.number().positive().optional(),
  currency: z.string().length(3).optional(),
  /** The budget or limit is for each of the family. */
  each: z.boolean().optional(),
  /** How many the family is in all, when nobody has said who of them is grown up. */
  size: z.number().int().min(1).max(12).optional(),
  /** All of them are. */
  grown: z.boolean().optional(),
  /** Words for days that do not suit, which the trip's own days tell the meaning of. */
  away: z.string().max(300).optional(),
  /** Days of the week that never suit; 0 is Sunday. */
  weekdays: z.array(z.number().int().min(0).max(6)).max(7).optional(),
});

/** Somebody counts their own people: `2 adults and a girl of 7`, `we are three grown-ups`. */
const COUNTS_US =
  /^(?:(?:hi|hello|hey)[,!. ]+)?(?:we(?:'re|’re| are| have)|there are|(?:\d{1,2}|one|two|three|four|five|six) (?:adults?|grown[- ]?ups?))\b[^?]*$/i;
/** Somebody speaks of their own days, and not of a booking or a vote. */
const CANNOT =
  /^(?:(?:sorry|ok|hi|hey|but|and|so)\b[,!. ]*)*(?:we|i|our family)?\b ?(?:are|am|['’]?re|['’]?m)? ?(?:can['’]?t|cannot|can not|not (?:free|available|coming|there|around)|unavailable|away|busy)\b(?!.*\b(?:trip|book(?:ed|ing)?|vote|poll)\b)/i;
/** The family's own, and not that of all together. */
const OUR_BUDGET =
  /^(?!.*\b(?:total|everyone|everybody|all|together|whole|trip|overall)\b).*(?:\b(?:our|my) (?:own )?(?:family(?:['’]?s)? )?(?:budget|limit)\b|\bbudget\b.*\bfor (?:us|our family)\b)(?!.*\?)/i;
const ALL_GROWN = /\b(?:all|only|just)\b.{0,12}\b(?:adults?|grown[- ]?ups?)\b|\bno (?:kids|children)\b/i;
const COUNTED = /\b(?:adults?|grown[- ]?ups?)\b/i;

/** What takes back a description of one thing; of several each is taken back by name. */
const onlyThing = ({ diet, allergies, mobility, unavailable, ...others }: Description): Act | undefined => {
  const listed = Object.entries({ diet, allergies, mobility, unavailable }).flatMap(([what, values = []]) =>
    values.map((value) => ({ what, value })),
  );
  const [said] = listed;
  const alone = listed.length === 1 && Object.values(others).every((value) => value === undefined);
  return alone && said ? { skill: 'forget-preference', input: { said } } : undefined;
};

const tripHere = async ({ house, tripId, person }: SkillContext): Promise<Trip | undefined> => {
  const seat = tripId && person ? await memberOf(house.records, person.id, tripId) : undefined;
  return seat?.ok ? seat.member.trip : undefined;
};

/** The days of a trip that fall on these days of the week; none as long as it has no dates. */
const daysOfWeek = ({ startDate, endDate }: Trip, weekdays: readonly number[]): readonly string[] | undefined => {
  if (startDate === undefined || endDate === undefined) return undefined;
  const days = daysBetween(startDate, endDate).filter((day) => weekdays.includes(new Date(day).getUTCDay()));
  return days.length > 0 ? days : undefined;
};

/** Notes what somebody told of their family, and says it back; asks when nothing was told. */
export const familyDescribed = async (
  context: SkillContext,
  { each, ...told }: Description & { readonly each?: boolean | undefined },
): Promise<Said> => {
  if (!Object.values(told).some((value) => value !== undefined)) {
    context.expect('description', {});
    return { text: context.words.family.ask };
  }
  const { house, tripId, words } = context;
  const person = await context.account();
  const familyId = tripId === undefined ? person.familyId : familyInTrip(person, tripId);
  const mine = await familyMemberOf(house.records, person.id, familyId);
  if (!mine.ok) return sayRejection(mine, words);
  const known = each ? await house.records.read(families, familyId, familyId) : undefined;
  const perHead = known && told.budget ? { amount: told.budget, people: headsOf(told, known) } : undefined;
  if (perHead?.people === 1) {
    context.expect('description', { ...told, each });
    return { text: words.family.eachOfHowMany(words.say.money(perHead.amount)), private: true };
  }
  const said = perHead
    ? { ...told, budget: { ...perHead.amount, amount: perHead.amount.amount * perHead.people } }
    : told;
  const described = await describeFamily(house.records, mine.member, said);
  if (!described.ok) return sayRejection(described, words);
  context.changed(context.words.things.familyWords, onlyThing(said));
  const plan = await planFollows(context, said);
  if (context.group) return [{ text: words.family.notedInGroup }, ...plan];
  const { preferences } = described.family;
  const missing = [
    ...(preferences.budget ? [] : ['budget' as const]),
    ...(preferences.mobility.length > 0 ? [] : ['walking' as const]),
    ...(preferences.diet.length + preferences.allergies.length > 0 ? [] : ['food' as const]),
    ...(preferences.unavailable.length > 0 ? [] : ['dates' as const]),
    ...(Object.keys(preferences.interests).length > 0 ? [] : ['likes' as const]),
  ];
  if (isUnnamed(person)) context.expect('name', {}, 'call-me');
  const more = isUnnamed(person) ? words.trip.askName : words.family.anythingElse(missing);
  return [{ text: `${sayUnderstood(said, words, perHead)} ${more}`, private: true }, ...plan];
};

/** How many a family is: as it says now, else as it is known. */
const headsOf = ({ adults, children }: Description, family: Pick<Family, 'members'>): number =>
  adults === undefined && children === undefined ? headCount(family) : (adults ?? 1) + (children?.length ?? 0);

type Told = Description &
  Pick<z.output<typeof input>, 'limit' | 'currency' | 'away' | 'each' | 'size' | 'grown'> & {
    readonly weekdays?: readonly number[] | undefined;
  };

/** What words tell of a family, as the skill reads them. */
const toldIn = (text: string, now: Date): Told => {
  const told = readDescription(text, now);
  const each = saysLimitOfEach(text);
  const counted = told?.adults !== undefined || told?.children !== undefined;
  return {
    ...told,
    ...(each ? { budget: readMoney(text), each } : {}),
    size: counted ? undefined : readFamilySize(text),
    limit: readMoney(text) ? undefined : readBareLimit(text),
    weekdays: readWeekdaysAway(text),
    away: saysUnavailable(text) || saysWhenThere(text) ? text.slice(0, 300) : undefined,
  };
};

/** Notes what words tell of a family; nothing when they tell nothing. Of a whole trip, its money and days are not the family's. */
export const familyToldIn = async (
  context: SkillContext,
  text: string,
  { ofWholeTrip = false }: { readonly ofWholeTrip?: boolean } = {},
): Promise<Said | undefined> => {
  const all = toldIn(text, new Date(context.house.clock.now()));
  const { budget: _, each: __, limit: ___, weekdays: ____, away: _____, unavailable: ______, ...family } = all;
  const told = ofWholeTrip ? family : all;
  return Object.values(told).every((value) => value === undefined) ? undefined : noteTold(context, told);
};

const noteTold = async (context: SkillContext, heard: Told): Promise<Said> => {
  const { limit, currency, weekdays, away, size, grown, ...told } = heard;
  const counted = size === undefined ? {} : countedOf(size, told, grown);
  const trip = weekdays || away !== undefined || limit !== undefined ? await tripHere(context) : undefined;
  const never = weekdays && trip && daysOfWeek(trip, weekdays);
  const { startDate, endDate } = trip ?? {};
  const inTrip = away && startDate && endDate ? readUnavailableIn(away, startDate, endDate) : undefined;
  const unavailable = inTrip ?? told.unavailable;
  const said = { ...told, ...counted, unavailable: never ? [...(unavailable ?? []), ...never] : unavailable };
  const nothing = Object.values(said).every((value) => value === undefined);
  if (nothing && size !== undefined) {
    context.expect('description', { size });
    return { text: context.words.family.whoOf(size) };
  }
  if (away !== undefined && nothing)
    return startDate === undefined
      ? sayRejection(rejected('dates-missing'), context.words)
      : { text: context.words.family.whichDaysAway };
  if (limit === undefined) return familyDescribed(context, said);
  const meant = currency ?? trip?.budget?.currency;
  if (meant !== undefined) return familyDescribed(context, { ...said, budget: moneyOf(limit, meant) });
  context.expect('currency', { ...said, limit });
  return { text: context.words.money.whichCurrency(limit) };
};

/** Of so many in all, those who are no children are grown up. */
const countedOf = (size: number, { adults, children }: Description, grown?: boolean): Pick<Description, 'adults'> => {
  const others = children?.length ?? 0;
  if (grown) return { adults: size };
  return adults === undefined && others > 0 && others < size ? { adults: size - others } : {};
};

export const describeFamilySkill = skill({
  name: 'describe-family',
  description: 'Notes who is in your family and what you need: ages, food, walking, budget',
  who: 'anyone',
  input,
  evenDenied: true,
  commands: ['only me', 'just me', 'just us two', 'just the two of us'],
  // "2 adults and Mia who is 7" is one family, and corrects nobody's age.
  takesIn: (rest) => readDescription(rest)?.children?.some(({ name }) => name !== undefined) ?? false,
  readSlots: ['description', 'currency'],
  examples: [
    'we have a baby and a toddler',
    'three adults and one teenager',
    'my husband is a vegan',
    'my son is lactose intolerant',
    'grandpa can not walk far',
    'we can afford 3000 euros at the most',
    'no pork for us please',
    'one of us eats gluten free',
    'we like it relaxed, not too much every day',
    'our children are 5 and 8 years old',
    'we travel with a pushchair',
    'my wife is pregnant and needs short walks',
    'we are a family of five',
    'we are 2 adults and 2 kids aged 4 and 9',
    'two grownups, Mia 9 and Leo 4',
    'leo cant have nuts',
    'we are vegetarian',
    'my daughter is allergic to peanuts',
    'grandma uses a wheelchair',
    'we bring a stroller',
    'our budget is 2000 euros',
    'we cannot spend more than 1500 dollars',
    'my mother cannot do stairs',
    'we would like a slow pace',
    'we eat halal',
    'there are four of us',
    "we can't do 12 and 13 June",
    'we are away on Saturday the 12th',
    'we love beaches and do not care for shopping',
    'interests: beach 5, museums 2',
    'I am allergic to bee stings',
    'there are 2 adults and 3 kids in our family',
    'me, my husband and the twins who are 6',
    'its two of us and the baby',
    'i am bringing my three girls, 4, 7 and 10',
    'just the two of us',
    'mum, dad and a teenager',
    "i'm vegetarian by the way",
    "my son can't eat eggs",
    'our little girl is allergic to strawberries',
    'gluten makes my wife ill, she is coeliac',
    'no shellfish for my dad',
    'nobody of us drinks or eats pork',
    'the kids eat everything except fish',
    'she carries an epipen for nut allergy',
    'we will bring a pram',
    'dad needs a wheelchair',
    'grandad has bad knees and cannot do many steps',
    'our max is 2500 euros',
    'we have about 1200 pounds to spend',
    "we can't go over 900 euros as a family",
    'we cannot make it on 3 july',
    'we are not there on the 10th of may, my wife works',
    'we are not coming on Saturday',
    '14 and 15 august are not possible for us',
    'we are busy on the 5th',
    'we like to take it easy with small kids',
    'we prefer busy days with lots to do',
    'the children adore animals and hate long walks',
    'swimming 5, castles 3, shopping 1',
    'my boys are football mad',
    'i really like old churches',
    'we are bringing the pushchair',
    'there will be a pram with us',
    "can't do the 9th of may",
    'sorry we cannot make the 3rd',
    'we are not available on 5 and 6 july',
    'our family budget is around 1500 euros',
    'we will have the pushchair along',
    "we've got a buggy with us",
    'Nora is allergic to kiwi',
    'Finn stopped eating meat',
    'we bring a pram along',
    'early mornings are hard for us with the baby',
    "we'd enjoy some time by the sea",
    'one of us walks with a cane',
    'please nothing spicy for our kids',
    'our maximum is 1500 for all of us',
    'lots of swimming please',
    'we get tired quickly, keep it relaxed',
  ],
  claims: (text) =>
    saysLimitOfEach(text) ||
    tellsMuchOfUs(text) ||
    (COUNTS_US.test(text.trim()) && COUNTED.test(text)) ||
    saysWhenThere(text) ||
    (CANNOT.test(text.trim()) && (saysUnavailable(text) || readWeekdaysAway(text) !== undefined)) ||
    (OUR_BUDGET.test(text) && (readMoney(text) !== undefined || readBareLimit(text) !== undefined)),
  read: (text, { house, expectedSlot }) => ({
    ...toldIn(text, new Date(house.clock.now())),
    currency: expectedSlot === 'currency' ? readCurrency(text) : undefined,
    grown: expectedSlot === 'description' && ALL_GROWN.test(text) ? true : undefined,
  }),
  run: noteTold,
});
