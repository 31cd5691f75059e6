import { z } from 'zod';
import { sayDay } from '../../trips/dates.ts';
import { effectivePreferences } from '../../trips/families/effective-preferences.ts';
import { families } from '../../trips/families/family.ts';
import { sayMoney } from '../../trips/money.ts';
import { familyInTrip } from '../../trips/people/person.ts';
import { tripsOf } from '../../trips/trips/create-trip.ts';
import { introduction } from './help.ts';
import { skill } from './skill.ts';

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
  ],
  run: async (context) => {
    const { house, person, tripId, group } = context;
    if (!person) return introduction(context);
    const seats = await tripsOf(house.records, person);
    const familyId = tripId === undefined ? person.familyId : familyInTrip(person, tripId);
    const family = await house.records.read(families, familyId, familyId);
    if (group || !family)
      return { text: `You're ${person.name}. I tell what I know of your family in our private chat only.` };
    const { diet, allergies, mobility, budget, pace, unavailable, notes } = family.preferences;
    const interests = Object.entries(effectivePreferences(family).interests);
    const facts = [
      { label: 'You', value: person.name },
      { label: 'Family', value: `${family.name}${family.adminId === person.id ? ', and you speak for it' : ''}` },
      {
        label: 'Members',
        value: family.members.map(({ name, age }) => (age === undefined ? name : `${name}, ${age}`)).join('; '),
      },
      ...(diet.length > 0 ? [{ label: 'Food', value: diet.join(', ') }] : []),
      ...(allergies.length > 0 ? [{ label: 'Allergies', value: allergies.join(', ') }] : []),
      ...(mobility.length > 0 ? [{ label: 'Getting around', value: mobility.join(', ') }] : []),
      ...(budget ? [{ label: 'Budget', value: sayMoney(budget) }] : []),
      ...(pace ? [{ label: 'Pace', value: pace }] : []),
      ...(interests.length > 0
        ? [{ label: 'Interests', value: interests.map(([topic, score]) => `${topic} ${Math.round(score)}`).join(', ') }]
        : []),
      ...(unavailable.length > 0
        ? [{ label: 'Not free', value: unavailable.map((day) => sayDay(day)).join(', ') }]
        : []),
      ...(notes ? [{ label: 'Notes', value: notes }] : []),
      ...(family.emergencyContacts.length > 0
        ? [{ label: 'In an emergency', value: family.emergencyContacts.map(({ name }) => name).join(', ') }]
        : []),
      { label: 'Trips', value: seats.length === 0 ? 'none yet' : seats.map(({ tripName }) => tripName).join(', ') },
    ];
    return {
      text: 'This is what I know of you; only your family sees it.',
      card: { kind: 'facts', title: person.name, facts },
      private: true,
    };
  },
});
