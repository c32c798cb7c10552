// The list of rules: which event is told to whom.
import type { EventName } from '#events/catalogue.ts';
import {
  conversationAssigned,
  conversationWoken,
  messageReceived,
  noteAdded,
  scheduledRefused,
} from './chat-rules.ts';
import type { Facts, Happening, Rule, Told } from './hearing.ts';
import {
  activityDue,
  campaignChanged,
  campaignCompleted,
  numberChanged,
  numberStageChanged,
  ticketGiven,
} from './work-rules.ts';

export const RULES: Partial<Record<EventName, Rule>> = {
  'message.received': messageReceived,
  'conversation.assigned': conversationAssigned,
  'conversation.woken': conversationWoken,
  'note.added': noteAdded,
  'scheduled_message.refused': scheduledRefused,
  'campaign.changed': campaignChanged,
  'campaign.completed': campaignCompleted,
  'ticket.created': ticketGiven,
  'ticket.updated': ticketGiven,
  'deal.activity_due': activityDue,
  'number.changed': numberChanged,
  'number.stage_changed': numberStageChanged,
};

/** Everything that is to be told of `happenings`, in their order. */
export function whoHears(happenings: readonly Happening[], facts: Facts): Told[] {
  return happenings.flatMap((happening) => RULES[happening.name as EventName]?.(happening, facts) ?? []);
}
