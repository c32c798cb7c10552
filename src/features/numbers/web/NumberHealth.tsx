// In the top bar: the worst health among the connected numbers, as a pill that leads to them.
import { Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ConnectedNumber } from '#features/numbers/numbers.contract.ts';
import { useLimitUse } from '#features/reports/web/use-limit-use.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import styles from './NumberHealth.module.css';
import { QUALITY_TONES } from './quality.ts';

export function NumberHealth() {
  const t = useTranslations('numbers');
  const may = usePermission('numbers:read');
  const { data } = useQuery({
    ...api.numbers.list.queryOptions({ input: { limit: 200 } }),
    enabled: may,
    staleTime: 60_000,
  });
  const limitUse = useLimitUse(may && (data?.items.length ?? 0) > 0);
  const worst = data?.items.toSorted((a, b) => badness(b) - badness(a))[0];
  if (!worst) return null;
  const { accountState, pausedReason } = worst;
  const works = accountState === 'connected' && pausedReason === null;
  const quality = t(`quality.${worst.quality}`);
  const stop = pausedReason ? STATES[pausedReason.kind] : 'paused';
  const state = accountState === 'connected' ? stop : accountState;
  const trouble = t(`state.${state}`);
  const use = limitUse(worst.accountId);
  const words = works ? t('health', { phone: worst.phone, quality }) : trouble;
  const label = works && use ? `${words}, ${use.words}` : words;
  return (
    <Tooltip label={label}>
      <Link to="/number-health" search={{ number: worst.id }} aria-label={label} className={styles.link}>
        <StatusBadge
          tone={works ? QUALITY_TONES[worst.quality] : state === 'paused' ? 'attention' : 'bad'}
          dot
        >
          <Text span inherit visibleFrom="sm">
            {works ? quality : trouble}
          </Text>
          {works && use && (
            <Text span inherit fw={450} className="figures" visibleFrom="sm">
              {use.short}
            </Text>
          )}
        </StatusBadge>
      </Link>
    </Tooltip>
  );
}

const STATES = {
  number_resting: 'paused',
  number_restricted: 'restricted',
  number_banned: 'banned',
} as const;

function badness({ accountState, pausedReason, quality }: ConnectedNumber): number {
  if (accountState !== 'connected') return 5;
  if (pausedReason !== null) return 4;
  return { unknown: 0, high: 1, medium: 2, low: 3 }[quality];
}
