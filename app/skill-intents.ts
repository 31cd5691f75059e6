import { writeFileSync } from 'node:fs';
import { SKILLS } from '../bot/skills/every-skill.ts';
import { learnIntents, packIntentModel } from '../bot/understanding/intents/intent-model.ts';
import { NO_SKILL, SKILL_INTENTS, skillSayings } from '../bot/understanding/skill-intents.ts';
import { localEmbeddings } from '../rag/embed/local-embeddings.ts';

/** `npm run docs:vectors` learns anew what tells the skills apart; run it after a change of what people say. */
const embeddings = localEmbeddings({ workers: 2 });
const model = await learnIntents(embeddings, skillSayings(SKILLS), NO_SKILL);
writeFileSync(SKILL_INTENTS, packIntentModel(model));
await embeddings.close();
console.log(`${model.intents.length} intents learned.`);
