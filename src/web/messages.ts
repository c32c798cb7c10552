// All texts of the interface: one line per feature; the key is the namespace of its texts.

import { campaignAskMessages } from '#features/campaigns/web/campaign-ask.messages.ts';
import { campaignCalendarMessages } from '#features/campaigns/web/campaign-calendar.messages.ts';
import { campaignEditorMessages } from '#features/campaigns/web/campaign-editor.messages.ts';
import { campaignKeepMessages } from '#features/campaigns/web/campaign-keep.messages.ts';
import { campaignRecipientsMessages } from '#features/campaigns/web/campaign-recipients.messages.ts';
import { campaignTrialMessages } from '#features/campaigns/web/campaign-trial.messages.ts';
import { campaignWaitsMessages } from '#features/campaigns/web/campaign-waits.messages.ts';
import { campaignsMessages } from '#features/campaigns/web/campaigns.messages.ts';
import { compareMessages } from '#features/campaigns/web/compare.messages.ts';
import { uncertainMessages } from '#features/campaigns/web/uncertain.messages.ts';
import { contactDeletionMessages } from '#features/contacts/web/contact-deletion.messages.ts';
import { contactExportMessages } from '#features/contacts/web/contact-export.messages.ts';
import { contactMergeMessages } from '#features/contacts/web/contact-merge.messages.ts';
import { contactsMessages } from '#features/contacts/web/contacts.messages.ts';
import { contactCardMessages } from '#features/conversations/web/card/card.messages.ts';
import { answerKindsMessages } from '#features/conversations/web/composer/answer-kinds.messages.ts';
import { attachmentsMessages } from '#features/conversations/web/composer/attachments/attachments.messages.ts';
import { composerMessages } from '#features/conversations/web/composer/composer.messages.ts';
import {
  consentWordsMessages,
  consentWordsPageMessages,
} from '#features/conversations/web/consent-words.messages.ts';
import { conversationsMessages } from '#features/conversations/web/conversations.messages.ts';
import { inboxListMessages } from '#features/conversations/web/list/inbox-list.messages.ts';
import { scheduledMessages } from '#features/conversations/web/scheduled/scheduled.messages.ts';
import { teamMovesMessages } from '#features/conversations/web/team/team-moves.messages.ts';
import { messageMenuMessages } from '#features/conversations/web/thread/message-menu.messages.ts';
import { threadEntriesMessages } from '#features/conversations/web/thread/thread-entries.messages.ts';
import { threadKindsMessages } from '#features/conversations/web/thread/thread-kinds.messages.ts';
import { threadMediaMessages } from '#features/conversations/web/thread/thread-media.messages.ts';
import { uncertainNoteMessages } from '#features/conversations/web/thread/uncertain-note.messages.ts';
import { inboxViewsMessages } from '#features/conversations/web/views/inbox-views.messages.ts';
import { conversionsMessages } from '#features/conversions/web/conversions.messages.ts';
import { dealActivitiesMessages } from '#features/deals/web/activities/activities.messages.ts';
import { boardMessages } from '#features/deals/web/board.messages.ts';
import { currenciesMessages } from '#features/deals/web/currencies.messages.ts';
import { dealGoalsMessages } from '#features/deals/web/deal-goals.messages.ts';
import { dealPageMessages } from '#features/deals/web/deal-page.messages.ts';
import { dealReportMessages } from '#features/deals/web/deal-report.messages.ts';
import { dealSettingsMessages } from '#features/deals/web/deal-settings.messages.ts';
import { dealsMessages } from '#features/deals/web/deals.messages.ts';
import { dealsNavMessages } from '#features/deals/web/deals-nav.messages.ts';
import { dealFilesMessages } from '#features/deals/web/files/deal-files.messages.ts';
import { dealViewsMessages } from '#features/deals/web/views/deal-views.messages.ts';
import { guardianMessages } from '#features/guardian/web/guardian.messages.ts';
import { guardianPlanMessages } from '#features/guardian/web/guardian-plan.messages.ts';
import { guardianRuleMessages } from '#features/guardian/web/guardian-rules.messages.ts';
import { healthGuideMessages } from '#features/guardian/web/health-guide.messages.ts';
import { provenMessages } from '#features/guardian/web/proven.messages.ts';
import { watchMessages } from '#features/guardian/web/watch.messages.ts';
import { wordingMessages } from '#features/guardian/web/wording.messages.ts';
import { dealFileMessages } from '#features/imports/web/deal-file.messages.ts';
import { importOfMessages } from '#features/imports/web/import-of.messages.ts';
import { importPagesMessages, importsMessages } from '#features/imports/web/imports.messages.ts';
import { listsMessages } from '#features/lists/web/lists.messages.ts';
import { notificationSettingsMessages } from '#features/notifications/web/notification-settings.messages.ts';
import { notificationsMessages } from '#features/notifications/web/notifications.messages.ts';
import { numberHistoryMessages } from '#features/numbers/web/number-history.messages.ts';
import { numbersMessages } from '#features/numbers/web/numbers.messages.ts';
import { apiKeyMessages } from '#features/people/web/api-keys.messages.ts';
import { peopleMessages } from '#features/people/web/people.messages.ts';
import { permissionTexts } from '#features/people/web/permission.messages.ts';
import { quickRepliesMessages } from '#features/quick-replies/web/quick-replies.messages.ts';
import { ratesMessages, ratesPageMessages } from '#features/rates/web/rates.messages.ts';
import { reportsMessages } from '#features/reports/web/reports.messages.ts';
import { segmentsMessages } from '#features/segments/web/segments.messages.ts';
import { failuresMessages } from '#features/sending/web/failures.messages.ts';
import { messageHistoryMessages } from '#features/sending/web/message-history.messages.ts';
import { sendingMessages } from '#features/sending/web/sending.messages.ts';
import { smsMessages } from '#features/sms/web/sms.messages.ts';
import { labelsMessages } from '#features/tags/web/labels.messages.ts';
import { presenceMessages } from '#features/team/web/presence.messages.ts';
import { teamMessages } from '#features/team/web/team.messages.ts';
import { teamSettingsMessages } from '#features/team/web/team-settings.messages.ts';
import { templateButtonsMessages } from '#features/templates/web/template-buttons.messages.ts';
import { templateEditorMessages } from '#features/templates/web/template-editor.messages.ts';
import { templateFindingsMessages } from '#features/templates/web/template-findings.messages.ts';
import { templatesMessages } from '#features/templates/web/templates.messages.ts';
import { ticketPageMessages } from '#features/tickets/web/ticket-page.messages.ts';
import { ticketReportMessages } from '#features/tickets/web/ticket-report.messages.ts';
import { ticketSettingsMessages } from '#features/tickets/web/ticket-settings.messages.ts';
import { ticketsMessages } from '#features/tickets/web/tickets.messages.ts';
import { webhooksMessages } from '#features/webhooks/web/webhooks.messages.ts';
import { docsMessages } from './docs/docs.messages.ts';
import { homeMessages } from './home/home.messages.ts';
import type { AppLocale } from './i18n.ts';
import { shellMessages } from './layout/shell.messages.ts';
import { settingsMessages } from './settings/settings.messages.ts';
import { signInMessages } from './sign-in/sign-in.messages.ts';
import { figuresMessages } from './ui/figures.messages.ts';
import { uiMessages } from './ui/ui.messages.ts';
import { viewsMessages } from './ui/views/views.messages.ts';

