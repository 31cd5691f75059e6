import { z } from 'zod';
import { people } from '../../trips/people/person.ts';
import { readStanding } from '../../trips/polls/standing.ts';
import { createSample } from '../../trips/sample/create-sample.ts';
import { samplePapers } from '../demo/papers.ts';
import { pollReply } from '../views/poll.ts';
import { skill } from './skill.ts';

export const demoSkill = skill({
  name: 'demo',
  description: 'Builds a sample trip to try everything on',
  who: 'anyone',
  input: z.object({}),
  commands: ['demo', 'show me a demo', 'try demo', 'sample trip', 'try a sample trip', 'demostracion'],
  examples: [
    'show an example of a trip',
    'i want to test this',
    'is there a demonstration',
    'give me a tour with a sample trip',
    'start the demo',
    'can i try a fake trip first',
    'can i see an example',
    'show me how it works with a sample',
    'let me try it out first',
    'i would like to see a demo trip',
    'make a sample trip for me',
    'can i have a go with something made up',
    'let me play with a pretend holiday',
    'i only want to look around for now',
    'give me a practice trip',
    'is there some test trip to look at',
    'show me around with fake data',
    'a dry run would be nice',
    'can i see an example first',
    'let me try it out with an example',
    'show me a sample before i start',
    'i want to see how it works before i sign up',
  ],
  run: async (context) => {
    const { house, conversation, group, words } = context;
    const { say } = words;
    context.progress.doing(words.trip.demoProgress);
    const person = await context.account();
    const { trip, poll, visitors, others, already } = await createSample(house.records, house.clock, person.id);
    context.speakOf(trip.id);
    const now = await house.records.read(people, person.id, person.id);
    if (now) context.became(now);
    const { startDate = '', endDate = '' } = trip;
    const papers = await samplePapers(startDate, endDate);
    const added = await Promise.all(
      papers.map(({ name, bytes, scope }) =>
        house.library.add({
          tripId: trip.id,
          name,
          bytes,
          scope,
          familyId: visitors.id,
          addedBy: person.id,
          heardIn: conversation,
        }),
      ),
    );
    const read = added.filter(({ ok }) => ok).length;
    const standing = await readStanding(house.records, trip, poll);
    const company = say.list(others.map(({ name }) => say.family(name)));
    const about = [words.trip.lisbon, say.range(startDate, endDate), say.family(visitors.name), company] as const;
    const intro = already ? words.trip.demoAgain(...about) : words.trip.demo(...about, read);
    const toVote = poll.status === 'open' ? words.trip.demoVote : words.trip.demoSettled;
    return [{ text: intro }, pollReply(standing, trip, { familyId: group ? undefined : visitors.id }, toVote, words)];
  },
});
