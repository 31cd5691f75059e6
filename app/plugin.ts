import type { Provider } from '../llm/gateway.ts';

/** News for one person, in plain text and their language. */
export interface Notice {
  /** Names it: the same notice may come again after a crash, with the same key. */
  readonly key: string;
  readonly userId: string;
  /** As they are called in their family. */
  readonly name: string;
  readonly text: string;
}

/** Brings people news beside the doors they talk at; their quiet hours, digests and muted topics are kept before it is asked. */
export interface NotificationChannel {
  /** Resolves when it is on its way, or never will be (nobody there). A throw is tried again for about a day. */
  send(notice: Notice): Promise<void>;
}

/** The process's settings, as the plugin finds its own in them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a module named in PLUGINS exports as `plugin`. */
export interface Plugin {
  /** Lower-case letters, digits and dashes. MODELS names its models by it. */
  readonly name: string;
  /** Opens its language models. They keep what llm/model.contract.ts demands, and have a price, so that budgets hold. */
  readonly models?: ((environment: Environment) => Provider | Promise<Provider>) | undefined;
  readonly notifications?:
    | ((environment: Environment) => NotificationChannel | Promise<NotificationChannel>)
    | undefined;
}
