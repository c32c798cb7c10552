// Above the composer: which colleagues write an answer or look at the conversation at this moment.
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import styles from './CompanyLine.module.css';

/** Changes are told live; asked again now and then, because who goes away may say nothing. */
const REFRESH_MS = { typing: 5_000, looking: 20_000 };

export function CompanyLine({ conversationId }: { conversationId: string }) {
  const t = useTranslations('teamMoves.company');
  const format = useFormatter();
  const company = useQuery({
    ...api.notifications.company.queryOptions({ input: { id: conversationId } }),
    refetchInterval: ({ state }) =>
      state.data?.people.some(({ doing }) => doing === 'typing') ? REFRESH_MS.typing : REFRESH_MS.looking,
  });
  const people = company.data?.people ?? [];
  const typing = people.filter(({ doing }) => doing === 'typing');
  const shown = typing.length > 0 ? typing : people;
  const doing = typing.length > 0 ? 'typing' : 'looking';
  const Icon = doing === 'typing' ? IconPencil : IconEye;
  return (
    <div className={styles.company} role="status" data-doing={shown.length > 0 ? doing : undefined}>
      {shown.length > 0 && (
        <>
          <Icon size={14} aria-hidden />
          {t(doing, { count: shown.length, names: format.list(shown.map(({ name }) => name)) })}
        </>
      )}
    </div>
  );
}
