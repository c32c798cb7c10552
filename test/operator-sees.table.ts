// What a chat operator may ask, and with what each operation is tried about chats that are not theirs.

/** A customer with everything that may hang on one. */
export type Customer = {
  contactId: string;
  phone: string;
  conversationId: string;
  numberId: string;
  /** With a file. */
  messageId: string;
  fileId: string;
  noteId: string;
  scheduledId: string;
  ticketId: string;
  ticketReference: string;
};

/** Things of the workspace that everybody shares. */
export type Shared = {
  tagId: string;
  listId: string;
  templateId: string;
  userId: string;
  quickReplyId: string;
};

type Probe = {
  /** Inputs about `theirs` only; nothing of them may come back, and nothing of theirs may change. */
  inputs: (theirs: Customer, shared: Shared, mine: Customer) => object[];
  /** Somebody who sees all chats gets something of the customer for each input: the probe is aimed well. */
  shows?: boolean;
  /** Not tried by somebody who sees all: it has figures or own things only, or would change what others need. */
  blunt?: boolean;
};

const everybody = {
  match: 'all',
  groups: [{ match: 'all', conditions: [{ about: 'blocked', is: false }] }],
};
const selection = ({ contactId }: Customer) => ({ selection: { ids: [contactId] } });
const all = { selection: { filter: {} } };
const soon = () => new Date(Date.now() + 3_600_000).toISOString();
const byKey =
  (more: object = {}): Probe['inputs'] =>
  (theirs) =>
    [theirs.ticketId, theirs.ticketReference].map((key) => ({ key, ...more }));
const ofConversation =
  (more: object = {}): Probe['inputs'] =>
  (theirs) => [{ id: theirs.conversationId, ...more }];
const ofMany =
  (more: object = {}): Probe['inputs'] =>
  (theirs) => [{ ids: [theirs.conversationId], ...more }];

