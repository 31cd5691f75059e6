import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { planFor } from '../../trips/itineraries/plan-for.ts';
import { readTripDays } from '../understanding/plan-days.ts';
import { editPlan, planContext } from './change-plan.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

/** Things that are told of what comes. */
const MOST_TOLD = 3;

/** What is going on now and what comes, for the speaker's family; before a group, for everybody. */
const whatsNext = async (context: TripContext): Promise<Reply> => {
  const { house, member, group, words } = context;
  const { edits, plan } = words;
  const itinerary = await latestItinerary(house.records, member.trip.id);
  if (!itinerary) return { text: words.plan.none };
  const around = await planContext(context);
  if (!around) return sayRejection({ ok: false, reason: 'dates-missing' }, words);
  const { days } = group ? itinerary : planFor(itinerary, member.participation.familyId);
  const at = `${around.today} ${around.now}`;
  const all = days.flatMap(({ date, items }) =>
    items.filter(({ kind, meal }) => kind !== 'free' || meal !== undefined).map((item) => ({ date, ...item })),
  );
  const now = all.filter(({ date, start, end }) => `${date} ${start}` <= at && at < `${date} ${end}`);
  const coming = all.filter(({ date, start }) => `${date} ${start}` > at).slice(0, MOST_TOLD);
  const [next] = coming;
  if (!next && now.length === 0) return { text: edits.planDone };
  const told = coming
    .filter(({ date }) => date === next?.date)
    .map(
      ({ start, title, place }) => `${start} ${plan.item(title)}${place && !title.includes(place) ? `, ${place}` : ''}`,
    );
  const day = !next || next.date === around.today ? undefined : words.say.day(next.date);
  return {
    text: [
      ...now.map(({ title, end }) => edits.now(plan.item(title), end)),
      ...(next ? [edits.next(told.join('; '), day)] : [edits.nothingAfter]),
    ].join(' '),
  };
};

export const whatsNextSkill = skill({
  name: 'whats-next',
  description: 'Says what is on now and what comes next in the plan',
  who: 'member',
  reads: true,
  input: z.object({}),
  commands: ["what's next", 'whats next', 'what is next', 'next', 'now what', 'what now'],
  claims: (text) =>
    !/\b(?:due|forget|know|deadline)\b/i.test(text) &&
    /\b(?:what(?:'s|’s| is|s)?|where)\b.{0,20}\b(?:next|coming up|up next|after this)\b(?! (?:to|week|month|year|time))/i.test(
      text,
    ),
  examples: [
    "what's next",
    'what comes next in the plan',
    'where do we go next',
    'what are we doing after this',
    'what is coming up now',
    'where do we have to be now',
    'where to now',
    'which stop comes after this',
    'when do we have to be at the next thing',
  ],
  run: whatsNext,
});

const RAIN =
  /\b(?:rain\w*|wet|storm\w*|pour\w*|bad weather|weather (?:is|gets|turns) bad)\b.*\b(?:instead|indoors?|inside|do|alternative|plan b|then)\b|\b(?:indoors?|inside)\b.*\b(?:rain\w*|instead|alternative|bad weather|plan b)\b|\bplan b\b|\brain plan\b/i;

/** Without a plan nothing can be swapped: what the papers say of places indoors, and how a plan comes about. */
const indoorsInPapers = async ({ house, member, group, words }: TripContext): Promise<Reply> => {
  const scope = { tripId: member.trip.id, familyId: group ? undefined : member.participation.familyId };
  const answer = await house.library.ask({ text: 'indoor', scope, history: [] });
  if (!answer.found) return { text: words.edits.noPlanForRain };
  return { text: `${words.edits.indoors(answer.text)} ${words.plan.none}`, citations: answer.citations };
};

/** It rains: what then? */
const LLUEVE =
  /(?<!\p{L})(?:lluev|llov|lluvi|torment|diluvi|graniz)\p{L}*.*(?<!\p{L})(?:qu[eé] (?:hacemos|hago|podemos|hay|otra|se puede)|ahora qu[eé]|alternativas?|bajo techo|techad[oa]s?|adentro|plan b|otra cosa)(?!\p{L})|(?<!\p{L})(?:qu[eé] (?:hacemos|podemos hacer)|bajo techo|adentro|plan b)(?!\p{L}).*(?<!\p{L})(?:lluev|llov|lluvi|torment|mal tiempo)/iu;
const RAINS_NOW = /\b(?:rain\w*|pour\w*|storm\w*|wet)\b.{0,30}\b(?:what (?:now|next|else)|now what|ideas?)\b/i;

export const rainPlanSkill = skill({
  name: 'rain-plan',
  description: 'Offers something indoors for what is planned outdoors',
  who: 'member',
  input: z.object({ said: z.string().max(300).optional() }),
  commands: ['rain plan', 'plan b', 'if it rains', 'indoors'],
  claims: (text) => RAIN.test(text) || RAINS_NOW.test(text) || LLUEVE.test(text),
  examples: [
    'is there something indoors instead if it rains',
    'what do we do if it rains tomorrow',
    'anything inside instead of the park on Sunday',
    'it is raining, what else could we do',
    'we need a plan b for bad weather',
    "it's raining cats and dogs, what do we do",
    'weather is awful, any ideas inside',
    'what can we do in this rain',
    'storm is coming, is there a plan b',
  ],
  read: (text) => ({ said: text.slice(0, 300) }),
  run: async (context, { said = '' }) => {
    const { house, member, words } = context;
    const itinerary = await latestItinerary(house.records, member.trip.id);
    if (!itinerary) return indoorsInPapers(context);
    const around = await planContext(context);
    if (!around) return sayRejection({ ok: false, reason: 'dates-missing' }, words);
    const day = readTripDays(said, around)[0]?.date ?? (around.dates.includes(around.today) ? around.today : undefined);
    return editPlan(context, day === undefined ? { kind: 'rain' } : { kind: 'rain', on: day });
  },
});
