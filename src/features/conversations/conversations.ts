// The front door of conversations: taking in what customers wrote, and who else acts on it.
export { amendMessages, followIdentities } from './amend-messages.ts';
export { moveDrafts } from './drafts/drafts.store.ts';
export { eraseEarly } from './early-amendments.store.ts';
export { chatEntries, type InCall } from './export/chat-entries.ts';
export { importHistory } from './import-history.ts';
export { isStopWord } from './is-stop-word.ts';
export { type ContactMessage, messagesOfContacts } from './messages-of-contacts.ts';
export { applyMarketingPreferences } from './obey-consent-wishes.ts';
export { type NewlyReceived, type ReceivedWatcher, receiveMessages } from './receive-messages.ts';
export { eraseScheduled, filesScheduled, moveScheduled } from './scheduled/scheduled.store.ts';
