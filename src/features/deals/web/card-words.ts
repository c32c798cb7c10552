// The words on cards, worked out once for a board: most of them stand on dozens of cards.
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useDay } from './use-day.ts';
import { useDealMoney } from './use-deal-money.ts';

export type CardWords = ReturnType<typeof useCardWords>;

export function useCardWords() {
  const t = useTranslations('deals');
  const money = useDealMoney();
  const day = useDay();
  const format = useFormatter();
  return useMemo(
    () => ({
      money,
      day: remembering(day),
      closeDate: t('closeDate'),
      closedOn: t('form.closedOn'),
      created: t('form.created'),
      createdOn: remembering((at: string) =>
        format.dateTime(new Date(at), { day: 'numeric', month: 'short' }),
      ),
      owner: t('form.owner'),
      noAmount: t('noAmount'),
      noContact: t('noContact'),
      noOwner: t('noOwner'),
      activity: {
        overdue: t('activity.overdue'),
        today: t('activity.today'),
        planned: t('activity.planned'),
      },
      days: remembering((count: number) => t('days', { count })),
      daysLong: remembering((count: number) => t('daysLong', { count })),
      rotting: remembering((count: number) => t('rotting', { count })),
      actions: (title: string) => t('actions', { title }),
    }),
    [t, money, day, format],
  );
}

function remembering<K>(spell: (of: K) => string): (of: K) => string {
  const spelled = new Map<K, string>();
  return (of) => {
    const words = spelled.get(of) ?? spell(of);
    spelled.set(of, words);
    return words;
  };
}
