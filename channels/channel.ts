import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Router } from 'express';
import type { Courier } from '../bot/delivery.ts';

/** What a door can show; data, so that nothing asks which door it is. */
export interface Capabilities {
  /** `execute`: Adaptive Cards with Action.Execute; `submit`: with Action.Submit only; `none`: numbered text. */
  readonly cards: 'execute' | 'submit' | 'none';
  /** A sent message can be replaced. */
  readonly update: boolean;
  /** Several people can share one conversation. */
  readonly groups: boolean;
  /** The most characters one message may have. */
  readonly maxText: number;
}

/** Takes a request, and says by which path it is counted; nothing when it leaves the request, untouched, to the routers. */
export type AskedFirst = (request: IncomingMessage, response: ServerResponse) => string | undefined;

/** A door: takes events in over HTTP, hands them to the bot, and carries replies out. */
export interface Channel extends Courier {
  readonly capabilities: Capabilities;
  /** The door's routes, mounted at the root. */
  readonly router: Router;
  /** Asked before all routers, for what is plainly this door's: by way of Express a short turn takes a tenth longer. */
  readonly first?: AskedFirst;
}
