import { addDocumentSkill } from './add-document.ts';
import { addExpenseSkill } from './add-expense.ts';
import { addOptionSkill } from './add-option.ts';
import { addReservationSkill, noteFoundSkill } from './add-reservation.ts';
import { askSkill } from './ask.ts';
import { budgetSkill } from './budget.ts';
import { callMeSkill } from './call-me.ts';
import { cannotBookSkill } from './cannot-book.ts';
import { changeMemberSkill } from './change-member.ts';
import { changePlanSkill } from './change-plan.ts';
import { childAccountSkill, myAgeSkill } from './children.ts';
import { commonGroundSkill } from './common-ground.ts';
import { correctExpenseSkill } from './correct-expense.ts';
import { deleteTripSkill } from './delete-trip.ts';
import { demoSkill } from './demo.ts';
import { describeFamilySkill } from './describe-family.ts';
import { emergencyContactsSkill } from './emergency-contacts.ts';
import { balancesSkill, removeExpenseSkill } from './expenses.ts';
import { familyAdminSkill, renameFamilySkill } from './family-people.ts';
import { finalizePollSkill, reopenPollSkill } from './finalize-poll.ts';
import { followByEmailSkill } from './follow-by-email.ts';
import { forgetPreferenceSkill } from './forget-preference.ts';
import { guestLinkSkill } from './guest-link.ts';
import { helpSkill } from './help.ts';
import { invitationsSkill } from './invitations.ts';
import { addMemberSkill, inviteSkill } from './invite.ts';
import { planItinerarySkill, showItinerarySkill } from './itinerary.ts';
import { joinSkill } from './join.ts';
import { leaveSkill, takeOutSkill } from './leaving.ts';
import { linkSkill } from './link.ts';
import { magicPollSkill } from './magic-poll.ts';
import { medicalHelpSkill } from './medical-help.ts';
import { addPhotoSkill, memoriesSkill, shareMemoriesSkill } from './memories.ts';
import { newPollSkill } from './new-poll.ts';
import { newTripSkill } from './new-trip.ts';
import { notificationsSkill } from './notifications.ts';
import { planCostSkill } from './plan-cost.ts';
import { planPaperSkill } from './plan-paper.ts';
import { planChangesSkill, planProposalsSkill, undoPlanSkill } from './plan-versions.ts';
import { pollDeadlineSkill } from './poll-deadline.ts';
import { pollDraftSkill } from './poll-draft.ts';
import { pollOffersSkill } from './poll-offers.ts';
import { eraseMeSkill, myDataSkill, restrictSkill } from './privacy.ts';
import { recordVoteSkill } from './record-vote.ts';
import { remindMissingSkill } from './remind-missing.ts';
import { cancelReminderSkill, remindersSkill, setReminderSkill } from './reminders.ts';
import { cancelReservationSkill, changeReservationSkill, reservationsSkill } from './reservations.ts';
import { closePollSkill, resultsSkill } from './results.ts';
import { settleTripSkill } from './settle-trip.ts';
import type { Skill } from './skill.ts';
import { backSkill, thanksSkill } from './small-talk.ts';
import { speakLanguageSkill } from './speak-language.ts';
import { stopPlanningSkill } from './stop-planning.ts';
import { stopsSkill } from './stops.ts';
import { successionSkill } from './succession.ts';
import { takeBackVoteSkill } from './take-back-vote.ts';
import { tellEveryoneSkill } from './tell-everyone.ts';
import { timeZoneSkill } from './time-zone.ts';
import { type Topic, topicsSkill } from './topics.ts';
import { handOverSkill, tripStatusSkill } from './trip-status.ts';
import { tripSummarySkill } from './trip-summary.ts';
import { undoSkill } from './undo.ts';
import { useTripSkill } from './use-trip.ts';
import { voteSkill } from './vote.ts';
import { weatherSkill } from './weather.ts';
import { whatChangedSkill } from './what-changed.ts';
import { rainPlanSkill, whatsNextSkill } from './whats-next.ts';
import { whoAmISkill } from './who-am-i.ts';
import { whySkill } from './why.ts';