/** Each operation that an operator may call and that can name, find or change customers. */
export const PROBES: Record<string, Probe> = {
  'contacts.list': {
    inputs: ({ phone }) => [{}, { sort: 'name' }, { search: phone }, { search: 'zanzibar' }],
    shows: true,
  },
  'contacts.count': { inputs: () => [{ search: 'zanzibar' }] },
  'contacts.get': { inputs: ({ contactId }) => [{ id: contactId }], shows: true },
  'contacts.create': { inputs: ({ phone }) => [{ phone, firstName: 'Taken' }] },
  'contacts.update': { inputs: ({ contactId }) => [{ id: contactId, firstName: 'Changed' }] },
  'contacts.sync': { inputs: ({ phone }) => [{ contacts: [{ phone, firstName: 'Changed' }] }] },
  'contacts.block': { inputs: (theirs) => [selection(theirs)] },
  'contacts.unblock': { inputs: (theirs) => [selection(theirs)] },
  'contacts.setConsent': {
    inputs: (theirs) => [{ ...selection(theirs), consent: 'subscribed', source: 'test' }],
  },
  'contacts.consentHistory': { inputs: ({ contactId }) => [{ id: contactId }] },
  'contacts.addTags': { inputs: (theirs, { tagId }) => [{ ...selection(theirs), tagIds: [tagId] }] },
  'contacts.removeTags': {
    inputs: (theirs, { tagId }) => [
      { ...selection(theirs), tagIds: [tagId] },
      { ...all, tagIds: [tagId] },
    ],
  },
  'contacts.addToLists': { inputs: (theirs, { listId }) => [{ ...selection(theirs), listIds: [listId] }] },
  'contacts.removeFromLists': {
    inputs: (theirs, { listId }) => [{ ...selection(theirs), listIds: [listId] }],
  },
  'contacts.mergePreview': {
    inputs: (theirs, _, mine) => [
      { id: theirs.contactId, otherId: mine.contactId },
      { id: mine.contactId, otherId: theirs.contactId },
    ],
    shows: true,
  },
  'contacts.merge': {
    inputs: (theirs, _, mine) => [
      { id: theirs.contactId, otherId: mine.contactId },
      { id: mine.contactId, otherId: theirs.contactId },
    ],
    blunt: true,
  },
  'segments.count': { inputs: () => [{ conditions: everybody }], blunt: true },
  'segments.contacts': { inputs: () => [{ conditions: everybody }], shows: true },
  'templates.preview': {
    inputs: ({ contactId }, { templateId }) => [{ id: templateId, contactId }],
  },

  'conversations.list': {
    inputs: ({ contactId, phone, numberId }, { tagId, listId, userId }) => [
      ...['all', 'unread', 'unassigned', 'waiting', 'any'].map((show) => ({ show })),
      { search: phone },
      { search: 'zanzibar' },
      { contactId },
      { numberIds: [numberId] },
      { tagIds: [tagId] },
      { listIds: [listId] },
      { assigneeIds: ['nobody', userId] },
      { window: ['open', 'closing'] },
    ],
    shows: true,
  },
  'conversations.unread': { inputs: () => [{}], blunt: true },
  'conversations.counts': { inputs: () => [{}], blunt: true },
  'conversations.matching': { inputs: ({ contactId }) => [{ show: 'any' }, { contactId }], shows: true },
  'conversations.get': { inputs: ofConversation(), shows: true },
  'conversations.open': {
    inputs: ({ contactId, numberId }) => [{ contactId }, { contactId, numberId }],
    shows: true,
  },
  'conversations.messages': { inputs: ofConversation(), shows: true },
  'conversations.timeline': {
    inputs: ({ conversationId: id, messageId, noteId }) => [
      { id },
      { id, aroundId: messageId },
      { id, aroundId: noteId },
      { id, aroundAt: new Date().toISOString() },
    ],
    shows: true,
  },
  'conversations.searchMessages': {
    inputs: () => [{ search: 'parola' }, { search: 'segretissima' }],
    shows: true,
  },
  'conversations.send': {
    inputs: ({ conversationId: id, messageId, fileId }, _, mine) => [
      { id, text: 'Hello' },
      { id: mine.conversationId, text: 'Hello', replyToId: messageId },
      { id: mine.conversationId, text: 'Hello', fileId },
    ],
    blunt: true,
  },
  'conversations.sendAgain': {
    inputs: ({ conversationId: id, messageId }, _, mine) => [
      { id, messageId },
      { id: mine.conversationId, messageId },
    ],
    blunt: true,
  },
  'conversations.react': {
    inputs: ({ conversationId: id, messageId }, _, mine) => [
      { id, messageId, emoji: '👍' },
      { id: mine.conversationId, messageId, emoji: '👍' },
    ],
    blunt: true,
  },
  'conversations.sendTemplate': {
    inputs: ({ conversationId: id }, { templateId }) => [{ id, templateId }],
  },
  'conversations.markRead': { inputs: ofConversation() },
  'conversations.markUnread': { inputs: ofConversation() },
  'conversations.close': { inputs: ofMany() },
  'conversations.reopen': { inputs: ofMany() },
  'conversations.snooze': { inputs: ofMany({ until: soon() }) },
  'conversations.markManyRead': { inputs: ofMany() },
  'conversations.markManyUnread': { inputs: ofMany() },
  'conversations.addNote': { inputs: ofConversation({ text: 'A note' }) },
  'conversations.fetchMedia': { inputs: ({ messageId }) => [{ id: messageId }] },
  'conversations.drafts': { inputs: ofConversation() },
  'conversations.saveDraft': { inputs: ofConversation({ side: 'reply', text: 'A draft' }) },
  'conversations.scheduled': { inputs: ofConversation(), shows: true },
  'conversations.schedule': {
    inputs: ({ conversationId: id, messageId, fileId }, { templateId }, mine) => [
      { id, text: 'Later', sendAt: soon() },
      { id, templateId, sendAt: soon() },
      { id: mine.conversationId, text: 'Later', replyToId: messageId, sendAt: soon() },
      { id: mine.conversationId, fileId, sendAt: soon() },
    ],
    blunt: true,
  },
  'conversations.reschedule': {
    inputs: ({ conversationId: id, scheduledId }, _, mine) => [
      { id, scheduledId, text: 'Changed' },
      { id: mine.conversationId, scheduledId, text: 'Changed' },
    ],
    blunt: true,
  },
  'conversations.sendScheduled': {
    inputs: ({ conversationId: id, scheduledId }, _, mine) => [
      { id, scheduledId },
      { id: mine.conversationId, scheduledId },
    ],
    blunt: true,
  },
  'conversations.cancelScheduled': {
    inputs: ({ conversationId: id, scheduledId }, _, mine) => [
      { id, scheduledId },
      { id: mine.conversationId, scheduledId },
    ],
    blunt: true,
  },
  'quickReplies.fill': {
    inputs: ({ conversationId }, { quickReplyId: id }) => [{ id, conversationId }],
    shows: true,
  },
  'conversations.attachments': {
    inputs: ({ conversationId: id }) => ['media', 'documents', 'links', 'orders'].map((of) => ({ id, of })),
  },
  'campaigns.ofContact': { inputs: ({ contactId }) => [{ contactId }] },
  'conversations.messageHistory': {
    inputs: ({ conversationId: id, messageId }, _, mine) => [
      { id, messageId },
      { id: mine.conversationId, messageId },
    ],
    blunt: true,
  },
  'conversations.settleUncertain': {
    inputs: ({ conversationId: id, messageId }) => [{ id, messageId, decision: 'leave' }],
  },

  'tickets.list': {
    inputs: ({ contactId, ticketReference }) => [
      {},
      { search: 'zanzibar' },
      { contactId },
      { reference: ticketReference },
    ],
    shows: true,
  },
  'tickets.count': { inputs: ({ contactId }) => [{ contactId }] },
  'tickets.report': { inputs: () => [{}], blunt: true },
  'tickets.get': { inputs: byKey(), shows: true },
  'tickets.timeline': { inputs: byKey() },
  'tickets.create': {
    inputs: ({ contactId, conversationId, phone }) =>
      [{ contactId }, { conversationId }, { contactPhone: phone }].map((of) => ({ title: 'New', ...of })),
  },
  'tickets.update': { inputs: byKey({ title: 'Changed' }) },
  'tickets.changeMany': { inputs: ({ ticketId }) => [{ ids: [ticketId], status: 'pending' }] },
  'tickets.note': { inputs: byKey({ note: 'A note' }) },

  'notifications.list': { inputs: () => [{}], blunt: true },
  'notifications.summary': { inputs: () => [{}], blunt: true },
  'notifications.attend': {
    inputs: ({ conversationId, messageId: tabId }) => [{ tabId, turn: 1, focused: true, conversationId }],
    blunt: true,
  },
  'notifications.company': { inputs: ofConversation() },
  'reports.waiting': { inputs: () => [{}], shows: true },
  'reports.overview': { inputs: () => [{}], blunt: true },
};

