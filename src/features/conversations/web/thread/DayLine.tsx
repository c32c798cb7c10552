// Stands between two days, and at the top while one reads a day; a click jumps to another.
import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useFormatter, useTimeZone, useTranslations } from 'use-intl';
import { dayOf, startOfDay } from '#web/days.ts';
import styles from './MessageList.module.css';
import { useThreadWorld } from './thread-context.tsx';

export function DayLine({ date }: { date: Date }) {
  const t = useTranslations('threadEntries');
  const format = useFormatter();
  const [opened, setOpened] = useState(false);
  const thisYear =
    format.dateTime(date, { year: 'numeric' }) === format.dateTime(new Date(), { year: 'numeric' });
  const words = format.dateTime(date, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(thisYear ? {} : { year: 'numeric' }),
  });
  const label = (
    <UnstyledButton
      className={styles.dayLabel}
      aria-label={t('jumpFrom', { day: words })}
      onClick={() => setOpened(!opened)}
    >
      {words}
    </UnstyledButton>
  );
  return (
    <h3 className={styles.day}>
      {opened ? (
        <Popover opened onChange={setOpened} position="bottom" shadow="md" trapFocus returnFocus>
          <Popover.Target>{label}</Popover.Target>
          <Popover.Dropdown>
            <JumpToDate from={date} onDone={() => setOpened(false)} />
          </Popover.Dropdown>
        </Popover>
      ) : (
        label
      )}
    </h3>
  );
}

function JumpToDate({ from, onDone }: { from: Date; onDone: () => void }) {
  const t = useTranslations('threadEntries');
  const timeZone = useTimeZone() ?? 'UTC';
  const { jumpToDay } = useThreadWorld();
  const today = dayOf(new Date(), timeZone);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const day = String(new FormData(event.currentTarget).get('day') ?? '');
        if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
        onDone();
        jumpToDay(startOfDay(day, timeZone));
      }}
    >
      <TextInput
        data-autofocus
        type="date"
        name="day"
        label={t('jumpToDate')}
        description={t('jumpHint')}
        defaultValue={dayOf(from, timeZone)}
        max={today}
        required
        rightSection={
          <UnstyledButton type="submit" className={styles.go}>
            {t('go')}
          </UnstyledButton>
        }
        rightSectionWidth={52}
      />
    </form>
  );
}
