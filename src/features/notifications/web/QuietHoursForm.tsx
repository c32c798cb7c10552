// When it stays quiet: hours of every day, whole days of the week, by the clock where the person lives.
import { Chip, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type {
  NotificationSettings,
  QuietHours,
} from '#features/notifications/notification-settings.contract.ts';
import { timeZones } from '#features/people/web/places.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { useChangeSettings } from './use-settings.ts';

const USUAL: QuietHours = { from: '20:00', to: '08:00', days: [] };
const DAYS = [1, 2, 3, 4, 5, 6, 7];
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export function QuietHoursForm({ settings: { quiet, timeZone } }: { settings: NotificationSettings }) {
  const t = useTranslations('notificationSettings.quiet');
  const format = useFormatter();
  const locale = useLocale();
  const zones = useMemo(() => timeZones(locale, new Date()), [locale]);
  const change = useChangeSettings();
  const set = (part: Partial<QuietHours>) => change({ quiet: { ...(quiet ?? USUAL), ...part } });
  // 1 January 2024 was a Monday.
  const dayName = (day: number) =>
    format.dateTime(new Date(Date.UTC(2024, 0, day)), { weekday: 'short', timeZone: 'UTC' });
  return (
    <SettingsSection title={t('section')} text={t('text')}>
      <Stack>
        <Switch
          label={t('on')}
          checked={quiet !== null}
          onChange={({ currentTarget }) =>
            change(
              currentTarget.checked
                ? { quiet: USUAL, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }
                : { quiet: null },
            )
          }
        />
        {quiet && (
          <>
            <Group gap="sm" align="flex-end">
              <Time label={t('from')} value={quiet.from} onChange={(from) => set({ from })} />
              <Time label={t('to')} value={quiet.to} onChange={(to) => set({ to })} />
              <Select
                label={t('timeZone')}
                searchable
                allowDeselect={false}
                data={zones}
                value={timeZone}
                onChange={(value) => value && change({ timeZone: value })}
                style={{ flex: '1 1 220px' }}
              />
            </Group>
            <div>
              <Text fw={500} size="sm" mb={6} id="quiet-days">
                {t('days')}
              </Text>
              <Chip.Group
                multiple
                value={quiet.days.map(String)}
                onChange={(days) => set({ days: days.map(Number).sort() })}
              >
                <Group gap={6} role="group" aria-labelledby="quiet-days">
                  {DAYS.map((day) => (
                    <Chip key={day} value={String(day)} size="xs" variant="outline">
                      {dayName(day)}
                    </Chip>
                  ))}
                </Group>
              </Chip.Group>
            </div>
          </>
        )}
      </Stack>
    </SettingsSection>
  );
}

type TimeProps = { label: string; value: string; onChange: (value: string) => void };

/** Only whole times are saved: the browser's field is empty while one types. */
function Time({ label, value, onChange }: TimeProps) {
  return (
    <TextInput
      type="time"
      w={116}
      label={label}
      defaultValue={value}
      onBlur={({ currentTarget }) => {
        if (TIME.test(currentTarget.value) && currentTarget.value !== value) onChange(currentTarget.value);
      }}
    />
  );
}
