/** What the page itself says, around what is said in the conversation. */
const ENGLISH = {
  about: 'Several families, one plan you all agree on.',
  newChat: 'New chat',
  conversation: 'Conversation',
  thingsToSay: 'Things to say',
  /** Sent as they stand. */
  suggestions: ['Our trip so far', 'Open polls', 'Plan our trip'],
  reconnecting: 'The connection dropped. What you send is kept and will arrive; reconnecting…',
  ended: 'This conversation has to be opened again. One moment…',
  unreachable: 'I can’t reach Pathfinder just now. Trying again every few seconds…',
  lastPlan: 'Open your last plan',
  /** Under a card whose button was pressed. */
  answered: 'Answered',
  files: {
    waiting: 'Sent with your next message',
    nameless: 'a picture',
    leaveOut: (name: string) => `Leave out ${name}`,
    tooLarge: (names: string, most: string) =>
      `${names}: too large to send. I take up to ${most} at once; the pages that matter are enough.`,
  },
  notify: { on: 'Notifications on', off: 'Notify me' },
  notified: {
    on: 'You will be notified of news on this device, also when this page is closed.',
    off: 'You will not be notified any more.',
    blocked: 'Your browser blocks notifications of this page. Allow them in its settings for this site.',
    failed: 'That did not work just now. Try again in a moment.',
  },
};

const SPANISH: typeof ENGLISH = {
  about: 'Varias familias, un plan que les gusta a todas.',
  newChat: 'Chat nuevo',
  conversation: 'Conversación',
  thingsToSay: 'Cosas que puedes decir',
  suggestions: ['Cómo va el viaje', 'Votaciones abiertas', 'Planear el viaje'],
  reconnecting: 'Se cortó la conexión. Lo que mandes se guarda y va a llegar; reconectando…',
  ended: 'Hay que abrir esta conversación otra vez. Un momento…',
  unreachable: 'Ahora no puedo conectar con Pathfinder. Lo intento cada pocos segundos…',
  lastPlan: 'Abre tu último plan',
  answered: 'Contestado',
  files: {
    waiting: 'Va con tu próximo mensaje',
    nameless: 'una imagen',
    leaveOut: (name) => `Quitar ${name}`,
    tooLarge: (names, most) =>
      `${names}: es demasiado grande. Recibo hasta ${most} a la vez; bastan las páginas que importan.`,
  },
  notify: { on: 'Avisos activados', off: 'Avísame' },
  notified: {
    on: 'Te llegarán avisos en este dispositivo, también con esta página cerrada.',
    off: 'Ya no te llegarán avisos.',
    blocked: 'Tu navegador bloquea los avisos de esta página. Permítelos en sus ajustes para este sitio.',
    failed: 'Eso no funcionó ahora. Prueba otra vez en un momento.',
  },
};

/** The language of the browser, among those that are spoken. */
export const pageLanguage = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
export const pageWords = pageLanguage === 'es' ? SPANISH : ENGLISH;
