/** Signs that stand for a space between words that were marked as quoted. */
const GAP = '[\\s\\u02c6-\\u02ff]';
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Eight digits and more, however they are grouped: phones, cards, passports. */
const LONG_NUMBER = new RegExp(`(?<![\\p{Lu}\\p{Ll}\\p{N}_])\\+?\\(?\\d(?:(?:${GAP}|[().\\/-]){0,2}\\d){7,}`, 'gu');
const LABELLED = new RegExp(
  `(\\b(?:password|passcode|passwort|pin|secret|token|api[-_ ]?key|access[-_ ]?key|door code|key code|code for the door)${GAP}*(?:is|:|=)${GAP}*)[^\\s"\\u02c6-\\u02ff]+`,
  'giu',
);
const BEARER = /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi;
/** Keys as programs make them: a prefix and a long tail, or a long run of letters and digits. */
const KEY =
  /\b(?:sk|pk|rk|ghp|xox[abp]|AKIA)[-_]?[A-Za-z0-9_-]{12,}|\beyJ[\w-]{10,}\.[\w-]+\.[\w-]*|\b(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{32,}\b/g;

/** Text without phone, card and other long numbers, e-mail addresses, passwords, keys, and these names. */
export const redact = (text: string, names: readonly string[]): string => {
  const plain = text
    .replace(MAIL, '[e-mail]')
    .replace(BEARER, '$1 [secret]')
    .replace(LABELLED, '$1[secret]')
    .replace(KEY, (found) => (/^(?:user|family|trip|document|poll)_/.test(found) ? found : '[secret]'))
    .replace(LONG_NUMBER, (found) => (DAY.test(found.trim()) ? found : '[number]'));
  return names
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((so, name) => so.replace(named(name), '[child]'), plain);
};

const named = (name: string): RegExp => {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{Lu}\\p{Ll}\\p{N}])${words.join(`${GAP}+`)}(?![\\p{Lu}\\p{Ll}\\p{N}])`, 'giu');
};
