// What may be asked about conversations: the inbox, threads, answering, who looks after them, words that set consent.
import { z } from 'zod';
import { MessageHistory } from '#features/sending/message-history.contract.ts';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, operation } from '#operations/operation.ts';
import { answerContract } from './answer.contract.ts';
import { attachmentsContract } from './attachments/attachments.contract.ts';
import { conversationBulkContract, NewAssignees } from './conversation-bulk.contract.ts';
import { Conversation, Message } from './conversation-shapes.contract.ts';
import { conversationStatesContract } from './conversation-states.contract.ts';
import { draftsContract } from './drafts/drafts.contract.ts';
import { InboxFilter, inboxCountsContract } from './inbox-filter.contract.ts';
import { messageAgainContract } from './message-again.contract.ts';
import { scheduledContract } from './scheduled/scheduled.contract.ts';
import { searchContract } from './search/search.contract.ts';
import { timelineContract } from './timeline.contract.ts';

export type { Attachment } from './attachments/attachments.contract.ts';
export { Assignee, Conversation, MESSAGE_STATES, Message } from './conversation-shapes.contract.ts';
export type {
  ActivityItem,
  NoteItem,
  TimelineItem,
} from './timeline.contract.ts';

const inConversation = z.object({ id: Id });
const words = z.array(z.string().trim().min(1).max(60)).max(100);

export const ConsentWords = z.object({
  stop: words.describe('A message of nothing but one of these unsubscribes'),
  start: words.describe('A message of nothing but one of these subscribes'),
});
export type ConsentWords = z.infer<typeof ConsentWords>;

export const conversationsContract = {
  ...conversationStatesContract,
  ...conversationBulkContract,
  ...inboxCountsContract,
  ...timelineContract,
  ...messageAgainContract,
  ...searchContract,
  ...answerContract,
  ...attachmentsContract,
  ...draftsContract,
  ...scheduledContract,
  list: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/conversations',
      summary: 'List conversations of the inbox',
      description: 'Latest first. Members without `chats:all` see those assigned to them.',
    })
    .input(PageInput.extend(InboxFilter.shape))
    .output(pageOf(Conversation)),
  unread: operation('chats:read')
    .route({ method: 'GET', path: '/conversations/unread', summary: 'Count unread conversations' })
    .input(z.object({}))
    .output(z.object({ count: z.int().describe('At most 1000') })),
  get: operation('chats:read', { tool: true })
    .route({ method: 'GET', path: '/conversations/{id}', summary: 'Get a conversation' })
    .input(inConversation)
    .output(Conversation),
  open: operation('chats:write', { creates: true })
    .route({
      method: 'POST',
      path: '/conversations',
      summary: 'Open a conversation with a contact',
      description: 'Answers the one that is there, if any. The first message must be a template.',
    })
    .input(
      z.object({
        contactId: Id,
        numberId: Id.optional().describe('Our number; the first connected one when left out'),
      }),
    )
    .output(Conversation),
  messages: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/conversations/{id}/messages',
      summary: 'Read the messages of a conversation',
      description: 'Latest first; the cursor leads back in time.',
    })
    .input(PageInput.extend({ id: Id }))
    .output(pageOf(Message)),
  markRead: operation('chats:write')
    .route({
      method: 'POST',
      path: '/conversations/{id}/read',
      summary: 'Mark a conversation as read',
      description: 'The customer sees blue ticks.',
    })
    .input(inConversation)
    .output(Done),
  markUnread: operation('chats:write')
    .route({ method: 'POST', path: '/conversations/{id}/unread', summary: 'Mark a conversation as unread' })
    .input(inConversation)
    .output(Done),
  assign: operation('chats:assign', { tool: true })
    .route({
      method: 'PUT',
      path: '/conversations/{id}/assignees',
      summary: 'Set who looks after a conversation',
    })
    .input(z.object({ id: Id, ...NewAssignees }))
    .output(Conversation),
  fetchMedia: operation('chats:write')
    .route({
      method: 'POST',
      path: '/messages/{id}/media/fetch',
      summary: 'Fetch the file of a message once more',
    })
    .input(z.object({ id: Id }))
    .output(Done),
  messageHistory: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/conversations/{id}/messages/{messageId}/history',
      summary: 'Tell all that is known of a message that was sent',
    })
    .input(z.object({ id: Id, messageId: Id }))
    .output(MessageHistory),
  settleUncertain: operation('chats:write')
    .route({
      method: 'POST',
      path: '/conversations/{id}/messages/{messageId}/settle',
      summary: 'Decide about an uncertain message: send it again, or wait for it no longer',
      description: 'Sent again, the customer may get it twice: nothing proves that it did not leave.',
    })
    .input(
      z.object({
        id: Id,
        messageId: Id,
        decision: z
          .enum(['send_again', 'leave'])
          .describe('Send it again, at the risk of twice, or leave it'),
      }),
    )
    .output(Message),
  getConsentWords: operation('workspace:read')
    .route({
      method: 'GET',
      path: '/consent-words',
      summary: 'Get the words by which customers unsubscribe and subscribe',
    })
    .input(z.object({}))
    .output(ConsentWords),
  setConsentWords: operation('workspace:write')
    .route({
      method: 'PUT',
      path: '/consent-words',
      summary: 'Set the words by which customers unsubscribe and subscribe',
      description: 'Compared without accents, case and punctuation, with the whole message.',
    })
    .input(ConsentWords)
    .output(ConsentWords),
};