/** What an operator may call and that neither names nor finds customers: workspace, words, figures, own things. */
export const HARMLESS = `
session.get session.update workspaces.create workspaces.get sending.getSettings sending.standing
notifications.markRead notificationSettings.get notificationSettings.update notificationSettings.devices
notificationSettings.addDevice notificationSettings.removeDevice notificationSettings.tryDevice
members.list invitations.list invitations.lookUp invitations.accept
tags.list tags.create tags.update tags.delete tags.merge
lists.list lists.get lists.create lists.update lists.clear lists.delete
segments.list segments.get segments.create segments.update segments.delete
inboxViews.list inboxViews.create inboxViews.update inboxViews.reorder inboxViews.delete
fields.list fields.usage numbers.list conversations.getConsentWords team.getCloseReasons
team.presence team.beat team.setPresence
templates.list templates.count templates.get templates.check templates.setFavourite
sms.get reports.limits reports.firstSteps guardian.rules
watch.numbers watch.history watch.campaigns watch.templates watch.ageing watch.log watch.guide watch.words
ticketStatuses.list ticketCategories.list ticketCategories.create
quickReplies.list quickReplies.create quickReplies.update quickReplies.delete
`
  .trim()
  .split(/\s+/);

/** Doors that are not operations: with what of theirs each is tried, or why it need not be. */
export const ROUTES: Record<
  string,
  ((theirs: Customer) => string) | 'operators_may_not' | 'shows_no_customers'
> = {
  'GET /api/v1/messages/:id/media': ({ messageId }) => messageId,
  'GET /api/v1/messages/:id/ad-picture': ({ messageId }) => messageId,
  'POST /api/v1/conversations/:id/files': ({ conversationId }) => conversationId,
  'POST /api/v1/quick-replies/files': 'shows_no_customers',
  'GET /api/v1/quick-replies/:id/file': 'shows_no_customers',
  'GET /api/v1/conversations/:id/export.csv': ({ conversationId }) => conversationId,
  'GET /api/v1/conversations/:id/export.zip': ({ conversationId }) => conversationId,
  'GET /api/v1/contacts/export.csv': 'operators_may_not',
  'GET /api/v1/deals/export.csv': 'operators_may_not',
  'POST /api/v1/deals/imports': 'operators_may_not',
  'GET /api/v1/deals/imports/:id/rejected.csv': 'operators_may_not',
  'GET /api/v1/contacts/:id/export.zip': 'operators_may_not',
  'GET /api/v1/campaigns/statistics.csv': 'operators_may_not',
  'GET /api/v1/campaigns/:id/plan.csv': 'operators_may_not',
  'GET /api/v1/campaigns/:id/recipients.csv': 'operators_may_not',
  'POST /api/v1/imports': 'operators_may_not',
  'GET /api/v1/imports/:id/rejected.csv': 'operators_may_not',
  'POST /api/v1/templates/media': 'operators_may_not',
  // A file is of a template only when it was uploaded for one.
  'GET /api/v1/templates/media/:id': ({ fileId }) => fileId,
};
