// Warns of deals that the new one may repeat.
import { useDebouncedValue } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { Notice } from '#web/ui/Notice.tsx';

type Props = { contactIds: string[]; pipelineId: string | undefined; reference: string };

export function Duplicates(props: Props) {
  const t = useTranslations('deals');
  const [{ contactIds, pipelineId, reference }] = useDebouncedValue(props, 300);
  const isAsked = contactIds.length > 0 || reference !== '';
  const input = { contactIds, ...(pipelineId ? { pipelineId } : {}), ...(reference ? { reference } : {}) };
  const found = useQuery({
    ...api.deals.duplicates.queryOptions({ input }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const items = isAsked ? (found.data?.items ?? []) : [];
  if (items.length === 0) return null;
  return (
    <Notice tone="attention" icon={IconCopy}>
      {t('duplicates', { count: items.length })}{' '}
      {items.slice(0, 3).map(({ deal }, at) => (
        <span key={deal.id}>
          {at > 0 && ', '}
          <Link to="/deals/$id" params={{ id: deal.id }}>
            {deal.title}
          </Link>
        </span>
      ))}
    </Notice>
  );
}
