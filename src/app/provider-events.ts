// Who acts on what WhatsApp tells us: one line per feature, in the order in which they act.
import { applyNumberEvents } from '#features/numbers/numbers.ts';
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
  {
    kinds: ['template_status', 'template_quality', 'template_category', 'template_components'],
    apply: applyTemplateEvents,
  },
];
