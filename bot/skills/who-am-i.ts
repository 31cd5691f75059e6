import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { effectivePreferences } from '../../trips/families/effective-preferences.ts';
import { families } from '../../trips/families/family.ts';
import { familyInTrip } from '../../trips/people/person.ts';
import { tripsOf } from '../../trips/trips/create-trip.ts';
import { introduction } from './help.ts';
import { type SkillContext, skill } from './skill.ts';

export const whoAmISkill = skill({
  name: 'who-am-i',
  description: 'What I know of you and your family',
  who: 'anyone',
  reads: true,
  input: z.object({}),
  commands: ['who am i', 'whoami', 'my family', 'about me', 'my details'],
  examples: [
    'what have you stored about us',
    'show my profile',
    'what information do you have on my family',
    'tell me what you know about us',
    'show me my data',
    'what do you know about me',
    'show me my family details',
    'what have I told you about us',
    'which family am i in',
    'what are our preferences',
    'what do you have about us',
    'which allergies did you note for us',
    'what have you written down about my kids',
    'what is my family called here',
    'show what you know about my family',
    'do you remember our food needs',
    'who do you think i am',
    'what are my details',
    'have you noted that she cannot have milk',
    'did you write down our allergies',
    'do you have it that Leo is vegetarian',
    'what have you written down for our family',
    'which things have you noted about us',
    'how are we listed with you',
    'show our family profile',
  ],
  run: (context) => tellOwn(context),
});

/** What is known of the speaker and their family; in a group their name alone. */
export const tellOwn = async (context: SkillContext): Promise<Reply> => {
  const {
    house,
    person,
    tripId,
    group,
    words: { say, family: said },
  } = context;
  const { labels, word } = said;
  if (!person) return introduction(context);
  const seats = await tripsOf(house.records, person);
  const familyId = tripId === undefined ? person.familyId : familyInTrip(person, tripId);
  const family = await house.records.read(families, familyId, familyId);
  if (group || !family) return { text: said.knownInGroup(person.name) };
  const { diet, allergies, mobility, budget, pace, unavailable, notes } = family.preferences;
  const interests = Object.entries(effectivePreferences(family).interests);
  const facts = [
    { label: labels.you, value: person.name },
    { label: labels.family, value: family.adminId === person.id ? said.speaksFor(family.name) : family.name },
    {
      label: labels.members,
      value: family.members.map(({ name, age }) => (age === undefined ? name : `${name}, ${age}`)).join('; '),
    },
    ...(diet.length > 0 ? [{ label: labels.food, value: diet.map(word).join(', ') }] : []),
    ...(allergies.length > 0 ? [{ label: labels.allergies, value: allergies.map(word).join(', ') }] : []),
    ...(mobility.length > 0 ? [{ label: labels.mobility, value: mobility.map(word).join(', ') }] : []),
    ...(budget ? [{ label: labels.budget, value: say.money(budget) }] : []),
    ...(pace ? [{ label: labels.pace, value: word(pace) }] : []),
    ...(interests.length > 0
      ? [
          {
            label: labels.interests,
            value: interests.map(([topic, score]) => `${word(topic)} ${Math.round(score)}`).join(', '),
          },
        ]
      : []),
    ...(unavailable.length > 0 ? [{ label: labels.away, value: unavailable.map(say.day).join(', ') }] : []),
    ...(notes ? [{ label: labels.notes, value: notes }] : []),
    ...(family.emergencyContacts.length > 0
      ? [{ label: labels.emergency, value: family.emergencyContacts.map(({ name }) => name).join(', ') }]
      : []),
    {
      label: labels.trips,
      value: seats.length === 0 ? said.noTrips : seats.map(({ tripName }) => tripName).join(', '),
    },
  ];
  return {
    text: said.known,
    card: { kind: 'facts', title: person.name, facts },
    private: true,
  };
};
