// How much of an account's messaging limit is used, in words and as a share.
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '#web/api.ts';

export type ShownUse = { words: string; short: string; percent: number | null };

/** Gives null for an account of which nothing is known yet. */
export function useLimitUse(enabled: boolean): (accountId: string) => ShownUse | null {
  const t = useTranslations('reports.numbers');
  const format = useFormatter();
  const { data } = useQuery({
    ...api.reports.limits.queryOptions({ input: {} }),
    enabled,
    staleTime: 30_000,
    refetchInterval: 60_000,
  });
  return useCallback(
    (accountId) => {
      const found = data?.accounts.find((account) => account.accountId === accountId);
      if (!found) return null;
      const used = format.number(found.used);
      if (found.limit === null) return { words: t('limitOpen', { used }), short: used, percent: null };
      const compact = (value: number) => format.number(value, { notation: 'compact' });
      return {
        words: t('limitUse', { used, limit: format.number(found.limit) }),
        short: `${compact(found.used)} / ${compact(found.limit)}`,
        percent: Math.min(100, (found.used / Math.max(1, found.limit)) * 100),
      };
    },
    [data, format, t],
  );
}
