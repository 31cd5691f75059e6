import type { Block } from '../block.ts';

/** How programs begin a letter that is sent on: who wrote it when, to whom, about what. */
const FIELD =
  /^(From|Date|Sent|To|Cc|Subject|Reply-To|Von|Gesendet|Datum|An|Betreff|De|Enviado(?: el)?|Fecha|Para|Asunto):\s+(\S.*)$/i;
const SUBJECT = /^(?:subject|betreff|asunto)$/i;
const SENDER = /^(?:from|von|de)$/i;
const WHEN = /^(?:date|sent|gesendet|datum|enviado(?: el)?|fecha)$/i;
const RULE =
  /^[-_*\s]*(?:forwarded message|original message|begin forwarded message:?|weitergeleitete nachricht|mensaje reenviado|mensaje original)[-_*\s:]*$/i;
const FEWEST_FIELDS = 3;

/** The blocks of a letter, of each that was sent on in it its subject as a title, who wrote it and when; `subjectOf` takes from a subject what programs put before it. */
export const withForwarded = (blocks: readonly Block[], subjectOf: (subject: string) => string): readonly Block[] => {
  const told: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || RULE.test(block.text)) continue;
    const fields = fieldsFrom(blocks, at);
    const subject = fields.find(({ name }) => SUBJECT.test(name))?.value;
    if (fields.length < FEWEST_FIELDS || subject === undefined || !fields.some(({ name }) => SENDER.test(name))) {
      told.push(block);
      continue;
    }
    told.push({ kind: 'heading', level: 1, text: subjectOf(subject) });
    for (const { name, value } of fields) {
      if (SENDER.test(name)) told.push({ kind: 'paragraph', text: `From: ${value.replace(/[<>]/g, '')}` });
      if (WHEN.test(name)) told.push({ kind: 'paragraph', text: `Sent: ${value}` });
    }
    at += fields.length - 1;
  }
  return told;
};

/** The fields that stand one below the other from this block on. */
const fieldsFrom = (
  blocks: readonly Block[],
  from: number,
): readonly { readonly name: string; readonly value: string }[] => {
  const fields: { readonly name: string; readonly value: string }[] = [];
  for (const { kind, text } of blocks.slice(from)) {
    const [, name, value] = (kind === 'paragraph' && FIELD.exec(text)) || [];
    if (name === undefined || value === undefined) break;
    fields.push({ name, value });
  }
  return fields;
};
