import { z } from 'zod';
import { readAnalyses, readTripConsensus } from '../../trips/consensus/read-consensus.ts';
import { pollsOf } from '../../trips/polls/open-poll.ts';
import { readStanding } from '../../trips/polls/standing.ts';
import { sayCommonGround, sayWhy, whyCard } from '../views/why.ts';
import { skill } from './skill.ts';
import { matchPoll } from './which-poll.ts';

export const whySkill = skill({
  name: 'why',
  description: 'Says why a poll came out so',
  who: 'member',
  translated: true,
  reads: true,
  input: z.object({ pollId: z.string().max(80).optional(), words: z.string().max(300).optional() }),
  meansByWords: true,
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
  ],
  read: (text) => ({ words: text }),
  run: async ({ house, member, group, textOnly, words }, { pollId, words: said }) => {
    const { why } = words;
    const all = await pollsOf(house.records, member.trip.id);
    const closed = all.filter(({ status }) => status !== 'open');
    const named = pollId === undefined ? matchPoll(all, said ?? '') : all.find(({ id }) => id === pollId);
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
