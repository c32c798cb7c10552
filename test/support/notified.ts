// A workspace whose people are told of what happens: events as rows, jobs run when the test says so.
import type { EventName, EventPayload } from '#events/catalogue.ts';
import { dispatchBatch } from '#events/dispatcher.ts';
import { type NewEvent, publishAll } from '#events/publish.ts';
import { digestJob } from '#features/notifications/jobs/digest.job.ts';
import { gatherJob } from '#features/notifications/jobs/gather.job.ts';
import { pushJob } from '#features/notifications/jobs/push.job.ts';
import { notificationsSubscriber } from '#features/notifications/notifications.subscriber.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { Actor, Caller } from '#operations/call.ts';
import type { Services } from '#operations/services.ts';
import { openConversation } from './conversation.ts';
import { runJobs } from './jobs.ts';
import type { TestDatabase } from './test-database.ts';
import { clientFor, createWorkspace } from './workspace.ts';

export async function notifiedWorkspace(database: TestDatabase, services: Services) {
  const workspace = await createWorkspace(services);
  const { id: workspaceId } = workspace;
  const signal = new AbortController().signal;
  const customer: Actor = { kind: 'system', name: 'whatsapp' };

  async function happen<N extends EventName>(
    name: N,
    subjectId: string | null,
    payload: EventPayload<N>,
    actor: Actor = customer,
    times = 1,
  ): Promise<void> {
    await workspace.run((call) =>
      publishAll(
        { ...call, actor, now: now() },
        Array.from({ length: times }, () => ({ name, subjectId, payload }) as NewEvent),
      ),
    );
  }

  return {
    ...workspace,
    happen,
    async person(role: Parameters<typeof workspace.caller>[0]) {
      const caller = await workspace.caller(role);
      return { caller, userId: caller.userId!, client: clientFor(services, caller) };
    },
    /** A customer of that name, with a conversation. */
    async conversation(firstName: string): Promise<string> {
      const contactId = newId();
      await workspace.run(({ tx, now: at }) =>
        tx
          .insertInto('contacts')
          .values({
            workspace_id: workspaceId,
            id: contactId,
            phone: `+39333${String(Number.parseInt(contactId.slice(-7), 16))
              .padStart(9, '0')
              .slice(-7)}`,
            first_name: firstName,
            created_at: at,
            updated_at: at,
          })
          .execute(),
      );
      return openConversation(workspace, contactId);
    },
    /** The customer writes `times` messages; the conversation is unread. */
    async write(conversationId: string, text: string, times = 1): Promise<void> {
      await workspace.run(({ tx }) =>
        tx
          .updateTable('conversations')
          .set((eb) => ({
            in_inbox: true,
            last_message_preview: text,
            last_direction: 'in',
            last_message_at: now(),
            unread_count: eb('unread_count', '+', times),
          }))
          .where('id', '=', conversationId)
          .execute(),
      );
      const payload = {
        conversationId,
        contactId: newId(),
        numberId: newId(),
        kind: 'text',
        replyToId: null,
      };
      await happen('message.received', newId(), payload, customer, times);
    },
    /** What happened becomes notifications. */
    async gather(): Promise<void> {
      while ((await dispatchBatch(services.db, [notificationsSubscriber])).length > 0);
      await gatherJob.run(services, { workspaceId }, signal);
    },
    /** What waits is pushed, as far as its time has come. */
    async push({ userId }: { userId: string }): Promise<void> {
      await pushJob.run(services, { workspaceId, userId }, signal);
      await runJobs(database, services);
    },
    async digest({ userId }: { userId: string }): Promise<void> {
      await digestJob.run(services, { workspaceId, userId }, signal);
      await runJobs(database, services);
    },
    /** As if they were signed in somewhere. */
    async signIn({ userId }: Pick<Caller, 'userId'>): Promise<void> {
      await services.db.kysely
        .insertInto('sessions')
        .values({
          id: newId(),
          user_id: userId!,
          token: newId(),
          expires_at: new Date(now().getTime() + 86_400_000),
          created_at: now(),
          updated_at: now(),
        })
        .execute();
    },
  };
}

export type NotifiedWorkspace = Awaited<ReturnType<typeof notifiedWorkspace>>;
