import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { readAnalyses, readTripConsensus } from '../../trips/consensus/read-consensus.ts';
import { meansOneOf } from '../../trips/itineraries/editing/which-item.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { people } from '../../trips/people/person.ts';
import { pollsOf } from '../../trips/polls/open-poll.ts';
import { readStanding } from '../../trips/polls/standing.ts';
import { sayCommonGround, sayWhy, whyCard } from '../views/why.ts';
import { skill, type TripContext } from './skill.ts';
import { matchPoll } from './which-poll.ts';

/** Asks about votes, whatever else the plan holds by that name. */
const OF_VOTES =
  /\b(?:w[io]n|lost|lose|vot\w*|polls?|decid\w*|decision|results?|chosen|turn|out|option|gan[oó]|votaci[oó]n|encuesta)\b/i;
/** Asks who stands behind the plan. */
const WHO_AGREED =
  /\bwho\b.{0,20}\b(?:agreed|signed off|approved|ok(?:['’]?d|ayed)?|decided|made|said (?:yes|ok)|wants|asked for|chose|came up with)\b.{0,20}\b(?:plan|itinerary|schedule)\b|\bqui[eé]n(?:es)?\b.{0,20}\b(?:acord|aprob|decidi|hizo|hicieron|pidi)\p{L}*.{0,20}\b(?:plan|itinerario)\b/iu;
const OF_PLAN = /\b(?:plan|itinerary|schedule|itinerario)\b/i;
const LEAD =
  /^(?:(?:so|and|but|y|pero|entonces)\b[\s,]*)*(?:why|how come|por qu[eé])\b(?: on earth)?(?: (?:is|are|did|do|does|have|has|was|were|we|you|they|pick|choose|put|take|go|going|have|having|to|there|in|on|vamos|al?|el|la|los|las))*\s*/i;
const TAIL = /(?:\s+(?:in|on|into|en)\s+(?:the|our|el) (?:plan|itinerary|itinerario)|\s+there|\s+then)?[\s?!.]*$/i;

/** Why something stands in the plan, or why the plan is as it is; nothing when the words speak of neither. */
const whyInPlan = async ({ house, member, words }: TripContext, said: string): Promise<Reply | undefined> => {
  if (OF_VOTES.test(said) && !WHO_AGREED.test(said)) return undefined;
  const { records } = house;
  const latest = await latestItinerary(records, member.trip.id);
  if (!latest) return WHO_AGREED.test(said) ? { text: words.plan.none } : undefined;
  const { plan, say } = words;
  if (WHO_AGREED.test(said)) {
    const chosen = (await pollsOf(records, member.trip.id)).flatMap(({ winner, options }) =>
      options.filter(({ optionId }) => optionId === winner).map(({ text }) => text.split(', ', 1)[0] ?? text),
    );
    const organizer = await records.read(people, member.trip.organizerId, member.trip.organizerId);
    return { text: plan.whoAgreed(organizer?.name, say.list(chosen)) };
  }
  const thing = said.trim().replace(LEAD, '').replace(TAIL, '');
  const found = latest.days
    .flatMap(({ date, items }) => items.map((item) => ({ date, item })))
    .find(({ item: { kind, title } }) => (kind === 'sight' || kind === 'meal') && meansOneOf([title], thing));
  if (found) {
    const { date, item } = found;
    const chosen = (await pollsOf(records, member.trip.id)).find(
      ({ winner, options }) =>
        winner !== undefined && meansOneOf([item.title], options.find((one) => one.optionId === winner)?.text ?? ''),
    );
    const where = plan.stands(item.title, say.day(date), item.start, item.cost && say.money(item.cost));
    const reason = chosen ? plan.votedFor(chosen.question) : plan.whyTaken(item.source?.name);
    return { text: `${where} ${reason} ${plan.toChange(item.title)}` };
  }
  return OF_PLAN.test(said)
    ? { text: plan.whyPlan(latest.checks.filter(({ ok }) => ok).length, latest.total && say.money(latest.total)) }
    : undefined;
};

export const whySkill = skill({
  name: 'why',
  description: 'Says why a poll came out so, or why something is in the plan',
  who: 'member',
  reads: true,
  input: z.object({ pollId: z.string().max(80).optional(), words: z.string().max(300).optional() }),
  meansByWords: true,
  claims: (text) => WHO_AGREED.test(text),
  commands: ['why', 'why that one', 'show the numbers'],
  examples: [
    'why did that option win',
    'why was it decided like this',
    'how was the winner chosen',
    'why not the one with most votes',
    'explain the result of the vote',
    'whose turn was it to choose',
    'is that result fair',
    'why is that option out',
    'why was the castle dropped from the list',
    'why is the boat trip not possible',
    'why did the beach win',
    'why on earth did that win',
    'how did you decide that',
    'how come our option lost',
    'why was the zoo not chosen',
    'what made the lake win',
    'why not the one we wanted',
    'can you explain the decision',
    'that seems unfair, why did they win',
    "why can't we have the boat",
    'why is that one out for us',
    'why is the zoo ruled out for our family',
    'how come the zoo won',
    'what made it the lake',
    'explain the outcome to me',
    'why the castle',
  ],
  read: (text) => ({ words: text }),
  run: async (context, { pollId, words: said }) => {
    const { house, member, group, textOnly, words } = context;
    const { why } = words;
    const all = await pollsOf(house.records, member.trip.id);
    const closed = all.filter(({ status }) => status !== 'open');
    const named = pollId === undefined ? matchPoll(all, said ?? '') : all.find(({ id }) => id === pollId);
    const ofPlan = named ? undefined : await whyInPlan(context, said ?? '');
    if (ofPlan) return ofPlan;
    const poll = named ?? closed.at(-1) ?? all.at(-1);
    if (!poll) return { text: why.nothing };
    const [standing, [analysis], { turns }] = await Promise.all([
      readStanding(house.records, member.trip, poll),
      readAnalyses(house.records, house.clock, { member, group }, [poll]),
      readTripConsensus(house.records, { member, group }),
    ]);
    if (!analysis) return { text: why.noNumbers(poll.question) };
    if (poll.status === 'open') return { text: why.stillOpen(sayCommonGround(standing, analysis, words)) };
    const text = sayWhy(standing, analysis, turns, words);
    return textOnly ? { text } : { text, card: whyCard(standing, analysis, words) };
  },
});
