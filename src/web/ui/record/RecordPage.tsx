// One record with the chat that belongs to it: side by side where there is room, else one or the other.
import { SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type BackTo, PageHeader } from '#web/ui/PageHeader.tsx';
import styles from './RecordPage.module.css';

/** Side by side needs room; the style sheet names the same width. */
const narrow = '(max-width: 67.99em)';

export type RecordSide = 'details' | 'chat';

type Props = {
  title: string;
  back: BackTo;
  /** The state of the record, beside its title. */
  badge: ReactNode;
  /** Actions as `Menu.Item`s. */
  menu?: ReactNode;
  details: ReactNode;
  chat: ReactNode;
  /** Which one is shown where there is room for one. */
  side: RecordSide;
  onSide: (side: RecordSide) => void;
};

export function RecordPage({ title, back, badge, menu, details, chat, side, onSide }: Props) {
  const t = useTranslations('ui.record');
  const isNarrow = useMediaQuery(narrow, window.matchMedia(narrow).matches);
  return (
    <>
      <PageHeader title={title} back={back} badge={badge} menu={menu} />
      {isNarrow && (
        <div className={styles.sides}>
          <SegmentedControl
            fullWidth
            aria-label={title}
            value={side}
            onChange={(value) => onSide(value as RecordSide)}
            data={(['details', 'chat'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </div>
      )}
      <div className={styles.page}>
        {(!isNarrow || side === 'details') && <div className={styles.details}>{details}</div>}
        {(!isNarrow || side === 'chat') && <div className={styles.chat}>{chat}</div>}
      </div>
    </>
  );
}

/** Lines where the record will be. */
export function RecordLines() {
  return (
    <Stack p="lg" gap="sm" maw={480}>
      {[0, 1, 2, 3].map((line) => (
        <Skeleton key={line} height={36} />
      ))}
    </Stack>
  );
}
