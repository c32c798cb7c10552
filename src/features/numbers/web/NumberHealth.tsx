// In the top bar: the worst health among the connected numbers, as a pill that leads to them.
import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ConnectedNumber } from '#features/numbers/numbers.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { QUALITY_TONES } from './quality.ts';

export function NumberHealth() {
  const t = useTranslations('numbers');
  const may = usePermission('numbers:read');
  const { data } = useQuery({
    ...api.numbers.list.queryOptions({ input: { limit: 200 } }),
    enabled: may,
    staleTime: 60_000,
  });
  const worst = data?.items.toSorted((a, b) => badness(b) - badness(a))[0];
  if (!worst) return null;
  const works = worst.accountState === 'connected';
  const quality = t(`quality.${worst.quality}`);
  const label = works ? t('health', { phone: worst.phone, quality }) : t(`state.${worst.accountState}`);
  return (
    <Tooltip label={label}>
      <Link to="/settings/numbers" aria-label={label} style={{ textDecoration: 'none' }}>
        <StatusBadge tone={works ? QUALITY_TONES[worst.quality] : 'bad'} dot>
          {works ? quality : t(`state.${worst.accountState}`)}
        </StatusBadge>
      </Link>
    </Tooltip>
  );
}

function badness({ accountState, quality }: ConnectedNumber): number {
  if (accountState !== 'connected') return 4;
  return { unknown: 0, high: 1, medium: 2, low: 3 }[quality];
}
