import type { Reply } from '../cards/reply.ts';
import { withoutCarriers } from '../rag/ingest/clean-text.ts';

/** Without any of these words hold no address, with a scheme or without, and no picture: most replies are done here. */
const MAY_LEAD = /[/?\\]\S|\]\(/;

/** Whether anything in a value may be a link or a picture. */
const mayLead = (value: unknown): boolean => {
  if (typeof value === 'string') return MAY_LEAD.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(mayLead);
};

/**
 * A reply in which nothing that anybody wrote into a name, a message or a document works as a picture or carries data
 * away; links to this server stay whole. What choices do is left alone.
 */
export const withPlainLinks = (reply: Reply, publicUrl: string): Reply => {
  if (!mayLead(reply)) return reply;
  const plain = <T>(value: T): T => {
    if (typeof value === 'string') return withoutCarriers(value, publicUrl) as T;
    if (Array.isArray(value)) return value.map(plain) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)])) as T;
  };
  const { choices, ...rest } = reply;
  return {
    ...plain(rest),
    ...(choices && { choices: choices.map(({ label, act }) => ({ label: plain(label), act })) }),
  };
};