/** Of the frame, sign-in and the overview: loaded before anything is drawn. */
const first = {
  shell: shellMessages,
  ui: uiMessages,
  signIn: signInMessages,
  home: homeMessages,
};

/** Of pages, menus and panels: loaded before any page but the first is drawn, and beside the first (see lazy-part.ts). */
const later = {
  figures: figuresMessages,
  settings: settingsMessages,
  conversations: conversationsMessages,
  consentWords: consentWordsMessages,
  notifications: notificationsMessages,
  numbers: numbersMessages,
  webhooks: webhooksMessages,
  contacts: contactsMessages,
  lists: listsMessages,
  segments: segmentsMessages,
  imports: importsMessages,
  labels: labelsMessages,
  people: peopleMessages,
  apiKeys: apiKeyMessages,
  guardian: guardianMessages,
  watch: watchMessages,
  wording: wordingMessages,
  campaigns: campaignsMessages,
  rates: ratesMessages,
  sms: smsMessages,
  sending: sendingMessages,
  reports: reportsMessages,
  templates: templatesMessages,
  dealsNav: dealsNavMessages,
  tickets: ticketsMessages,
  ticketReport: ticketReportMessages,
  ticketSettings: ticketSettingsMessages,
  team: teamMessages,
  docs: docsMessages,
  campaignRecipients: campaignRecipientsMessages,
  importPages: importPagesMessages,
  importOf: importOfMessages,
  ratesPage: ratesPageMessages,
  answerKinds: answerKindsMessages,
  attachments: attachmentsMessages,
  numberHistory: numberHistoryMessages,
  inboxList: inboxListMessages,
  views: viewsMessages,
  inboxViews: inboxViewsMessages,
  consentWordsPage: consentWordsPageMessages,
  composer: composerMessages,
  scheduled: scheduledMessages,
  permissions: permissionTexts,
  quickReplies: quickRepliesMessages,
  contactCard: contactCardMessages,
  teamMoves: teamMovesMessages,
  presence: presenceMessages,
  teamSettings: teamSettingsMessages,
  contactDeletion: contactDeletionMessages,
  contactExport: contactExportMessages,
  contactMerge: contactMergeMessages,
  notificationSettings: notificationSettingsMessages,
  guardianPlan: guardianPlanMessages,
  guardianRules: guardianRuleMessages,
  healthGuide: healthGuideMessages,
  proven: provenMessages,
  campaignEditor: campaignEditorMessages,
  campaignKeep: campaignKeepMessages,
  campaignTrial: campaignTrialMessages,
  campaignCalendar: campaignCalendarMessages,
  compare: compareMessages,
  uncertain: uncertainMessages,
  uncertainNote: uncertainNoteMessages,
  threadEntries: threadEntriesMessages,
  threadKinds: threadKindsMessages,
  messageMenu: messageMenuMessages,
  threadMedia: threadMediaMessages,
  messageHistory: messageHistoryMessages,
  failures: failuresMessages,
  campaignWaits: campaignWaitsMessages,
  campaignAsk: campaignAskMessages,
  templateEditor: templateEditorMessages,
  templateButtons: templateButtonsMessages,
  templateFindings: templateFindingsMessages,
  ticketPage: ticketPageMessages,
  deals: dealsMessages,
  dealBoard: boardMessages,
  dealPage: dealPageMessages,
  dealActivities: dealActivitiesMessages,
  dealFiles: dealFilesMessages,
  dealFile: dealFileMessages,
  dealViews: dealViewsMessages,
  dealReport: dealReportMessages,
  dealGoals: dealGoalsMessages,
  dealSettings: dealSettingsMessages,
  conversions: conversionsMessages,
  currencies: currenciesMessages,
};

