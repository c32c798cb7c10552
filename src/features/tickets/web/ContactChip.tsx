// The filter by one contact as a chip, with their name.
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { FilterChip } from '#web/ui/FilterChip.tsx';

type Props = { contactId: string; onChange: (contactId: string | null) => void };

export function ContactChip({ contactId, onChange }: Props) {
  const t = useTranslations('tickets.filter');
  const contact = useQuery(api.contacts.get.queryOptions({ input: { id: contactId } }));
  const label = contact.data?.displayName ?? (contact.isError ? t('unknownContact') : '…');
  return (
    <FilterChip
      label={t('contact')}
      value={contactId}
      options={[{ value: contactId, label }]}
      onChange={onChange}
    />
  );
}
