import type { Components } from 'botframework-webchat';
import type { ComponentProps, ReactNode } from 'react';

type Given = NonNullable<ComponentProps<typeof Components.Composer>['attachmentMiddleware']>;
type Middleware = Extract<Given, (...setup: never[]) => unknown>;

/** What the assistant leads to: plans, memories, copies. `/#join=…` is to be passed on, not to be followed here. */
const ORIGIN = window.location.origin.replaceAll(/[.[\]]/g, '\\$&');
const OWN_PAGE = new RegExp(`(${ORIGIN}/s/[\\w\\-./?=&%]*[\\w\\-=])`);

/** Plain words as they were written, line by line; pages of this server that the assistant names can be opened, nothing else can. */
export const saidText: Middleware = () => (next) => (carrying) => {
  const { activity, attachment } = carrying ?? {};
  if (attachment?.contentType !== 'text/plain' || typeof attachment.content !== 'string') return next(carrying);
  const { content } = attachment;
  const said = activity?.from.role === 'bot' ? content.split(OWN_PAGE).map(linked) : content;
  return <p className="said">{said}</p>;
};

/** Of words split at the pages named in them, every second is such a page. */
const linked = (words: string, place: number): ReactNode =>
  place % 2 === 0 ? (
    words
  ) : (
    <a key={place} href={words} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
