// Pairs each promise about conversations with its handler.
import { pair } from '#operations/handle.ts';
import { listAttachments } from './attachments/list-attachments.ts';
import { conversationsContract } from './conversations.contract.ts';
import { addNote } from './operations/add-note.ts';
import { assignConversation } from './operations/assign-conversation.ts';
import { assignMany, listMatching, markManyRead, markManyUnread } from './operations/change-many.ts';
import { getConsentWords, setConsentWords } from './operations/consent-words.ts';
import { countInbox } from './operations/count-inbox.ts';
import { countUnread } from './operations/count-unread.ts';
import { getDrafts, saveDraft } from './operations/drafts.ts';
import { fetchMedia } from './operations/fetch-media.ts';
import { getConversation } from './operations/get-conversation.ts';
import { listConversations } from './operations/list-conversations.ts';
import { listMessages } from './operations/list-messages.ts';
import { markRead } from './operations/mark-read.ts';
import { markUnread } from './operations/mark-unread.ts';
import { messageHistory } from './operations/message-history.ts';
import {
  closeConversations,
  reopenConversations,
  snoozeConversations,
} from './operations/move-conversations.ts';
import { openConversation } from './operations/open-conversation.ts';
import { reactToMessage } from './operations/react-to-message.ts';
import { readTimeline } from './operations/read-timeline.ts';
import {
  cancelScheduled,
  listScheduled,
  reschedule,
  scheduleMessage,
  sendScheduled,
} from './operations/schedule-messages.ts';
import { searchMessages } from './operations/search-messages.ts';
import { sendAgain } from './operations/send-again.ts';
import { sendMessage } from './operations/send-message.ts';
import { sendTemplate } from './operations/send-template.ts';
import { settleUncertainMessage } from './operations/settle-uncertain.ts';

export const conversationsOperations = pair(conversationsContract, {
  list: listConversations,
  attachments: listAttachments,
  unread: countUnread,
  counts: countInbox,
  get: getConversation,
  open: openConversation,
  messages: listMessages,
  send: sendMessage,
  react: reactToMessage,
  sendTemplate,
  drafts: getDrafts,
  saveDraft,
  scheduled: listScheduled,
  schedule: scheduleMessage,
  reschedule,
  sendScheduled,
  cancelScheduled,
  markRead,
  markUnread,
  assign: assignConversation,
  close: closeConversations,
  reopen: reopenConversations,
  snooze: snoozeConversations,
  matching: listMatching,
  assignMany,
  markManyRead,
  markManyUnread,
  timeline: readTimeline,
  searchMessages,
  addNote,
  fetchMedia,
  messageHistory,
  sendAgain,
  settleUncertain: settleUncertainMessage,
  getConsentWords,
  setConsentWords,
});
