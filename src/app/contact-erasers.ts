// What goes when a contact is deleted with everything of theirs: one entry per feature that keeps something of people.
import { sql } from 'kysely';
import { forgetTicketWords } from '#events/forget-words.ts';
import { eraseRecipients } from '#features/campaigns/campaigns.ts';
import { whenContactsErased } from '#features/contacts/contacts.ts';
import { eraseEarly, eraseScheduled } from '#features/conversations/conversations.ts';
import { eraseFromDeals } from '#features/deals/deals.ts';
import { dropFile } from '#features/files/files.ts';
import { eraseRejections } from '#features/imports/imports-erase.store.ts';
import { partFromFiles } from '#features/media/media.ts';
import { eraseNotifications } from '#features/notifications/notifications.ts';
import { eraseMessages, erasePlaces, messagesOfContacts, withdrawOf } from '#features/sending/sending.ts';
import { eraseThreads, hideThreads } from '#features/threads/threads.ts';
import { eraseTickets } from '#features/tickets/tickets.ts';
import { eraseBodies } from '#features/webhooks/webhooks.ts';

/** For what is done in one step. */
const once =
  <A extends unknown[]>(work: (...given: A) => Promise<unknown>) =>
  async (...given: A) => {
    await work(...given);
    return false;
  };

whenContactsErased(
  // Before the messages, whose states tell who of a campaign was not written to.
  {
    async count(call, ids) {
      const { rows } = await sql<{
        campaigns: number;
      }>`select count(distinct campaign_id)::int as campaigns from campaign_recipients
        where workspace_id = ${call.workspaceId} and contact_id = any(${ids}::uuid[])`.execute(call.tx);
      return rows[0]!;
    },
    erase: once(async (call, { ids }) => {
      await withdrawOf(call, ids);
      await eraseRecipients(call, ids);
    }),
  },
  {
    async count(call, ids) {
      const { rows } = await sql<{ tickets: number }>`select count(*)::int as tickets from tickets
        where workspace_id = ${call.workspaceId} and contact_id = any(${ids}::uuid[])`.execute(call.tx);
      return rows[0]!;
    },
    async erase(call, { ids }, most) {
      const gone = await eraseTickets(call, ids, most);
      await forgetTicketWords(call, gone);
      await eraseNotifications(call, [...ids, ...gone]);
      return gone.length === most;
    },
  },
  {
    async count(call, ids) {
      const { rows } = await sql<{
        deals: number;
      }>`select count(distinct deal_id)::int as deals from deal_contacts
        where workspace_id = ${call.workspaceId} and contact_id = any(${ids}::uuid[])`.execute(call.tx);
      return rows[0]!;
    },
    erase: async (call, { ids }, most) => (await eraseFromDeals(call, ids, most)).length === most,
  },
  {
    async count(call, ids) {
      const { rows } = await sql<{ messages: number; files: number; notes: number; conversations: number }>`
        select count(distinct c.id)::int as conversations, coalesce(sum(m.messages), 0)::int as messages,
          coalesce(sum(m.files), 0)::int as files, coalesce(sum(e.notes), 0)::int as notes
        from conversations c
          left join lateral (select count(*) as messages, count(mm.file_id) as files from messages m
            left join message_media mm on mm.workspace_id = m.workspace_id and mm.message_id = m.id
            where m.workspace_id = c.workspace_id and m.conversation_id = c.id) m on true
          left join lateral (select count(*) as notes from conversation_entries e
            where e.workspace_id = c.workspace_id and e.conversation_id = c.id and e.kind = 'note') e on true
        where c.workspace_id = ${call.workspaceId} and c.contact_id = any(${ids}::uuid[])`.execute(call.tx);
      return rows[0]!;
    },
    hide: hideThreads,
    async erase(call, { ids }, most) {
      const messages = await messagesOfContacts(call, ids, most);
      for (const file of await partFromFiles(call, messages)) await dropFile(call, file);
      await eraseNotifications(call, messages);
      await eraseMessages(call, messages);
      return messages.length === most;
    },
  },
  {
    erase: once(async (call, { ids }) => {
      for (const file of await eraseScheduled(call, ids)) await dropFile(call, file);
      await eraseThreads(call, ids);
      await erasePlaces(call, ids);
    }),
  },
  {
    erase: once(async (call, { knownBy }) => {
      await eraseBodies(call, knownBy);
      await eraseEarly(call, knownBy);
      await eraseRejections(call, knownBy);
    }),
  },
);
