import type { DomNode } from 'html-to-text';

/** Says of the elements of a page which of them its reader does not see, by their attributes and by the page's own style sheets. */
export const hiddenIn = (html: string): ((node: DomNode) => boolean) => {
  const hidden = hiddenSelectors(html);
  return (node) => isHidden(node) || (hidden.size > 0 && selectorsOf(node).some((selector) => hidden.has(selector)));
};

const STYLE_SHEET = /<style[^>]{0,500}>([\s\S]{0,200000}?)<\/style/gi;
const FOR_A_MEDIUM = /@[^{};]{0,500}\{(?:[^{}]{0,5000}\{[^{}]{0,5000}\}){0,500}[^{}]{0,5000}\}/g;
const RULE = /([^{}]{1,2000})\{([^{}]{0,5000})\}/g;
const SIMPLE_SELECTOR = /^(?:[a-z][a-z0-9]*)?[.#][\w-]+$/i;

/** The `.class`, `tag.class` and `#id` selectors that hide; what holds for some screens only is seen on others. */
const hiddenSelectors = (html: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const [, sheet = ''] of html.matchAll(STYLE_SHEET)) {
    const rules = sheet.replace(/\/\*[\s\S]{0,5000}?\*\//g, '').replace(FOR_A_MEDIUM, '');
    for (const [, selectors = '', style = ''] of rules.matchAll(RULE)) {
      if (!HIDES.test(style.toLowerCase().replace(/\s+/g, ''))) continue;
      for (const selector of selectors.split(',')) {
        if (SIMPLE_SELECTOR.test(selector.trim())) found.add(selector.trim().toLowerCase());
      }
    }
  }
  return found;
};

const selectorsOf = ({ name = '', attribs = {} }: DomNode): readonly string[] =>
  [
    ...(attribs.class ?? '').split(/\s+/).flatMap((one: string) => (one === '' ? [] : [`.${one}`, `${name}.${one}`])),
    ...(attribs.id ? [`#${attribs.id}`, `${name}#${attribs.id}`] : []),
  ].map((selector) => selector.toLowerCase());

const HIDES =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0?\.?0+(?=;|!|$)|font-size:[01](?:\.\d+)?(?:px|pt|em|rem|%)?(?=;|!|$)|(?:text-indent|left|top):-\d{3,}|color:transparent|clip:rect\(0|(?:max-)?(?:height|width):0(?:px)?(?=;|!|$))/;

const isHidden = (node: DomNode): boolean => {
  const { attribs } = node;
  if (!attribs) return false;
  if ('hidden' in attribs || attribs['aria-hidden'] === 'true') return true;
  const style = styleOf(attribs);
  if ((WHITE.test(style) || WHITE.test(`color:${attribs.color?.toLowerCase()}`)) && !isBacked(node)) return true;
  return HIDES.test(style);
};

const styleOf = (attribs: Readonly<Record<string, string>>): string =>
  (attribs.style ?? '').toLowerCase().replace(/\s+/g, '');

const WHITE = /(?:^|;)color:(?:#fff(?:fff)?|white|rgba?\(255,255,255(?:,1)?\))(?=;|!|$)/;

/** Whether white may show: something around it has a ground of its own, or may get one from a style sheet. */
const isBacked = (node: DomNode): boolean => {
  for (let around: DomNode | null | undefined = node; around; around = around.parent) {
    const { attribs = {} } = around;
    if ('bgcolor' in attribs || 'class' in attribs || styleOf(attribs).includes('background')) return true;
  }
  return false;
};