/** Everything the assistant can do, by what it is about: help and the page of skills are read from this list. */
export const TOPICS: readonly Topic[] = [
  {
    name: 'Beginning',
    word: 'begin',
    skills: [helpSkill, topicsSkill(() => TOPICS), demoSkill, joinSkill, newTripSkill, useTripSkill],
  },
  {
    name: 'The trip',
    word: 'trip',
    skills: [
      settleTripSkill,
      tripSummarySkill,
      tripStatusSkill,
      handOverSkill,
      deleteTripSkill,
      successionSkill,
      whatChangedSkill,
    ],
  },
  {
    name: 'Inviting others',
    word: 'inviting',
    skills: [inviteSkill, invitationsSkill, guestLinkSkill],
  },
  {
    name: 'Your family',
    word: 'family',
    skills: [
      addMemberSkill,
      renameFamilySkill,
      changeMemberSkill,
      familyAdminSkill,
      takeOutSkill,
      leaveSkill,
      describeFamilySkill,
      forgetPreferenceSkill,
      emergencyContactsSkill,
      medicalHelpSkill,
    ],
  },
  {
    name: 'Documents',
    word: 'documents',
    skills: [askSkill, addDocumentSkill],
  },
  {
    name: 'Polls',
    word: 'polls',
    skills: [
      newPollSkill,
      magicPollSkill,
      pollDraftSkill,
      pollOffersSkill,
      voteSkill,
      takeBackVoteSkill,
      addOptionSkill,
      resultsSkill,
      pollDeadlineSkill,
      remindMissingSkill,
      closePollSkill,
      finalizePollSkill,
      reopenPollSkill,
      recordVoteSkill,
      whySkill,
      commonGroundSkill,
    ],
  },
  {
    name: 'The plan',
    word: 'plan',
    skills: [
      stopsSkill,
      planItinerarySkill,
      stopPlanningSkill,
      showItinerarySkill,
      planCostSkill,
      planPaperSkill,
      whatsNextSkill,
      weatherSkill,
      rainPlanSkill,
      changePlanSkill,
      undoPlanSkill,
      planChangesSkill,
      planProposalsSkill,
    ],
  },
  {
    name: 'Memories',
    word: 'memories',
    skills: [memoriesSkill, addPhotoSkill, shareMemoriesSkill],
  },
  {
    name: 'Money',
    word: 'money',
    skills: [budgetSkill, addExpenseSkill, balancesSkill, correctExpenseSkill, removeExpenseSkill],
  },
  {
    name: 'Telling others',
    word: 'messages',
    skills: [tellEveryoneSkill],
  },
  {
    name: 'Bookings',
    word: 'bookings',
    skills: [
      addReservationSkill,
      noteFoundSkill,
      reservationsSkill,
      changeReservationSkill,
      cancelReservationSkill,
      cannotBookSkill,
    ],
  },
  {
    name: 'Reminders and quiet',
    word: 'reminders',
    skills: [setReminderSkill, remindersSkill, cancelReminderSkill, notificationsSkill, followByEmailSkill],
  },
  {
    name: 'You and your data',
    word: 'you',
    skills: [
      timeZoneSkill,
      speakLanguageSkill,
      whoAmISkill,
      linkSkill,
      callMeSkill,
      childAccountSkill,
      myAgeSkill,
      myDataSkill,
      eraseMeSkill,
      restrictSkill,
    ],
  },
  {
    name: 'Along the way',
    word: 'talk',
    skills: [undoSkill, backSkill, thanksSkill],
  },
];

/** Everything the assistant can do; understanding and buttons read this list. */
export const SKILLS: readonly Skill[] = TOPICS.flatMap(({ skills }) => skills);
