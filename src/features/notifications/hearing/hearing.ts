// What the rules of hearing are made of: something that happened, the facts about it, and who is told of it.
import type { NotificationKind } from '#features/notifications/kinds.contract.ts';
import type { Permission } from '#operations/permissions.ts';

/** An event as the rules see it. */
export type Happening = {
  name: string;
  subjectId: string | null;
  payload: unknown;
  /** The person who did it; null for automations, keys, the product itself and customers. */
  actorId: string | null;
  actorName: string | null;
  at: Date;
};

export type Member = { userId: string; permissions: ReadonlySet<Permission> };

export type Facts = {
  members: readonly Member[];
  /** Who looks after each conversation that the happenings name. */
  assignees: ReadonlyMap<string, readonly string[]>;
  /** `person conversation` of those who have it open in front of them now. */
  looking: ReadonlySet<string>;
};

/** One person is to be told one thing. */
export type Told = {
  userId: string;
  kind: NotificationKind;
  /** Unread ones with the same key become one. */
  gatherKey: string;
  conversationId: string | null;
  subjectId: string | null;
  details: Record<string, string>;
  count: number;
  at: Date;
};

/** The rule of one event. Pure; says nothing about channels. */
export type Rule = (happening: Happening, facts: Facts) => Told[];

export function lookingKey(userId: string, conversationId: string): string {
  return `${userId} ${conversationId}`;
}

/** Prefix of the keys under which messages gather, one per conversation. */
export const MESSAGES = 'messages:';
