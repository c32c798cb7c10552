// The first and the last day of a period, as a chip that opens two date inputs.
import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import filter from '#web/ui/FilterBar.module.css';
import { useDay } from './use-day.ts';

type Props = {
  label: string;
  from: string | undefined;
  to: string | undefined;
  onChange: (days: { from: string | null; to: string | null }) => void;
};

export function DaysChip({ label, from, to, onChange }: Props) {
  const t = useTranslations('deals.filter');
  const spell = useDay();
  const isOn = from !== undefined || to !== undefined;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <button type="button" className={filter.chip} data-on={isOn || undefined}>
          {label}
          {isOn && (
            <strong>
              {from ? spell(from) : '…'} – {to ? spell(to) : '…'}
            </strong>
          )}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
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
          {isOn && (
            <Button variant="subtle" size="xs" onClick={() => onChange({ from: null, to: null })}>
              {t('anyDay')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
