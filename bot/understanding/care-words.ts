/** The longest message that is looked at. */
const MOST = 300;

const ACHE =
  '(?:fever|temp(?:erature)?|(?:tummy|stomach|ear|tooth|head|belly) ?ache|stomach bug|migraine|rash|allergic reaction|asthma attack|seizure|concussion|sun ?stroke|heat ?stroke|diarrh?o?ea|food poisoning|chest pains?)';
const BODY = '(?:arm|leg|ankle|wrist|foot|head|finger|knee|hand|tooth|nose|toe|elbow|chin|lip|eye|shoulder|hip)';
const BEING = "(?:is|are|am|['’](?:s|re|m)|feels?|feeling|got|has been|(?<=\\p{L})s)";
/** Somebody is ill or hurt now. */
const ILL = new RegExp(
  [
    `\\b(?:has|have|got|having|with|running|(?:has|have) got) (?:an? )?(?:\\w+ )?${ACHE}\\b`,
    `\\bfeverish\\b|\\bburning up\\b|\\bthrew up\\b|\\bthrowing up\\b|\\bvomit(?:s|ed|ing)?\\b|\\bbleeding\\b|\\bchoking\\b|\\bunconscious\\b|\\bpassed out\\b|\\bfainted\\b|\\bcan['’]?t breathe\\b`,
    `${BEING} (?:so |really |very |quite |badly |pretty |suddenly |all )?(?:ill|sick|unwell|poorly|hurt|injured)\\b`,
    `\\b(?:broke|broken|twisted|sprained|cut|burnt?|hurt|hit|banged) (?:his|her|my|an?|their) (?:\\w+ )?${BODY}\\b`,
    `\\b(?:stung|bitten) by\\b|\\bswallowed (?:an?|some\\w*)\\b`,
    `(?<!\\p{L})(?:tiene|tengo|tienen|con|le dio|les dio) (?:much[oa] |algo de |un poco de |una? )?(?:fiebre|calentura|dolor(?:es)? de|diarrea|v[oó]mitos?|reacci[oó]n al[eé]rgica|insolaci[oó]n)`,
    `(?<!\\p{L})vomit(?:a|[oó]|ando|aron)(?!\\p{L})|(?<!\\p{L})est[aá]n? (?:muy |algo )?(?:enferm[oa]s?|mal(?! )|malit[oa]s?|herid[oa]s?|sangrando)(?!\\p{L})`,
    `(?<!\\p{L})se (?:ha )?(?:cay[oó]|rompi[oó]|quebr[oó]|cort[oó]|quem[oó]|golpe[oó]|lastim[oó]|torci[oó]|trag[oó]|desmay[oó]|enferm[oó])(?!\\p{L})|(?<!\\p{L})(?:le|me) (?:duele|pic[oó])(?!\\p{L})`,
  ].join('|'),
  'iu',
);
/** Is no illness of now, or is told for another end. */
const OTHERWISE =
  /\b(?:my|our|the) (?:cat|dog|hamster|rabbit|puppy|kitten)(?:['’]s| (?:is|has|got|feels|threw|keeps))\b|(?<!\p{L})(?:mi|nuestr[oa]|el|la) (?:gat[oa]|perr[oa]|mascota) (?:est[aá]|tiene|vomit)|\bsick (?:of|and tired)\b|\b(?:car|sea|home|travel|motion)[- ]?sick|\bgets? (?:sick|ill)\b|\b(?:always|usually|often|sometimes|last (?:year|time|week|summer))\b|\bcancel|\bcall(?:ed|ing)? off\b|\b(?:can|wo|is|are)n['’]?t (?:com(?:e|ing)|join\w*|make it)\b|\bnot coming\b|\binsur\w+|\brefund\b|\bif\b|\b(?:tell|inform|write to|announce|message|remind|forward)\b|\blet .{1,30} know\b|\b(?:poll|vote|organi[sz]er|takes? over)\b|(?<!\p{L})(?:cancel\p{L}*|suspend\p{L}*|avis\p{L}+|d[ií]les|seguro de|si (?:se|alguien|nos)|siempre|se marea|encuesta|organiza\p{L}*)(?!\p{L})/iu;

const HELPERS =
  '(?:doctors?|hospitals?|clinics?|pharmac(?:y|ies)|chemists?|drug ?stores?|dentists?|emergency room|a&e|ambulances?|pa?ediatricians?|medical help|first aid)';
const AYUDA =
  '(?:m[eé]dic[oa]s?|doctora?|hospital(?:es)?|farmacias?|cl[ií]nicas?|dentistas?|urgencias|ambulancias?|pediatras?)';
/** A doctor, or what stands for one, is looked for. */
const LOOKS_FOR = new RegExp(
  [
    `\\b(?:where|which|nearest|closest|find|needs?|call|get|see|is there|any)\\b.{0,40}\\b${HELPERS}\\b`,
    "^(?:help[,! ]*)?(?:(?:it['’]?s|this is|we have|there is) )?(?:an |una? |es una )?(?:emergency|emergencia)[\\s!.]*$",
    `^(?:an? |the )?(?:nearest |closest )?${HELPERS}(?: (?:near(?:by)?|please|now|close|around)\\b.{0,20})?[\\s?!.]*$`,
    `(?<!\\p{L})(?:d[oó]nde|cu[aá]l|hay|busc\\p{L}+|necesit\\p{L}+|llam\\p{L}+|alg[uú]n|alguna|m[aá]s cercan[oa])(?!\\p{L}).{0,40}(?<!\\p{L})${AYUDA}(?!\\p{L})`,
    `^[¿\\s]*(?:un[oa]? |el |la )?${AYUDA}(?: (?:cerca|por favor|m[aá]s cercan[oa]))?[\\s?!.]*$`,
  ].join('|'),
  'iu',
);
const NAMES_HELP = new RegExp(
  `(?<!\\p{L})(?:${HELPERS}|${AYUDA}|emergency (?:number|call|services)|emergencias?|nurse|enfermer\\p{L}+|physician|police)(?!\\p{L})`,
  'iu',
);

/** Whether a message says that somebody is ill or hurt now. */
export const tellsOfIllness = (message: string): boolean => {
  const text = message.slice(0, MOST);
  return ILL.test(text) && !OTHERWISE.test(text);
};

/** Whether a message wants a doctor, a hospital or a pharmacy, or tells of somebody who needs one. */
export const wantsCare = (message: string): boolean => {
  const text = message.slice(0, MOST);
  return (ILL.test(text) || LOOKS_FOR.test(text)) && !OTHERWISE.test(text);
};

/** Whether a line of a paper names who helps the ill. */
export const namesHelp = (line: string): boolean => NAMES_HELP.test(line);
