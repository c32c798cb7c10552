// Marketing consent in a word.
import { useTranslations } from 'use-intl';
import type { Consent } from '#features/contacts/contact-filter.contract.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';

const tones = { not_declared: 'neutral', subscribed: 'good', unsubscribed: 'attention' } as const;

export function ConsentBadge({ consent }: { consent: Consent }) {
  const t = useTranslations('contacts.consent');
  return <StatusBadge tone={tones[consent]}>{t(consent)}</StatusBadge>;
}
