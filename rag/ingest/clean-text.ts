import { HIDDEN_MARK } from './block.ts';

// Zero-width and bidirectional controls: invisible, and able to hide or reorder words.
const INVISIBLE = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
// Joiners belong inside some scripts and emoji; beside Latin text they only hide.
const JOINERS_BY_LATIN = /(?<=[ -~])(?:\u200c|\u200d)|(?:\u200c|\u200d)(?=[ -~])/gu;
// Tag characters spell ASCII that no screen shows (https://www.unicode.org/charts/PDF/UE0000.pdf).
const TAG_RUN = /[\u{e0020}-\u{e007e}]+/gu;
const TAG_REST = /[\u{e0000}-\u{e007f}]/gu;
// Control characters other than tab and line ends.
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;

const IMAGE = /!\[([^\]\n]{0,300})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)|\[[^\]\n]{0,100}\])/g;
const LINK = /\[([^\]\n]{1,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)/g;
const REFERENCE_LINK = /\[([^\]\n]{1,500})\]\[[^\]\n]{0,100}\]/g;
const AUTOLINK = /<((?:https?|mailto|javascript|data):[^\s<>]{1,2000})>/gi;
const TAG =
  /<\/?(?:a|abbr|article|audio|b|body|br|button|center|code|details|div|em|embed|font|footer|form|h[1-6]|head|header|html|hr|i|iframe|img|input|li|link|main|meta|nav|object|ol|p|picture|pre|s|script|section|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)(?=[\s/>])[^<>\n]{0,2000}>/gi;
// With a scheme or without one: phones and mail programs make a link of `www.a.example/x?y` and `a.example/x?y`, too.
const WEB_ADDRESS =
  /\b(?:https?:[/\\]{2}|ftp:\/\/|www\.|(?:mailto|tel|sms|smsto|whatsapp|tg|intent):|(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}[/?](?=\S))[^\s<>"'`)\]}]{1,2000}/gi;
const ACTIVE_ADDRESS = /\b(?:javascript|vbscript|data):[^\s]{1,2000}/gi;

/** A web address down to its host and path: what follows `?` or `#` carries data and tracks, and says nothing. */
const bareAddress = (address: string): string => {
  const end = address.search(/[?#]/);
  // The stop of its sentence is none of it.
  return end < 0 ? address : `${address.slice(0, end)}${/[.,;:!…]+$/.exec(address)?.[0] ?? ''}`;
};

/**
 * Text with everything invisible taken out (what hid in tag characters is spelled out after {@link HIDDEN_MARK}),
 * pictures and links reduced to their words, and web addresses to host and path. Line ends are kept.
 */
const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(TAG_RUN, (run) => ` ${HIDDEN_MARK} ${[...run].map((sign) => asAscii(sign)).join('')} `)
    .replace(TAG_REST, '')
    .replace(INVISIBLE, '')
    .replace(JOINERS_BY_LATIN, '')
    .replace(/\u00a0|\u2007|\u202f/g, ' ')
    .replace(CONTROLS, ' ')
    .replace(IMAGE, '$1')
    .replace(LINK, '$1')
    .replace(REFERENCE_LINK, '$1')
    .replace(AUTOLINK, '$1')
    .replace(TAG, ' ')
    .replace(ACTIVE_ADDRESS, ' ')
    .replace(WEB_ADDRESS, bareAddress);

/**
 * Text in which no picture and no address carries anything: pictures and links are reduced to their words, addresses to
 * host and path, those that begin with `own` excepted.
 */
export const withoutCarriers = (text: string, own: string): string =>
  text
    .replace(IMAGE, '$1')
    .replace(LINK, '$1')
    .replace(WEB_ADDRESS, (address) => (address.startsWith(own) ? address : bareAddress(address)));

const asAscii = (tag: string): string => String.fromCodePoint((tag.codePointAt(0) ?? 0xe0020) - 0xe0000);

/** {@link cleanText} on one line, runs of space made one. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

// Emphasis is how Markdown looks, not what it says.
const STRUCK = /~~(?=\S)[^\n]{1,500}?(?<=\S)~~/g;
const EMPHASIS = /(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1/g;
const SOFT_EMPHASIS = /(?<![\w*])([*_])(?=\S)([^\n*_]{1,500})(?<=\S)\1(?![\w*])/g;

/** A line of Markdown as its reader sees it; what is struck out is no longer said. */
export const cleanMarkdownLine = (text: string): string =>
  cleanLine(text.replace(STRUCK, ''))
    .replace(EMPHASIS, '$2')
    .replace(SOFT_EMPHASIS, '$2')
    .replace(/`([^`\n]{1,500})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/g, '$1');
