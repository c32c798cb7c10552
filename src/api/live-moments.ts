// What a live stream tells besides events: things true for a moment, without a number, that nobody needs to catch up on.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import type { Signals } from '#events/signals.ts';
import { ATTENTION_SIGNAL, NOTIFIED_SIGNAL } from '#features/notifications/notifications.ts';
import { PRESENCE_SIGNAL } from '#features/team/team.ts';
import { visibleThreads } from '#features/threads/threads.ts';
import type { Permission } from '#operations/permissions.ts';

type Listener = { workspaceId: string; userId: string | null };

export type Moments = {
  /** Whether there is something to tell. */
  waiting(): boolean;
  /** What there is, as server-sent events, for somebody who may do this at the moment; then it is told. */
  take(tx: Tx, permissions: ReadonlySet<Permission>): Promise<string[]>;
  stop(): void;
};

/**
 * `notification.changed`: the person's own changed. `presence.changed`: somebody of the team came, went or chose to be
 * something else. `conversation.company`: who looks at a conversation or writes in it changed; only to who may see it.
 */
export function momentsFor({ workspaceId, userId }: Listener, signals: Signals, wake: () => void): Moments {
  const simple = new Set<'notification.changed' | 'presence.changed'>();
  const conversations = new Set<string>();
  const stops = [
    signals.on(NOTIFIED_SIGNAL, (key) => {
      if (key !== '' && key !== `${workspaceId}:${userId}`) return;
      simple.add('notification.changed');
      wake();
    }),
    signals.on(PRESENCE_SIGNAL, (key) => {
      if (key !== '' && key !== workspaceId) return;
      simple.add('presence.changed');
      wake();
    }),
    signals.on(ATTENTION_SIGNAL, (key) => {
      const [workspace, conversationId] = key.split(':');
      if (workspace !== workspaceId || !conversationId) return;
      conversations.add(conversationId);
      wake();
    }),
  ];
  return {
    waiting: () => simple.size + conversations.size > 0,
    async take(tx, permissions) {
      const told = [...simple]
        .filter((name) => name !== 'presence.changed' || permissions.has('members:read'))
        .map((name) => `event: ${name}\ndata: {}\n\n`);
      simple.clear();
      const asked = [...conversations];
      conversations.clear();
      if (asked.length === 0 || !permissions.has('chats:read')) return told;
      const { rows } = await sql<{ id: string }>`
        select c.id from conversations c where c.id = any(${asked}::uuid[])
          and ${visibleThreads({ workspaceId, userId, permissions })}`.execute(tx);
      return [
        ...told,
        ...rows.map(
          ({ id }) => `event: conversation.company\ndata: ${JSON.stringify({ subjectId: id })}\n\n`,
        ),
      ];
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
