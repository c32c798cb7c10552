// What moves when two contacts turn out to be one person: one entry per feature that keeps rows of contacts.
import { moveRecipients } from '#features/campaigns/campaigns.ts';
import { whenContactsMerge } from '#features/contacts/contacts.ts';
import { moveDrafts, moveScheduled } from '#features/conversations/conversations.ts';
import { moveConversions } from '#features/conversions/conversions.ts';
import { moveDealContacts } from '#features/deals/deals.ts';
import { moveMessages } from '#features/sending/sending.ts';
import { moveSms } from '#features/sms/sms.ts';
import { foldThreads, pairThreads } from '#features/threads/threads.ts';
import { moveTickets } from '#features/tickets/tickets.ts';

whenContactsMerge(
  // Before the conversations: tickets follow theirs to the one that stays.
  { tables: ['tickets'], move: moveTickets },
  {
    tables: ['conversations', 'messages', 'send_queue'],
    async move(call, from, to) {
      const pairs = await pairThreads(call, from, to);
      await moveMessages(call, from, to, pairs);
      await moveDrafts(call, pairs);
      await moveScheduled(call, pairs);
      await foldThreads(call, from, to, pairs);
    },
  },
  { tables: ['campaign_recipients'], move: moveRecipients },
  { tables: ['sms_messages'], move: moveSms },
  { tables: ['deal_contacts', 'deal_history'], move: moveDealContacts },
  { tables: ['conversion_events'], move: moveConversions },
);
