// The parts of the inbox: the frequent ones as tabs with their counts, the others in a menu.
import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import styles from './InboxTabs.module.css';
import type { InboxShow } from './inbox-search.ts';

type Props = { show: InboxShow; onShow: (show: InboxShow) => void };
/** As far as the server counts. */
const MOST = 1_000;

export function InboxTabs({ show, onShow }: Props) {
  const t = useTranslations('inboxList.show');
  const seesAll = usePermission('chats:all');
  const counts = useQuery(api.conversations.counts.queryOptions({ input: {} }));
  const tabs: InboxShow[] = ['all', 'unread', 'mine', 'waiting'];
  const others: InboxShow[] = [...(seesAll ? (['unassigned'] as const) : []), 'snoozed', 'closed', 'any'];
  const countOf = (one: InboxShow) => {
    const count = counts.data?.[one as keyof typeof counts.data];
    return count ? <span className="figures">{count >= MOST ? `${MOST}+` : count}</span> : null;
  };
  const elsewhere = others.includes(show);
  const strip = useRef<HTMLElement>(null);
  // What is chosen in the menu stands at the end of the strip, where long words may be out of sight.
  useEffect(() => {
    if (elsewhere) strip.current?.scrollTo({ left: strip.current.scrollWidth });
  }, [elsewhere]);
  return (
    <nav ref={strip} className={styles.tabs} aria-label={t('label')}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          className={styles.tab}
          aria-pressed={one === show}
          onClick={() => onShow(one)}
        >
          {t(one)} {countOf(one)}
        </button>
      ))}
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={styles.tab} aria-pressed={elsewhere}>
            {elsewhere ? t(show) : t('more')}
            <IconChevronDown size={13} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map((one) => (
            <Menu.Item
              key={one}
              onClick={() => onShow(one)}
              rightSection={one === show ? <IconCheck size={15} aria-hidden /> : countOf(one)}
            >
              {t(one)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
