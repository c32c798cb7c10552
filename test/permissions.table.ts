// Who may call each operation: the table that the permission test holds the product to.

/**
 * One row per operation: the four roles, an API key with the scope named (`-`: no key may,
 * `any`: it needs none), a person who belongs to another workspace only, and nobody. `yes` means that the operation's
 * own work begins; what it then finds is another matter (an operator sees only assigned chats, an administrator may not touch owners).
 */
export const TABLE = `
operation                     owner  administrator  chat_manager  chat_operator  key                elsewhere  nobody

session.get                   yes    yes            yes           yes            -                  yes        -
session.update                yes    yes            yes           yes            -                  yes        -

workspaces.create             yes    yes            yes           yes            -                  yes        -
workspaces.get                yes    yes            yes           yes            workspace:read     -          -
workspaces.update             yes    yes            -             -              workspace:write    -          -
workspaces.removeDemo         yes    yes            -             -              workspace:write    -          -

sending.getSettings           yes    yes            yes           yes            workspace:read     -          -
sending.setSettings           yes    yes            -             -              workspace:write    -          -
sending.standing              yes    yes            yes           yes            numbers:read       -          -

notifications.list            yes    yes            yes           yes            -                  -          -
notifications.summary         yes    yes            yes           yes            -                  -          -
notifications.markRead        yes    yes            yes           yes            -                  -          -
notifications.attend          yes    yes            yes           yes            workspace:read     -          -

notifications.company         yes    yes            yes           yes            chats:read         -          -

notificationSettings.get      yes    yes            yes           yes            -                  yes        -
notificationSettings.update   yes    yes            yes           yes            -                  yes        -
notificationSettings.devices  yes    yes            yes           yes            -                  yes        -
notificationSettings.addDevice yes   yes            yes           yes            -                  yes        -
notificationSettings.removeDevice yes yes           yes           yes            -                  yes        -
notificationSettings.tryDevice yes   yes            yes           yes            -                  yes        -

team.getCloseReasons          yes    yes            yes           yes            chats:read         -          -
team.setCloseReasons          yes    yes            yes           -              chats:assign       -          -
team.getHours                 yes    yes            yes           -              chats:assign       -          -
team.setHours                 yes    yes            yes           -              chats:assign       -          -
team.setMemberHours           yes    yes            yes           -              chats:assign       -          -
team.getRules                 yes    yes            yes           -              chats:assign       -          -
team.setRules                 yes    yes            yes           -              chats:assign       -          -
team.previewRules             yes    yes            yes           -              chats:assign       -          -
team.presence                 yes    yes            yes           yes            members:read       -          -
team.beat                     yes    yes            yes           yes            members:read       -          -
team.setPresence              yes    yes            yes           yes            members:read       -          -

inboxViews.list               yes    yes            yes           yes            chats:read         -          -
inboxViews.create             yes    yes            yes           yes            chats:read         -          -
inboxViews.update             yes    yes            yes           yes            chats:read         -          -
inboxViews.reorder            yes    yes            yes           yes            chats:read         -          -
inboxViews.delete             yes    yes            yes           yes            chats:read         -          -

members.list                  yes    yes            yes           yes            members:read       -          -
members.changeRole            yes    yes            -             -              -                  -          -
members.remove                yes    yes            -             -              -                  -          -

invitations.list              yes    yes            yes           yes            members:read       -          -
invitations.create            yes    yes            -             -              -                  -          -
invitations.resend            yes    yes            -             -              -                  -          -
invitations.revoke            yes    yes            -             -              -                  -          -
invitations.lookUp            yes    yes            yes           yes            any                yes        yes
invitations.accept            yes    yes            yes           yes            any                yes        yes

apiKeys.list                  yes    yes            -             -              -                  -          -
apiKeys.create                yes    yes            -             -              -                  -          -
apiKeys.revoke                yes    yes            -             -              -                  -          -

audit.list                    yes    yes            -             -              audit:read         -          -

contacts.list                 yes    yes            yes           yes            contacts:read      -          -
contacts.count                yes    yes            yes           yes            contacts:read      -          -
contacts.get                  yes    yes            yes           yes            contacts:read      -          -
contacts.create               yes    yes            yes           yes            contacts:write     -          -
contacts.update               yes    yes            yes           yes            contacts:write     -          -
contacts.sync                 yes    yes            yes           yes            contacts:write     -          -
contacts.merge                yes    yes            yes           yes            contacts:write     -          -
contacts.mergePreview         yes    yes            yes           yes            contacts:write     -          -
contacts.deletion             yes    yes            -             -              contacts:delete    -          -
contacts.deletionOfMany       yes    yes            -             -              contacts:delete    -          -
contacts.erasing              yes    yes            -             -              contacts:delete    -          -
contacts.delete               yes    yes            -             -              contacts:delete    -          -
contacts.deleteMany           yes    yes            -             -              contacts:delete    -          -
contacts.block                yes    yes            yes           yes            contacts:write     -          -
contacts.unblock              yes    yes            yes           yes            contacts:write     -          -
contacts.setConsent           yes    yes            yes           yes            contacts:write     -          -
contacts.consentHistory       yes    yes            yes           yes            contacts:read      -          -
contacts.addTags              yes    yes            yes           yes            contacts:write     -          -
contacts.removeTags           yes    yes            yes           yes            contacts:write     -          -
contacts.addToLists           yes    yes            yes           yes            contacts:write     -          -
contacts.removeFromLists      yes    yes            yes           yes            contacts:write     -          -

tags.list                     yes    yes            yes           yes            contacts:read      -          -
tags.create                   yes    yes            yes           yes            contacts:write     -          -
tags.update                   yes    yes            yes           yes            contacts:write     -          -
tags.delete                   yes    yes            yes           yes            contacts:write     -          -
tags.merge                    yes    yes            yes           yes            contacts:write     -          -

lists.list                    yes    yes            yes           yes            contacts:read      -          -
lists.get                     yes    yes            yes           yes            contacts:read      -          -
lists.create                  yes    yes            yes           yes            contacts:write     -          -
lists.update                  yes    yes            yes           yes            contacts:write     -          -
lists.clear                   yes    yes            yes           yes            contacts:write     -          -
lists.delete                  yes    yes            yes           yes            contacts:write     -          -

segments.list                 yes    yes            yes           yes            contacts:read      -          -
segments.get                  yes    yes            yes           yes            contacts:read      -          -
segments.create               yes    yes            yes           yes            contacts:write     -          -
segments.update               yes    yes            yes           yes            contacts:write     -          -
segments.delete               yes    yes            yes           yes            contacts:write     -          -
segments.count                yes    yes            yes           yes            contacts:read      -          -
segments.contacts             yes    yes            yes           yes            contacts:read      -          -

fields.list                   yes    yes            yes           yes            contacts:read      -          -
fields.create                 yes    yes            -             -              fields:write       -          -
fields.update                 yes    yes            -             -              fields:write       -          -
fields.delete                 yes    yes            -             -              fields:write       -          -
fields.usage                  yes    yes            yes           yes            contacts:read      -          -

imports.list                  yes    yes            yes           -              contacts:import    -          -
imports.get                   yes    yes            yes           -              contacts:import    -          -
imports.preview               yes    yes            yes           -              contacts:import    -          -
imports.start                 yes    yes            yes           -              contacts:import    -          -
imports.resume                yes    yes            yes           -              contacts:import    -          -
imports.cancel                yes    yes            yes           -              contacts:import    -          -
imports.rejections            yes    yes            yes           -              contacts:import    -          -
imports.delete                yes    yes            yes           -              contacts:import    -          -

numbers.list                  yes    yes            yes           yes            numbers:read       -          -
numbers.webhookAddress        yes    yes            -             -              numbers:write      -          -
numbers.check                 yes    yes            -             -              numbers:write      -          -
numbers.connect               yes    yes            -             -              numbers:write      -          -
numbers.connectSimulator      yes    yes            -             -              numbers:write      -          -
numbers.refresh               yes    yes            -             -              numbers:write      -          -
numbers.disconnect            yes    yes            -             -              numbers:write      -          -

webhooks.list                 yes    yes            -             -              numbers:write      -          -
webhooks.get                  yes    yes            -             -              numbers:write      -          -
webhooks.retry                yes    yes            -             -              numbers:write      -          -

conversations.list            yes    yes            yes           yes            chats:read         -          -
conversations.unread          yes    yes            yes           yes            chats:read         -          -
conversations.counts          yes    yes            yes           yes            chats:read         -          -
conversations.get             yes    yes            yes           yes            chats:read         -          -
conversations.open            yes    yes            yes           yes            chats:write        -          -
conversations.messages        yes    yes            yes           yes            chats:read         -          -
conversations.send            yes    yes            yes           yes            chats:write        -          -
conversations.react           yes    yes            yes           yes            chats:write        -          -
conversations.sendTemplate    yes    yes            yes           yes            chats:write        -          -
conversations.markRead        yes    yes            yes           yes            chats:write        -          -
conversations.markUnread      yes    yes            yes           yes            chats:write        -          -
conversations.assign          yes    yes            yes           -              chats:assign       -          -
conversations.close           yes    yes            yes           yes            chats:write        -          -
conversations.reopen          yes    yes            yes           yes            chats:write        -          -
conversations.snooze          yes    yes            yes           yes            chats:write        -          -
conversations.matching        yes    yes            yes           yes            chats:read         -          -
conversations.assignMany      yes    yes            yes           -              chats:assign       -          -
conversations.markManyRead    yes    yes            yes           yes            chats:write        -          -
conversations.markManyUnread  yes    yes            yes           yes            chats:write        -          -
conversations.timeline        yes    yes            yes           yes            chats:read         -          -
conversations.searchMessages  yes    yes            yes           yes            chats:read         -          -
conversations.attachments     yes    yes            yes           yes            chats:read         -          -
conversations.addNote         yes    yes            yes           yes            chats:write        -          -
quickReplies.list             yes    yes            yes           yes            chats:read         -          -
quickReplies.create           yes    yes            yes           yes            chats:write        -          -
quickReplies.update           yes    yes            yes           yes            chats:write        -          -
quickReplies.delete           yes    yes            yes           yes            chats:write        -          -
quickReplies.fill             yes    yes            yes           yes            chats:read         -          -

conversations.drafts          yes    yes            yes           yes            -                  -          -
conversations.scheduled       yes    yes            yes           yes            chats:read         -          -
conversations.schedule        yes    yes            yes           yes            chats:write        -          -
conversations.reschedule      yes    yes            yes           yes            chats:write        -          -
conversations.sendScheduled   yes    yes            yes           yes            chats:write        -          -
conversations.cancelScheduled yes    yes            yes           yes            chats:write        -          -
conversations.saveDraft       yes    yes            yes           yes            chats:write        -          -
conversations.fetchMedia      yes    yes            yes           yes            chats:write        -          -
conversations.messageHistory  yes    yes            yes           yes            chats:read         -          -
conversations.sendAgain       yes    yes            yes           yes            chats:write        -          -
conversations.settleUncertain yes    yes            yes           yes            chats:write        -          -
conversations.getConsentWords yes    yes            yes           yes            workspace:read     -          -
conversations.setConsentWords yes    yes            -             -              workspace:write    -          -

templates.list                yes    yes            yes           yes            templates:read     -          -
templates.count               yes    yes            yes           yes            templates:read     -          -
templates.get                 yes    yes            yes           yes            templates:read     -          -
templates.create              yes    yes            -             -              templates:write    -          -
templates.update              yes    yes            -             -              templates:write    -          -
templates.discardEdit         yes    yes            -             -              templates:write    -          -
templates.clone               yes    yes            -             -              templates:write    -          -
templates.delete              yes    yes            -             -              templates:write    -          -
templates.submit              yes    yes            -             -              templates:write    -          -
templates.unpause             yes    yes            -             -              templates:write    -          -
templates.setFavourite        yes    yes            yes           yes            templates:read     -          -
templates.check               yes    yes            yes           yes            templates:read     -          -
templates.preview             yes    yes            yes           yes            templates:read     -          -
templates.synchronise         yes    yes            -             -              templates:write    -          -

campaigns.list                yes    yes            -             -              campaigns:read     -          -
campaigns.get                 yes    yes            -             -              campaigns:read     -          -
campaigns.compare             yes    yes            -             -              campaigns:read     -          -
campaigns.create              yes    yes            -             -              campaigns:write    -          -
campaigns.update              yes    yes            -             -              campaigns:write    -          -
campaigns.estimate            yes    yes            -             -              campaigns:read     -          -
campaigns.preflight           yes    yes            -             -              campaigns:read     -          -
campaigns.plan                yes    yes            -             -              campaigns:read     -          -
campaigns.start               yes    yes            -             -              campaigns:write    -          -
campaigns.schedule            yes    yes            -             -              campaigns:write    -          -
campaigns.unschedule          yes    yes            -             -              campaigns:write    -          -
campaigns.pause               yes    yes            -             -              campaigns:write    -          -
campaigns.resume              yes    yes            -             -              campaigns:write    -          -
campaigns.cancel              yes    yes            -             -              campaigns:write    -          -
campaigns.clone               yes    yes            -             -              campaigns:write    -          -
campaigns.retryFailed         yes    yes            -             -              campaigns:write    -          -
campaigns.split               yes    yes            -             -              campaigns:read     -          -
campaigns.chooseWinner        yes    yes            -             -              campaigns:write    -          -
campaigns.testSend            yes    yes            -             -              campaigns:write    -          -
campaigns.testPhone           yes    yes            -             -              campaigns:write    -          -
campaigns.calendar            yes    yes            -             -              campaigns:read     -          -
campaigns.recipients          yes    yes            -             -              campaigns:read     -          -
campaigns.ofContact           yes    yes            yes           yes            contacts:read      -          -
campaigns.recipient           yes    yes            -             -              campaigns:read     -          -
campaigns.settleUncertain     yes    yes            -             -              campaigns:write    -          -
campaigns.keepRecipients      yes    yes            -             -              campaigns:write    -          -
campaigns.delete              yes    yes            -             -              campaigns:write    -          -

links.address                 yes    yes            -             -              campaigns:read     -          -
links.list                    yes    yes            -             -              campaigns:read     -          -
rates.list                    yes    yes            -             -              campaigns:read     -          -
rates.import                  yes    yes            -             -              workspace:write    -          -
rates.clear                   yes    yes            -             -              workspace:write    -          -
rates.calculate               yes    yes            -             -              campaigns:read     -          -

sms.get                       yes    yes            yes           yes            workspace:read     -          -
sms.save                      yes    yes            -             -              workspace:write    -          -
sms.test                      yes    yes            -             -              workspace:write    -          -
sms.clear                     yes    yes            -             -              workspace:write    -          -

reports.overview              yes    yes            yes           yes            reports:read       -          -
reports.waiting               yes    yes            yes           yes            chats:read         -          -
reports.limits                yes    yes            yes           yes            numbers:read       -          -
reports.firstSteps            yes    yes            yes           yes            workspace:read     -          -

guardian.rules                yes    yes            yes           yes            workspace:read     -          -
guardian.setRule              yes    yes            -             -              guardian:write     -          -
guardian.declareProven        yes    yes            -             -              guardian:write     -          -

watch.numbers                 yes    yes            yes           yes            numbers:read       -          -
watch.history                 yes    yes            yes           yes            numbers:read       -          -
watch.campaigns               yes    yes            yes           yes            numbers:read       -          -
watch.templates               yes    yes            yes           yes            numbers:read       -          -
watch.ageing                  yes    yes            yes           yes            templates:read     -          -
watch.log                     yes    yes            yes           yes            numbers:read       -          -
watch.guide                   yes    yes            yes           yes            numbers:read       -          -
watch.tickStep                yes    yes            -             -              numbers:write      -          -
watch.words                   yes    yes            yes           yes            templates:read     -          -
watch.setWords                yes    yes            -             -              workspace:write    -          -

tickets.list                  yes    yes            yes           yes            tickets:read       -          -
tickets.count                 yes    yes            yes           yes            tickets:read       -          -
tickets.report                yes    yes            yes           yes            tickets:read       -          -
tickets.get                   yes    yes            yes           yes            tickets:read       -          -
tickets.timeline              yes    yes            yes           yes            tickets:read       -          -
tickets.create                yes    yes            yes           yes            tickets:write      -          -
tickets.update                yes    yes            yes           yes            tickets:write      -          -
tickets.changeMany            yes    yes            yes           yes            tickets:write      -          -
tickets.note                  yes    yes            yes           yes            tickets:write      -          -
tickets.delete                yes    yes            -             -              tickets:configure  -          -

ticketStatuses.list           yes    yes            yes           yes            tickets:read       -          -
ticketStatuses.create         yes    yes            -             -              tickets:configure  -          -
ticketStatuses.update         yes    yes            -             -              tickets:configure  -          -
ticketStatuses.reorder        yes    yes            -             -              tickets:configure  -          -
ticketStatuses.delete         yes    yes            -             -              tickets:configure  -          -

ticketCategories.list         yes    yes            yes           yes            tickets:read       -          -
ticketCategories.create       yes    yes            yes           yes            tickets:write      -          -
ticketCategories.update       yes    yes            -             -              tickets:configure  -          -
ticketCategories.delete       yes    yes            -             -              tickets:configure  -          -

deals.list                    yes    yes            yes            -              deals:read         -          -
deals.totals                  yes    yes            yes            -              deals:read         -          -
deals.board                   yes    yes            yes            -              deals:read         -          -
deals.stage                   yes    yes            yes            -              deals:read         -          -
deals.duplicates              yes    yes            yes            -              deals:read         -          -
deals.ofContact               yes    yes            yes            -              deals:read         -          -
deals.get                     yes    yes            yes            -              deals:read         -          -
deals.timeline                yes    yes            yes            -              deals:read         -          -
deals.create                  yes    yes            yes            -              deals:write        -          -
deals.update                  yes    yes            yes            -              deals:write        -          -
deals.move                    yes    yes            yes            -              deals:write        -          -
deals.clone                   yes    yes            yes            -              deals:write        -          -
deals.delete                  yes    yes            yes            -              deals:write        -          -
deals.deleteMany              yes    yes            yes            -              deals:write        -          -
dealImports.list              yes    yes            yes            -              deals:write        -          -
dealImports.get               yes    yes            yes            -              deals:write        -          -
dealImports.start             yes    yes            yes            -              deals:write        -          -
dealImports.resume            yes    yes            yes            -              deals:write        -          -
dealImports.cancel            yes    yes            yes            -              deals:write        -          -
dealImports.rejections        yes    yes            yes            -              deals:write        -          -
dealImports.delete            yes    yes            yes            -              deals:write        -          -

pipelines.list                yes    yes            yes            -              deals:read         -          -
pipelines.create              yes    yes            -              -              deals:configure    -          -
pipelines.update              yes    yes            -              -              deals:configure    -          -
pipelines.reorder             yes    yes            -              -              deals:configure    -          -
pipelines.delete              yes    yes            -              -              deals:configure    -          -
pipelines.addStage            yes    yes            -              -              deals:configure    -          -
pipelines.updateStage         yes    yes            -              -              deals:configure    -          -
pipelines.reorderStages       yes    yes            -              -              deals:configure    -          -
pipelines.deleteStage         yes    yes            -              -              deals:configure    -          -

dealSettings.get              yes    yes            yes            -              deals:read         -          -
dealSettings.update           yes    yes            -              -              deals:configure    -          -
dealSettings.lostReasons      yes    yes            yes            -              deals:read         -          -
dealSettings.createLostReason yes    yes            -              -              deals:configure    -          -
dealSettings.updateLostReason yes    yes            -              -              deals:configure    -          -
dealSettings.reorderLostReasons yes    yes            -              -              deals:configure    -          -
dealSettings.deleteLostReason yes    yes            -              -              deals:configure    -          -
dealSettings.rates            yes    yes            yes            -              deals:read         -          -
dealSettings.setRates         yes    yes            -              -              deals:configure    -          -
dealSettings.importRates      yes    yes            -              -              deals:configure    -          -

dealActivities.list           yes    yes            yes            -              deals:read         -          -
dealViews.list                yes    yes            yes            -              deals:read         -          -
dealViews.create              yes    yes            yes            -              deals:read         -          -
dealViews.update              yes    yes            yes            -              deals:read         -          -
dealViews.reorder             yes    yes            yes            -              deals:read         -          -
dealViews.delete              yes    yes            yes            -              deals:read         -          -
dealActivities.counts         yes    yes            yes            -              deals:read         -          -
dealActivities.create         yes    yes            yes            -              deals:write        -          -
dealActivities.update         yes    yes            yes            -              deals:write        -          -
dealActivities.delete         yes    yes            yes            -              deals:write        -          -

dealReports.report            yes    yes            yes            -              deals:read         -          -
dealReports.goals             yes    yes            yes            -              deals:read         -          -
dealReports.setGoals          yes    yes            -              -              deals:configure    -          -

conversions.get               yes    yes            -              -              deals:configure    -          -
conversions.save              yes    yes            -              -              deals:configure    -          -
conversions.clear             yes    yes            -              -              deals:configure    -          -
conversions.findDataset       yes    yes            -              -              deals:configure    -          -
conversions.check             yes    yes            -              -              deals:configure    -          -
conversions.ofDeal            yes    yes            yes            -              deals:read         -          -
`;
