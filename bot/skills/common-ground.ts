import { z } from 'zod';
import { readAnalyses, readTripConsensus } from '../../trips/consensus/read-consensus.ts';
import { openPolls } from '../../trips/polls/open-poll.ts';
import { sayCommonGround } from '../views/why.ts';
import { skill } from './skill.ts';
import { matchPoll } from './which-poll.ts';

export const commonGroundSkill = skill({
  name: 'common-ground',
  description: 'Says what stands between the families, and where they could meet',
  who: 'member',
  reads: true,
  input: z.object({ pollId: z.string().max(80).optional(), words: z.string().max(300).optional() }),
  commands: ['compromise', 'find a compromise', 'conflicts', 'common ground'],
  examples: [
    'is there a compromise for everyone',
    'how could we all agree',
    'what stands in the way of an agreement',
    'which option suits every family',
    'which one can everybody live with',
    'what would work for all families',
    'where do our wishes clash',
    'do our preferences fit together',
    'how can we settle this',
    'suggest something we all like',
    'find something that works for everybody',
    'can you suggest an option that suits all of us',
    'what can everyone live with',
    'what does everybody agree on',
    "we can't agree, help",
    'is there any middle ground',
    'what would be ok for all of us',
    'do we have conflicts between families',
    'where do our families disagree',
    'is there something for everyone',
    'the families keep arguing, suggest a compromise',
    'do we all want the same',
    'what could we settle on that nobody hates',
    'where do we all clash',
    'on what do we clash',
    'on what do our families not agree',
    'where do our tastes differ',
    'what is hard to combine among us',
  ],
  read: (text) => ({ words: text }),
  run: async ({ house, member, group, words }, { pollId, words: said = '' }) => {
    const open = await openPolls(house.records, member.trip.id);
    const named = pollId === undefined ? matchPoll(open, said) : open.find(({ id }) => id === pollId);
    const asked = named ? [named] : open;
    const { conflicts } = await readTripConsensus(house.records, { member, group });
    const analyses = await readAnalyses(house.records, house.clock, { member, group }, asked);
    const told = [
      ...(named ? [] : conflicts.map(({ details }) => words.reasons.said(details))),
      ...analyses.flatMap((analysis) => {
        const poll = asked.find(({ id }) => id === analysis.pollId);
        return poll ? [sayCommonGround({ poll }, analysis, words)] : [];
      }),
    ];
    return { text: told.length > 0 ? told.join('\n\n') : words.why.nothingBetween };
  },
});
