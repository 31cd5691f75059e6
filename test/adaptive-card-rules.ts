import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

const require = createRequire(import.meta.url);
// The package's own entry does not load in Node; its bundle does.
const AdaptiveCards: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.js');

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
const { id: _, ...schema } = JSON.parse(
  readFileSync(new URL('./fixtures/adaptive-card-1.5.0.json', import.meta.url), 'utf8'),
);
const followsSchema = ajv.compile(schema);

/** What is wrong with an Adaptive Card 1.5, by Microsoft's schema and by Microsoft's own parser; empty when it is good. */
export const complaintsAbout = (card: object): readonly string[] => {
  const bySchema = followsSchema(card) ? [] : (followsSchema.errors ?? []).map((error) => JSON.stringify(error));
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(structuredClone(card), context);
  const whileRead = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...bySchema, ...whileRead, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
};
