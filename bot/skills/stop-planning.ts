import { z } from 'zod';
import { isOver } from '../../trips/tasks/advance-task.ts';
import { cancelTask } from '../../trips/tasks/cancel-task.ts';
import { tasks } from '../../trips/tasks/task.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const STOPS =
  /^(?:please |ok |wait |no )*(?:stop|cancel|abort|halt|quit|don['’]?t go on|never mind)\b.{0,20}\b(?:planning|(?:making|working on|doing) (?:the|a|our) (?:plan|itinerary)|the planning)\b/i;

export const stopPlanningSkill = skill({
  name: 'stop-planning',
  description: 'Stops the plan that is being made',
  who: 'member',
  input: z.object({}),
  evenDenied: true,
  commands: ['stop planning', 'cancel planning', 'stop the planning', 'abort the planning'],
  onlyIf:
    /\b(?:stop|cancel|abort|halt|quit|end|enough|never ?mind|leave|drop|forget|don['’]?t|not|no longer|par[ae]|deja|cancela|det[eé]n|ya no|olvida)/i,
  claims: (text) => STOPS.test(text.trim()),
  examples: ['stop making the plan', 'cancel the planning that is going on', 'never mind planning for now'],
  run: async ({ house, member, words }) => {
    const { records, clock } = house;
    const going = (await records.list(tasks, member.trip.id)).find(
      (task) => task.kind === 'plan-itinerary' && !isOver(task),
    );
    if (!going) return { text: words.doing.nothingPlanned };
    const stopped = await cancelTask(records, clock, member.person.id, going.id);
    return stopped.ok ? { text: words.doing.stopped } : sayRejection(stopped, words);
  },
});
