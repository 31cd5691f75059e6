import { hash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Courier } from '../../bot/delivery.ts';
import { renderText } from '../../cards/render-text.ts';
import type { Reply } from '../../cards/reply.ts';
import type { Records } from '../../trips/records.ts';
import type { PushService } from './push-service.ts';
import { type PushSubscription, subscribed } from './push-subscription.ts';

/** Characters of a message that a notification shows. */
const SHOWN = 240;

export interface PushCourierParts {
  readonly web: Courier;
  readonly push: PushService;
  readonly records: Records;
  readonly log: Logger;
}

/**
 * Web chat for conversations whose browsers want to be notified: what is written there is told by push as well, with the
 * same wishes about quiet hours, topics and digests. The message stands in the conversation whatever becomes of the push.
 */
export const notifyingBrowsers = ({ web, push, records, log }: PushCourierParts): Courier => {
  const tell = async (to: PushSubscription, reply: Reply, key: string): Promise<void> => {
    const notice = {
      title: reply.subject ?? 'Pathfinder',
      body: renderText(reply, { max: SHOWN }),
      tag: hash('sha256', key, 'base64url').slice(0, 32),
    };
    try {
      if ((await push.send(to, notice)) === 'gone') await records.commit(to.pk, [{ remove: to.id }]);
    } catch (error) {
      log.warn({ conversation: to.pk, error: String(error) }, 'a browser could not be notified');
    }
  };
  return {
    ...web,
    deliver: async (to, reply, key) => {
      const delivered = await web.deliver(to, reply, key);
      if (delivered.status !== 'sent') return delivered;
      const browsers = await subscribed(records, to.conversation);
      await Promise.all(browsers.map((browser) => tell(browser, reply, key)));
      return delivered;
    },
  };
};
