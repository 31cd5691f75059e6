import { legIn } from '../../retrieve/legs.ts';
import type { Check } from './check.ts';

const TRAVELS = '(?:flights?|plane|train|ferry|bus|coach|boat|journey|trip|way|fly|flying|seats?|crossing|transfer)';
const GOES_OUT = new RegExp(
  `\\b${TRAVELS}(?: \\w+){0,2} (?:out|there|outbound|outward)\\b|\\b(?:outbound|outward|departing) ${TRAVELS}\\b|\\b${TRAVELS} out\\b|\\bon the way (?:there|out)\\b`,
  'i',
);
const COMES_BACK = new RegExp(
  `\\b${TRAVELS}(?: \\w+){0,2} (?:back|home)\\b|\\b(?:return|inbound|homeward) ${TRAVELS}\\b|\\bon the way (?:back|home)\\b|\\b(?:fly|sail|travel) (?:back|home)\\b`,
  'i',
);
const IS_OUT =
  /^(?:out(?:bound|ward)?(?: \p{L}+)?|outbound|there|ida|andata|aller|hin(?:fahrt|flug|reise))\s?(?::|\||,|\d)/iu;
const IS_BACK =
  /^(?:return(?:ing)?(?: \p{L}+)?|back|inbound|home(?:ward)?|vuelta|ritorno|retour|r(?:ü|ue)ck(?:fahrt|flug|reise))\s?(?::|\||,|\d|\s\p{Lu})/iu;

/** It tells of the way back where the way out is asked, or the other way round. */
export const ofOtherWay: Check = ({ text }, { text: told, way }) => {
  const out = GOES_OUT.test(text);
  const back = COMES_BACK.test(text);
  return out !== back && ((out ? IS_BACK : IS_OUT).test(told) || way === (out ? 'back' : 'out'));
};

const FROM_TO = /\bfrom (?:the )?(?<start>[\p{L}'’-]{3,})(?: [\p{L}'’-]+)? to (?:the )?(?<goal>[\p{L}'’-]{3,})/iu;
const LEADS = '[^.;|]{0,30}?(?:->|→|>|[-–]|\\bto\\b)[^.;|]{0,20}?';

/** It tells of the same way in the other direction. */
export const ofOtherDirection: Check = ({ text }, { text: told }) => {
  const { start, goal } = FROM_TO.exec(text)?.groups ?? {};
  if (start === undefined || goal === undefined) return false;
  const leads = (one: string, other: string): boolean => new RegExp(`${one}${LEADS}${other}`, 'iu').test(told);
  return leads(goal, start) && !leads(start, goal);
};

const GOES_FROM =
  /\b(?:go|goes|leaves?|departs?|sails?|starts?|sets? off|boards?)\b(?: \w+)? from(?: the)?(?: (?<place>[\p{L}'’-]{3,}))?/iu;
const COMES_BY = /^(?:return|back)\b/i;

/** It tells of the way back where it is asked from where something leaves. */
export const ofTheWayBack: Check = ({ text }, { text: told }) => {
  const { place } = GOES_FROM.exec(text)?.groups ?? {};
  return (
    GOES_FROM.test(text) &&
    !COMES_BACK.test(text) &&
    COMES_BY.test(told) &&
    !(place !== undefined && told.toLowerCase().includes(place.toLowerCase()))
  );
};

const LANDS = /\b(?:land|arrive|arrival|touch down|get|come) (?:in|at|to) (?:the )?(?<place>\p{L}[\p{L}'’-]+)/iu;
const TAKES_OFF =
  /\b(?:leave|leaves|depart|departs|departure|fly|sail|take off|start|starts)(?: out)? from (?:the )?(?<place>\p{L}[\p{L}'’-]+)/iu;

/** It tells of a leg that leaves where it is asked when one arrives, or the other way round. */
export const ofOtherEndOfALeg: Check = ({ text }, { text: told }) => {
  const leg = legIn(told);
  if (!leg) return false;
  const lands = LANDS.exec(text)?.groups?.place?.toLowerCase();
  const leaves = TAKES_OFF.exec(text)?.groups?.place?.toLowerCase();
  return (
    (lands !== undefined && leg.from === lands && leg.to !== lands) ||
    (leaves !== undefined && leg.to === leaves && leg.from !== leaves)
  );
};
