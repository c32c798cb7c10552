// Who hears of campaigns, tickets, activities and numbers: the people whose permissions reach them, or their owner.
import { NOTIFICATION_KINDS, type NotificationKind } from '#features/notifications/kinds.contract.ts';
import type { Facts, Happening, Rule, Told } from './hearing.ts';

export const campaignChanged: Rule = (happening, facts) => {
  const { state } = happening.payload as { state: string };
  return state === 'paused' ? toPermitted(happening, facts, 'campaign_stopped', 'campaign') : [];
};

export const campaignCompleted: Rule = (happening, facts) =>
  toPermitted(happening, facts, 'campaign_finished', 'campaign');

type TicketPayload = {
  ticket: { owner: { id: string } | null };
  changes?: { field: string }[];
};

/** Its owner, when the ticket is opened for them or given to them. */
export const ticketGiven: Rule = (happening, facts) => {
  const { ticket, changes } = happening.payload as TicketPayload;
  if (changes && !changes.some(({ field }) => field === 'owner')) return [];
  return toPermitted(happening, facts, 'ticket_assigned', 'ticket').filter(
    ({ userId }) => userId === ticket.owner?.id,
  );
};

/** Its owner. The subject is the deal; each activity is told by itself. */
export const activityDue: Rule = (happening, facts) => {
  const { activityId, ownerId } = happening.payload as { activityId: string; ownerId: string | null };
  return toPermitted(happening, facts, 'activity_due', 'activity', { activityId })
    .filter(({ userId }) => userId === ownerId)
    .map((told) => ({ ...told, gatherKey: `activity:${activityId}` }));
};

const QUALITIES = ['low', 'medium', 'high'];

/** Only a fall; `unknown` is neither better nor worse. */
export const numberChanged: Rule = (happening, facts) => {
  const { quality } = happening.payload as { quality?: { from: string; to: string } };
  if (!quality) return [];
  const [from, to] = [QUALITIES.indexOf(quality.from), QUALITIES.indexOf(quality.to)];
  return to >= 0 && from > to
    ? toPermitted(happening, facts, 'number_quality', 'quality', { quality: quality.to })
    : [];
};

const STOPPED = new Set(['stopped', 'restricted', 'banned']);

export const numberStageChanged: Rule = (happening, facts) => {
  const { stage, text } = happening.payload as { stage: string; text: string };
  return STOPPED.has(stage) ? toPermitted(happening, facts, 'number_stopped', 'number', { stage, text }) : [];
};

function toPermitted(
  { subjectId, actorId, actorName, at }: Happening,
  facts: Facts,
  kind: NotificationKind,
  key: string,
  details: Record<string, string> = {},
): Told[] {
  if (subjectId === null) return [];
  const { permission } = NOTIFICATION_KINDS[kind];
  return facts.members
    .filter((member) => member.permissions.has(permission) && member.userId !== actorId)
    .map(({ userId }) => ({
      userId,
      kind,
      gatherKey: `${key}:${subjectId}`,
      conversationId: null,
      subjectId,
      details: { ...details, ...(actorName === null ? {} : { by: actorName }) },
      count: 1,
      at,
    }));
}