/** Texts of `later` that the frame shows at once: the names of pages, and a number's alarm. */
const NAMED_EARLY = [
  'apiKeys.title',
  'campaigns.title',
  'consentWords.title',
  'contacts.title',
  'conversations.quickReplies',
  'conversations.title',
  'conversions.title',
  'currencies.title',
  'dealsNav.title',
  'guardian.settings.title',
  'imports.title',
  'labels.fields.title',
  'labels.tags.title',
  'lists.title',
  'notifications.title',
  'numbers.alert',
  'numbers.title',
  'people.audit.title',
  'people.members.title',
  'people.workspace.title',
  'rates.title',
  'segments.title',
  'sending.title',
  'settings.profile.title',
  'settings.title',
  'sms.title',
  'team.title',
  'templates.title',
  'ticketReport.title',
  'ticketSettings.title',
  'tickets.title',
  'watch.title',
  'webhooks.title',
  'wording.page.title',
];

const features = { ...first, ...later };

export type Texts = { [F in keyof typeof features]: (typeof features)[F]['en'] };

/** The texts of one language, by feature. */
export function messagesOf(locale: AppLocale): Texts {
  return { ...firstMessagesOf(locale), ...laterMessagesOf(locale) } as Texts;
}

export function firstMessagesOf(locale: AppLocale): Partial<Texts> {
  const all = inLanguage(later, locale);
  return NAMED_EARLY.reduce<Tree>((texts, key) => withText(texts, all as Tree, key.split('.')), {
    ...inLanguage(first, locale),
  }) as Partial<Texts>;
}

export function laterMessagesOf(locale: AppLocale): Partial<Texts> {
  return inLanguage(later, locale);
}

function inLanguage(texts: Partial<typeof features>, locale: AppLocale): Partial<Texts> {
  return Object.fromEntries(Object.entries(texts).map(([name, all]) => [name, all[locale]]));
}

type Keys<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Keys<T[K]>}` }[keyof T & string];

type Tree = { [key: string]: string | Tree };

/** `texts` and, at the same place, what `all` has at `path`. */
function withText(texts: Tree, all: Tree, [head = '', ...rest]: string[]): Tree {
  const found = all[head] ?? '';
  if (rest.length === 0 || typeof found === 'string') return { ...texts, [head]: found };
  return { ...texts, [head]: withText((texts[head] ?? {}) as Tree, found, rest) };
}

/** A dotted key of any text, such as `contacts.title`. */
export type TextKey = Keys<Texts>;
