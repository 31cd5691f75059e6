import { z } from 'zod';
import type { InboundActivity } from './activity.ts';

const mention = z.object({
  type: z.string().regex(/^mention$/i),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
});

/**
 * What was typed: mentions of the assistant are gone, other people stand with their names, and Teams' non-breaking
 * spaces are spaces. A bare mention is the empty text. (The SDK's own removal takes one mention and fails on odd entities.)
 */
export const saidText = ({ text, entities, recipient }: InboundActivity): string => {
  let said = text ?? '';
  for (const entity of entities ?? []) {
    const found = mention.safeParse(entity).data;
    if (!found) continue;
    const toUs = found.mentioned.id === recipient?.id;
    said = said.replaceAll(found.text, toUs ? ' ' : (found.mentioned.name ?? ''));
  }
  return said.replaceAll('&nbsp;', ' ').replaceAll('\u00A0', ' ').trim();
};

/** Whether the assistant is mentioned: what is said to others in a group is none of its business. */
export const mentionsUs = ({ entities, recipient }: InboundActivity): boolean =>
  (entities ?? []).some((entity) => {
    const found = mention.safeParse(entity).data;
    return found !== undefined && found.mentioned.id === recipient?.id;
  });
