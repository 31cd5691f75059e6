import { aiCostRoutes } from './ai-costs.ts';
import { assistantRoutes } from './assistant.ts';
import { auditRoutes } from './audit.ts';
import { budgetRoutes } from './budget.ts';
import { consensusRoutes } from './consensus.ts';
import { consentRoutes } from './consents.ts';
import { documentRoutes } from './documents.ts';
import { emergencyContactRoutes } from './emergency-contacts.ts';
import { expenseRoutes } from './expenses.ts';
import { familyRoutes } from './families.ts';
import { familyLifeRoutes } from './family-life.ts';
import { guestRoutes } from './guests.ts';
import type { RestHouse } from './house.ts';
import { invitationRoutes } from './invitations.ts';
import { linkingRoutes } from './linking.ts';
import { magicPollRoutes } from './magic-polls.ts';
import { memoryRoutes } from './memories.ts';
import { messageRoutes } from './messages.ts';
import { newsByEmailRoutes } from './news-by-email.ts';
import { notificationRoutes } from './notifications.ts';
import { planEditRoutes } from './plan-edits.ts';
import { planningRoutes } from './planning.ts';
import { pollRoutes } from './polls.ts';
import { privacyRoutes } from './privacy.ts';
import { reminderRoutes } from './reminders.ts';
import { reservationRoutes } from './reservations.ts';
import type { Route } from './route.ts';
import { signInRoutes } from './sign-in.ts';
import { successionRoutes } from './succession.ts';
import { tripLifecycleRoutes } from './trip-lifecycle.ts';
import { tripRoutes } from './trips.ts';

/** Every route of the API, once: mounted, validated and documented from here. */
export const routesOf = (house: RestHouse): readonly Route[] => [
  ...signInRoutes(house),
  ...familyRoutes(house),
  ...familyLifeRoutes(house),
  ...emergencyContactRoutes(house),
  ...tripRoutes(house),
  ...invitationRoutes(house),
  ...guestRoutes(house),
  ...linkingRoutes(house),
  ...tripLifecycleRoutes(house),
  ...successionRoutes(house),
  ...documentRoutes(house),
  ...messageRoutes(house),
  ...pollRoutes(house),
  ...magicPollRoutes(house),
  ...consensusRoutes(house),
  ...planningRoutes(house),
  ...planEditRoutes(house),
  ...memoryRoutes(house),
  ...budgetRoutes(house),
  ...expenseRoutes(house),
  ...reservationRoutes(house),
  ...reminderRoutes(house),
  ...notificationRoutes(house),
  ...newsByEmailRoutes(house),
  ...auditRoutes(house),
  ...assistantRoutes(house),
  ...aiCostRoutes(house),
  ...privacyRoutes(house),
  ...consentRoutes(house),
];
