// Who acts on what WhatsApp tells us: one line per feature, in the order in which they act.

import { campaignMoves, countAnswers, countPreferences } from '#features/campaigns/campaigns.ts';
import { applyPhoneBook } from '#features/contacts/contacts.ts';
import {
  amendMessages,
  applyMarketingPreferences,
  followIdentities,
  importHistory,
  receiveMessages,
} from '#features/conversations/conversations.ts';
import { applyNumberEvents } from '#features/numbers/numbers.ts';
import { applyStatuses, type MessageStatus } from '#features/sending/sending.ts';
import { applyTemplateEvents } from '#features/templates/templates.ts';
import type { ProviderEventHandler } from '#features/webhooks/webhooks.ts';

export const providerEventHandlers: readonly ProviderEventHandler[] = [
  {
    kinds: [
      'number_quality',
      'number_name',
      'business_capability',
      'account_update',
      'account_alert',
      'account_review',
      'username',
      'security',
    ],
    apply: applyNumberEvents,
  },
  // Before what people wrote: a status brings the provider's id of our message, which an answer then quotes.
  {
    kinds: ['message_status'],
    async apply(call, events) {
      await applyStatuses(call, events as MessageStatus[], campaignMoves);
    },
  },
  { kinds: ['user_phone_changed', 'user_id_changed'], apply: followIdentities },
  {
    kinds: ['message_received', 'message_echo'],
    apply: (call, events) => receiveMessages(call, events, [countAnswers]),
  },
  { kinds: ['contact_sync'], apply: applyPhoneBook },
  { kinds: ['history'], apply: importHistory },
  { kinds: ['message_edited', 'message_revoked'], apply: amendMessages },
  { kinds: ['marketing_preference'], apply: applyMarketingPreferences },
  { kinds: ['marketing_preference'], apply: countPreferences },
  {
    kinds: ['template_status', 'template_quality', 'template_category', 'template_components'],
    apply: applyTemplateEvents,
  },
];
