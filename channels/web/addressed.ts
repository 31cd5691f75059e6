import type { Activity } from 'botbuilder';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { activityId } from './conversation-documents.ts';

/** The assistant as Direct Line clients see it. */
const ASSISTANT = { id: 'pathfinder', name: 'Pathfinder', role: 'bot' } as const;

interface Addressing {
  readonly conversationId: string;
  readonly user: string;
  readonly sequence: number;
  readonly at: string;
  readonly inbound: boolean;
}

/** An activity with its number, its time and who says it to whom, as Direct Line clients get it. */
export const addressed = (activity: Partial<Activity>, to: Addressing): Partial<Activity> => {
  if (!activity.type) throw new PathfinderError('internal', 'an activity without a type cannot be said');
  const person = { id: to.user, role: 'user' };
  return {
    ...activity,
    id: activityId(to.conversationId, to.sequence),
    timestamp: to.at as unknown as Date,
    channelId: 'directline',
    conversation: { id: to.conversationId } as Activity['conversation'],
    from: (to.inbound ? { ...person, name: activity.from?.name } : ASSISTANT) as Activity['from'],
    ...(to.inbound ? {} : { recipient: person as Activity['recipient'] }),
    // Web Chat orders by this; without it, by clocks that may disagree.
    channelData: { ...activity.channelData, 'webchat:sequence-id': to.sequence },
  };
};
