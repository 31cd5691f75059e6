import type { Activity } from 'botbuilder';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

/** The id Direct Line clients see. */
export const activityId = (conversationId: string, sequence: number): string =>
  `${conversationId}|${String(sequence).padStart(7, '0')}`;

/** The assistant as Direct Line clients see it. */
const ASSISTANT = { id: 'pathfinder', name: 'Pathfinder', role: 'bot' } as const;

interface Addressing {
  readonly conversationId: string;
  readonly user: string;
  readonly sequence: number;
  readonly at: string;
  readonly inbound: boolean;
  /** The number of what it answers. */
  readonly replyTo?: number | undefined;
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
    ...(to.replyTo === undefined ? {} : { replyToId: activityId(to.conversationId, to.replyTo) }),
    // Web Chat orders by this; without it, by clocks that may disagree.
    channelData: { ...activity.channelData, 'webchat:sequence-id': to.sequence },
  };
};
