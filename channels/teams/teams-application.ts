import type { ActivityHandler, TurnContext } from 'botbuilder';

/** The Teams application that every activity of this door runs through; it ends in the one bot. */
export interface TeamsApplication {
  run(context: TurnContext): Promise<boolean>;
}

/**
 * Loads teams-ai (0.4 s, and only the module that is used: the package's entry takes twice that) and makes the
 * application. Its turn state is empty: it would be saved last write wins, so nothing that matters may live there.
 */
export const teamsApplication = async (bot: ActivityHandler): Promise<TeamsApplication> => {
  const [{ Application }, { TurnState }] = await Promise.all([
    import('@microsoft/teams-ai/lib/Application.js'),
    import('@microsoft/teams-ai/lib/TurnState.js'),
  ]);

  class EmptyState extends TurnState {
    readonly #temp = { input: '', inputFiles: [], lastOutput: '', actionOutputs: {}, authTokens: {} };
    override get temp() {
      return this.#temp;
    }
    override get user() {
      return NOTHING;
    }
    override get conversation() {
      return NOTHING;
    }
    override load(): Promise<boolean> {
      return Promise.resolve(true);
    }
    override save(): Promise<void> {
      return Promise.resolve();
    }
  }

  class QuietApplication extends Application<EmptyState> {
    // It has one timer for all turns that run at a time, and starts it whatever its options say; see run-turn.ts.
    override startTypingTimer(): void {}
  }

  const application = new QuietApplication({
    turnStateFactory: () => new EmptyState(),
    // It takes only the first mention; see said-text.ts.
    removeRecipientMention: false,
    longRunningMessages: false,
  });
  application.addRoute(
    async () => true,
    (context) => bot.run(context),
  );
  return application;
};

const NOTHING = Object.freeze({});
