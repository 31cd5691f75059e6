import { writeFileSync } from 'node:fs';
import { SKILLS } from '../bot/skills/every-skill.ts';
import { learnIntents, packIntentModel } from '../bot/understanding/intents/intent-model.ts';
import { NO_SKILL, SKILL_INTENTS, skillSayings } from '../bot/understanding/skill-intents.ts';
import { NO_MEANING, SPANISH_INTENTS, spanishSayings } from '../bot/understanding/spanish/understand-spanish.ts';
import { localEmbeddings } from '../rag/embed/local-embeddings.ts';

/** `npm run docs:vectors` learns anew what tells the skills apart; run it after a change of what people say. */
const embeddings = localEmbeddings({ workers: 2 });
const model = await learnIntents(embeddings, skillSayings(SKILLS), NO_SKILL);
writeFileSync(SKILL_INTENTS, packIntentModel(model));
const spanish = await learnIntents(NO_MEANING, spanishSayings(), NO_SKILL);
writeFileSync(SPANISH_INTENTS, packIntentModel(spanish));
await embeddings.close();
console.log(`${model.intents.length} intents learned.`);
