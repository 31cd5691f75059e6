import { z } from 'zod';
import type { Listener } from '../../trips/notifications/listener.ts';

const account = z.looseObject({ id: z.string(), name: z.string().catch('') });

/** Where the bot may write later, as this door keeps it with a conversation. */
const reference = z.object({
  serviceUrl: z.string().min(1),
  channelId: z.string().min(1),
  conversation: z.looseObject({ id: z.string().min(1) }),
  bot: account,
  user: account.optional(),
  locale: z.string().optional(),
});

/** The conversation reference kept with a listener, or undefined when there is none this door could use. */
export const referenceIn = (to: Pick<Listener, 'reference'>) => reference.safeParse(to.reference).data;

/** The Teams id of the one person a listener speaks to; undefined for groups and other doors. */
export const personReached = (to: Listener): string | undefined => {
  if (to.door !== 'teams' || to.group) return undefined;
  const known = referenceIn(to);
  return known?.channelId === 'msteams' ? known.user?.id : undefined;
};
