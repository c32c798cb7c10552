// Who hears of messages, assignments, notes and snoozes: only people who may see the conversation.
import type { NotificationKind } from '#features/notifications/kinds.contract.ts';
import {
  type Facts,
  type Happening,
  lookingKey,
  MESSAGES,
  type Member,
  type Rule,
  type Told,
} from './hearing.ts';

/** Of these nothing is to be answered. */
const SILENT_KINDS = new Set(['reaction', 'system']);

/** Those who look after it; when nobody does, everybody who sees all conversations. */
export const messageReceived: Rule = (happening, facts) => {
  const { conversationId, kind } = happening.payload as { conversationId: string; kind: string };
  if (SILENT_KINDS.has(kind)) return [];
  return heardInChat(happening, facts, conversationId, {
    mine: 'message_mine',
    unassigned: 'message_unassigned',
    gatherKey: `${MESSAGES}${conversationId}`,
  });
};

export const conversationAssigned: Rule = (happening, facts) => {
  const { added, note } = happening.payload as { added: string[]; note?: string };
  const { subjectId } = happening;
  if (subjectId === null) return [];
  const told = toThese(happening, facts, added, 'assigned', subjectId, `assigned:${subjectId}`);
  return note ? told.map((each) => ({ ...each, details: { ...each.details, text: note } })) : told;
};

/** A mention does not open the conversation to a colleague who may not see it. */
export const noteAdded: Rule = (happening, facts) => {
  const { conversationId, noteId, mentions } = happening.payload as {
    conversationId: string;
    noteId: string;
    mentions: string[];
  };
  const told = toThese(
    happening,
    facts,
    mentions,
    'mentioned',
    conversationId,
    `mentioned:${conversationId}`,
  );
  return told.map((each) => ({ ...each, subjectId: noteId }));
};

/** Its author, as long as they see the conversation. */
export const scheduledRefused: Rule = (happening, facts) => {
  const { conversationId, authorId, code } = happening.payload as {
    conversationId: string;
    authorId: string | null;
    code: string;
  };
  if (authorId === null) return [];
  const key = `scheduled:${conversationId}`;
  const told = toThese(happening, facts, [authorId], 'scheduled_refused', conversationId, key);
  return told.map((each) => ({ ...each, details: { text: code } }));
};

/** What the customer woke is told by their message. */
export const conversationWoken: Rule = (happening, facts) => {
  const { by } = happening.payload as { by: string };
  const { subjectId } = happening;
  if (by === 'customer' || subjectId === null) return [];
  return heardInChat(happening, facts, subjectId, {
    mine: 'snooze_over',
    unassigned: 'snooze_over',
    gatherKey: `snooze:${subjectId}`,
  });
};

/** Told by the watch over windows, which makes the happening itself. */
export const windowClosing: Rule = (happening, facts) => {
  if (happening.subjectId === null) return [];
  return heardInChat(happening, facts, happening.subjectId, {
    mine: 'window_closing',
    unassigned: 'window_closing',
    gatherKey: `window:${happening.subjectId}`,
  });
};

type Kinds = { mine: NotificationKind; unassigned: NotificationKind; gatherKey: string };

function heardInChat(happening: Happening, facts: Facts, conversationId: string, kinds: Kinds): Told[] {
  // A conversation that is gone has no entry.
  const assignees = facts.assignees.get(conversationId);
  if (!assignees) return [];
  const isMember = new Set(facts.members.map(({ userId }) => userId));
  const caring = assignees.filter((userId) => isMember.has(userId));
  const hears = (member: Member) =>
    caring.length > 0 ? caring.includes(member.userId) : member.permissions.has('chats:all');
  return facts.members
    .filter((member) => member.permissions.has('chats:read') && hears(member))
    .filter((member) => isElsewhere(happening, facts, member, conversationId))
    .map((member) =>
      tell(
        happening,
        member.userId,
        caring.length > 0 ? kinds.mine : kinds.unassigned,
        conversationId,
        kinds.gatherKey,
      ),
    );
}

function toThese(
  happening: Happening,
  facts: Facts,
  userIds: readonly string[],
  kind: NotificationKind,
  conversationId: string,
  gatherKey: string,
): Told[] {
  const assignees = facts.assignees.get(conversationId);
  if (!assignees) return [];
  const sees = (member: Member) =>
    member.permissions.has('chats:read') &&
    (member.permissions.has('chats:all') || assignees.includes(member.userId));
  return facts.members
    .filter((member) => userIds.includes(member.userId) && sees(member))
    .filter((member) => isElsewhere(happening, facts, member, conversationId))
    .map((member) => tell(happening, member.userId, kind, conversationId, gatherKey));
}

/** Neither who did it nor who looks at the conversation right now needs to be told. */
function isElsewhere(
  happening: Happening,
  facts: Facts,
  { userId }: Member,
  conversationId: string,
): boolean {
  return happening.actorId !== userId && !facts.looking.has(lookingKey(userId, conversationId));
}

function tell(
  { actorName, at }: Happening,
  userId: string,
  kind: NotificationKind,
  conversationId: string,
  gatherKey: string,
): Told {
  return {
    userId,
    kind,
    gatherKey,
    conversationId,
    subjectId: null,
    details: actorName === null ? {} : { by: actorName },
    count: 1,
    at,
  };
}
