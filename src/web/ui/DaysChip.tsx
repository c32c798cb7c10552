// The first and the last day of a period, as a chip that opens two date inputs and the periods one usually asks for.
import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import filter from './FilterBar.module.css';
import { PERIOD_NAMES, periodOf } from './report/periods.ts';
import { useToday } from './report/use-today.ts';

type Props = {
  label: string;
  from: string | undefined;
  to: string | undefined;
  onChange: (days: { from: string | null; to: string | null }) => void;
  /** Offers to have no period. */
  clearable?: boolean;
  /** Offers whole months, quarters and years. */
  withPeriods?: boolean;
};

export function DaysChip({ label, from, to, onChange, clearable = true, withPeriods = false }: Props) {
  const t = useTranslations('figures.days');
  const spell = useSpelling();
  const today = useToday();
  const isOn = from !== undefined || to !== undefined;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <button type="button" className={filter.chip} data-on={isOn || undefined}>
          {label}
          {isOn && (
            <strong>
              {spell(from)} – {spell(to)}
            </strong>
          )}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown maw={264}>
        <Stack gap={8}>
          {withPeriods && (
            <Group gap={4}>
              {PERIOD_NAMES.map((name) => {
                const days = periodOf(name, today);
                const isChosen = days.from === from && days.to === to;
                return (
                  <Button
                    key={name}
                    size="compact-xs"
                    variant={isChosen ? 'light' : 'default'}
                    aria-pressed={isChosen}
                    onClick={() => onChange(days)}
                  >
                    {t(name)}
                  </Button>
                );
              })}
            </Group>
          )}
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
              {t('any')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function useSpelling(): (day: string | undefined) => string {
  const format = useFormatter();
  return (day) => {
    const date = new Date(`${day}T12:00:00Z`);
    return day === undefined || Number.isNaN(date.getTime())
      ? '…'
      : format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  };
}
