import type { Activity } from 'botbuilder';
import { oneDrive } from '../../test/stand-ins/one-drive.ts';
import { openIdStandIn } from '../../test/stand-ins/openid.ts';
import { teamsStage } from '../../test/teams-stage.ts';
import { channelContract, enoughOf } from '../channel.contract.ts';

const APP_ID = 'app-id-example';

/** Every word of a message, wherever on it they stand. */
const wordsOf = ({ text, attachments = [] }: Partial<Activity>): string => {
  const words = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(words);
    if (typeof value !== 'object' || value === null) return [];
    const { type, text: said, title, body, inlines, actions } = value as Record<string, unknown>;
    const own = [said, type === 'AdaptiveCard' ? undefined : title].filter((one) => typeof one === 'string');
    return [...own, ...words(body), ...words(inlines), ...words(actions)];
  };
  return [...(text ? [text] : []), ...attachments.flatMap(({ content }) => words(content))].join('\n');
};

channelContract('Teams', async (converse) => {
  const openId = await openIdStandIn(APP_ID);
  const drive = await oneDrive();
  const stage = await teamsStage(converse, {
    TEAMS_FILE_HOSTS: [drive.host],
    MICROSOFT_APP_ID: APP_ID,
    MICROSOFT_APP_PASSWORD: 'password-example',
    BOT_OPENID_METADATA_URL: openId.metadataUrl,
    BOT_TOKEN_ISSUER: openId.issuer,
    BOT_LOGIN_URL: openId.loginUrl,
  });
  const { connector } = stage;
  return {
    channel: stage.channel,
    person: async (name) => {
      const from = { id: `29:${name}`, name, aadObjectId: `aad-${name}` };
      const conversation = { id: `a:${name}`, conversationType: 'personal', tenantId: 'tenant-example' };
      const post = async (fields: object, headers?: Record<string, string>): Promise<Response> => {
        const authorization = await openId.authorization({ serviceUrl: connector.serviceUrl });
        return stage.post(stage.message({ from, conversation, ...fields }), headers ?? { authorization });
      };
      /** What stands in the conversation: replaced messages in their newest form. */
      const standing = (): readonly Partial<Activity>[] => {
        const messages = new Map<string | undefined, Partial<Activity>>();
        for (const sent of connector.taken) {
          if (sent.conversation === conversation.id && sent.activity.type === 'message')
            messages.set(sent.id, sent.activity);
        }
        return [...messages.values()];
      };
      return {
        say: async (text, eventId) => {
          const response = await post({ text, ...(eventId === undefined ? {} : { id: eventId }) });
          expect(response.status).toBe(200);
        },
        press: async (act) => {
          const value = { action: { type: 'Action.Execute', verb: act.skill, data: { act } } };
          expect((await post({ type: 'invoke', name: 'adaptiveCard/action', text: undefined, value })).status).toBe(
            200,
          );
        },
        sendFile: async (bytes) => {
          const response = await post({ text: undefined, attachments: [drive.put('booking.pdf', bytes)] });
          expect(response.status).toBe(200);
        },
        sayUnproved: async (text) => (await post({ text }, {})).status,
        sees: async (enough) => {
          const seen = () => standing().map(wordsOf);
          if (!enoughOf(seen(), enough)) await connector.waitFor(() => enoughOf(seen(), enough));
          return seen();
        },
        raw: async () => standing(),
        recipient: () => {
          const mine = stage.heard.findLast((incoming) => incoming.conversation === conversation.id);
          return { door: 'teams', conversation: conversation.id, group: false, reference: mine?.reference };
        },
      };
    },
    farEnd: {
      refuse: () => connector.failNext({ status: 403 }),
      unavailable: () => connector.failNext(...Array.from({ length: 3 }, () => ({ status: 429, retryAfter: '0' }))),
      silent: () => connector.failNext('cut'),
    },
    close: async () => {
      await stage.close();
      await Promise.all([openId.close(), drive.close()]);
    },
  };
});
