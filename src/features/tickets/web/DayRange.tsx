// The first and the last day of a period, as a chip that opens two date inputs.
import { Button, Popover, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import filter from '#web/ui/FilterBar.module.css';
import styles from './Tickets.module.css';

type Props = {
  from: string | undefined;
  to: string | undefined;
  onChange: (days: { from: string | null; to: string | null }) => void;
  /** Offers to have no period. */
  clearable?: boolean;
};

export function DayRange({ from, to, onChange, clearable = true }: Props) {
  const t = useTranslations('tickets.filter');
  const format = useFormatter();
  const spell = (day: string | undefined) => {
    const date = new Date(`${day}T12:00:00Z`);
    return day === undefined || Number.isNaN(date.getTime())
      ? '…'
      : format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  };
  const isOn = from !== undefined || to !== undefined;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <button type="button" className={filter.chip} data-on={isOn || undefined}>
          {t('opened')}
          {isOn && (
            <strong>
              {spell(from)} – {spell(to)}
            </strong>
          )}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.dates}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              size="xs"
              label={t(end)}
              value={(end === 'from' ? from : to) ?? ''}
              onChange={(event) =>
                onChange({ from: from ?? null, to: to ?? null, [end]: event.currentTarget.value || null })
              }
            />
          ))}
          {clearable && isOn && (
            <Button variant="subtle" size="xs" onClick={() => onChange({ from: null, to: null })}>
              {t('clearDates')}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
