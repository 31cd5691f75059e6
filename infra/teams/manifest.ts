import { EXTENSION_COMMANDS } from '../../channels/teams/message-extension.ts';

/** What an app package is made for. URLs are absolute and https, ids are GUIDs. */
export interface AppIdentity {
  /** The bot's app id, which is the app's id too. */
  readonly botId: string;
  /** `1.2.3`: Teams offers an update when it grows. */
  readonly version: string;
  /** Where the server is reached. */
  readonly publicUrl: string;
  readonly developer: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

interface Words {
  readonly description: { readonly short: string; readonly full: string };
  readonly fullName: string;
  readonly alone: readonly (readonly [command: string, description: string])[];
  readonly together: readonly (readonly [command: string, description: string])[];
  readonly share: {
    readonly title: string;
    readonly description: string;
    readonly words: string;
    readonly hint: string;
  };
  readonly ask: { readonly title: string; readonly description: string };
}

/** The commands are typed as they stand here, so they are the same in every language. */
const ENGLISH: Words = {
  fullName: 'Pathfinder: one trip several families agree on',
  description: {
    short: 'Plan one trip that several families agree on.',
    full: 'Pathfinder helps several families plan one trip together. Ask it about your bookings and guides and it answers from them, with the source. Ask all families to vote: each has one vote, in Teams, by text message or on the web. Have it plan days that keep to budget, opening hours, diets and walking. What is private to a family stays between that family and Pathfinder.',
  },
  alone: [
    ['demo', 'Try a sample trip with three families'],
    ['new trip', 'Start a trip of your own'],
    ['join', 'Join with the code a friend gave you, e.g. join K7QF'],
    ['trip', 'Our trip so far'],
    ['polls', 'What the families are voting on'],
    ['plan', 'Plan our days'],
    ['balances', 'Who owes whom'],
    ['who am i', 'What I know of you and your family'],
    ['help', 'What I can do'],
  ],
  together: [
    ['trip', 'Our trip so far'],
    ['polls', 'What the families are voting on'],
    ['plan', 'Plan our days'],
    ['balances', 'Who owes whom'],
    ['help', 'What I can do'],
  ],
  share: {
    title: 'Share a poll',
    description: 'Puts a poll of your trip into this conversation',
    words: 'Words',
    hint: 'Words of the question, an option or the trip',
  },
  ask: { title: 'Ask all families', description: 'Opens a poll in which every family has one vote' },
};

const SPANISH: Words = {
  fullName: 'Pathfinder: un viaje que varias familias acuerdan',
  description: {
    short: 'Un viaje que varias familias acuerdan.',
    full: 'Pathfinder ayuda a varias familias a planear un viaje juntas. Pregúntale por vuestras reservas y guías y responde con ellas, citando la fuente. Pide a todas las familias que voten: cada una tiene un voto, en Teams, por mensaje de texto o en la web. Deja que planee días que respetan presupuesto, horarios, dietas y distancias. Lo privado de una familia queda entre esa familia y Pathfinder.',
  },
  alone: [
    ['demo', 'Prueba un viaje de muestra con tres familias'],
    ['new trip', 'Empieza un viaje propio'],
    ['join', 'Únete con el código que te dieron, p. ej. join K7QF'],
    ['trip', 'Nuestro viaje hasta ahora'],
    ['polls', 'Lo que votan las familias'],
    ['plan', 'Planea nuestros días'],
    ['balances', 'Quién debe a quién'],
    ['who am i', 'Lo que sé de ti y de tu familia'],
    ['help', 'Lo que puedo hacer'],
  ],
  together: [
    ['trip', 'Nuestro viaje hasta ahora'],
    ['polls', 'Lo que votan las familias'],
    ['plan', 'Planea nuestros días'],
    ['balances', 'Quién debe a quién'],
    ['help', 'Lo que puedo hacer'],
  ],
  share: {
    title: 'Compartir una votación',
    description: 'Pone una votación de vuestro viaje en esta conversación',
    words: 'Palabras',
    hint: 'Palabras de la pregunta, de una opción o del viaje',
  },
  ask: {
    title: 'Preguntar a todas las familias',
    description: 'Abre una votación en la que cada familia tiene un voto',
  },
};

const MANIFEST_VERSION = '1.19';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}`;

const commands = (words: Words['alone']) => words.map(([title, description]) => ({ title, description }));

/** The app manifest, in English. https://learn.microsoft.com/microsoft-365/extensibility/schema/ */
export const teamsManifest = (app: AppIdentity) => ({
  $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
  manifestVersion: MANIFEST_VERSION,
  version: app.version,
  id: app.botId,
  developer: {
    name: app.developer,
    websiteUrl: app.publicUrl,
    privacyUrl: app.privacyUrl,
    termsOfUseUrl: app.termsUrl,
  },
  name: { short: 'Pathfinder', full: ENGLISH.fullName },
  description: ENGLISH.description,
  icons: { color: 'color.png', outline: 'outline.png' },
  accentColor: '#0D6165',
  localizationInfo: { defaultLanguageTag: 'en', additionalLanguages: [{ languageTag: 'es', file: 'es.json' }] },
  defaultInstallScope: 'personal',
  defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  bots: [
    {
      botId: app.botId,
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: true,
      isNotificationOnly: false,
      commandLists: [
        { scopes: ['personal'], commands: commands(ENGLISH.alone) },
        { scopes: ['team', 'groupChat'], commands: commands(ENGLISH.together) },
      ],
    },
  ],
  composeExtensions: [
    {
      botId: app.botId,
      commands: [
        {
          id: EXTENSION_COMMANDS.share,
          type: 'query',
          context: ['compose', 'commandBox'],
          title: ENGLISH.share.title,
          description: ENGLISH.share.description,
          initialRun: true,
          parameters: [
            { name: 'words', title: ENGLISH.share.words, description: ENGLISH.share.hint, inputType: 'text' },
          ],
        },
        {
          id: EXTENSION_COMMANDS.ask,
          type: 'action',
          context: ['compose', 'commandBox'],
          title: ENGLISH.ask.title,
          description: ENGLISH.ask.description,
          fetchTask: true,
        },
      ],
    },
  ],
  permissions: ['identity', 'messageTeamMembers'],
  // To hear where families disagree and offer a poll; what is not for or against something is dropped unread by the rest.
  webApplicationInfo: { id: app.botId, resource: app.publicUrl },
  authorization: {
    permissions: {
      resourceSpecific: [
        { name: 'ChannelMessage.Read.Group', type: 'Application' },
        { name: 'ChatMessage.Read.Chat', type: 'Application' },
      ],
    },
  },
  validDomains: [new URL(app.publicUrl).host],
});

/** The Spanish words of the manifest, by their place in it. */
export const spanishWords = (): Readonly<Record<string, string>> => {
  const lists = [SPANISH.alone, SPANISH.together].map((list, at) =>
    Object.fromEntries(
      list.flatMap(([title, description], index) => [
        [`bots[0].commandLists[${at}].commands[${index}].title`, title],
        [`bots[0].commandLists[${at}].commands[${index}].description`, description],
      ]),
    ),
  );
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': 'Pathfinder',
    'name.full': SPANISH.fullName,
    'description.short': SPANISH.description.short,
    'description.full': SPANISH.description.full,
    ...Object.assign({}, ...lists),
    'composeExtensions[0].commands[0].title': SPANISH.share.title,
    'composeExtensions[0].commands[0].description': SPANISH.share.description,
    'composeExtensions[0].commands[0].parameters[0].title': SPANISH.share.words,
    'composeExtensions[0].commands[0].parameters[0].description': SPANISH.share.hint,
    'composeExtensions[0].commands[1].title': SPANISH.ask.title,
    'composeExtensions[0].commands[1].description': SPANISH.ask.description,
  };
};
