import { Components, hooks } from 'botframework-webchat';
import type { ComponentProps } from 'react';
import { pageWords } from './page-words.ts';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

type Given = NonNullable<ComponentProps<typeof Components.Composer>['attachmentMiddleware']>;
type Middleware = Extract<Given, (...setup: never[]) => unknown>;

/** Cards whose button was pressed are answered: their buttons stop working and say so. A poll can be changed until it closes. */
export const answeredCards: Middleware = () => (next) => (carrying) => {
  const { activity, attachment } = carrying ?? {};
  if (!activity || attachment?.contentType !== ADAPTIVE_CARD || !attachment.content) return next(carrying);
  const { pathfinder }: { pathfinder?: { replaces?: string } } = activity.channelData as object;
  if (pathfinder?.replaces?.startsWith('poll:')) return next(carrying);
  return <AnswerableCard content={attachment.content} after={activity.id ?? ''} />;
};

interface Pressed {
  readonly id?: string;
  readonly from: { readonly role?: string };
  readonly value?: { readonly act?: unknown };
}

const AnswerableCard = ({ content, after }: { readonly content: object; readonly after: string }) => {
  const [activities] = hooks.useActivities();
  const acts = new Set(actsOf(content));
  const answered = (activities as unknown as readonly Pressed[]).some(
    ({ id, from, value }) =>
      from.role === 'user' && value?.act !== undefined && (id ?? '~') > after && acts.has(JSON.stringify(value.act)),
  );
  return (
    <>
      <Components.AdaptiveCardContent content={content} disabled={answered} />
      {answered && <p className="answered">{pageWords.answered}</p>}
    </>
  );
};

interface CardElement {
  readonly actions?: readonly { readonly data?: { readonly act?: unknown } }[];
}

const actsOf = (content: object): readonly string[] =>
  ((content as { body?: readonly CardElement[] }).body ?? []).flatMap(({ actions = [] }) =>
    actions.flatMap(({ data }) => (data?.act === undefined ? [] : [JSON.stringify(data.act)])),
  );
