// The digest by mail: after how long, how often, and whether it and pushes show what was written.
import { Group, Select, Stack, Switch } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { NotificationSettings } from '#features/notifications/notification-settings.contract.ts';
import { useSession } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { Notice } from '#web/ui/Notice.tsx';
import { useChangeSettings } from './use-settings.ts';

const AFTER = [2, 5, 10, 30, 60, 240];
const EVERY = [15, 30, 60, 120, 240, 1440];

export function MailSettings({ settings }: { settings: NotificationSettings }) {
  const t = useTranslations('notificationSettings.mail');
  const { product } = useSession();
  const change = useChangeSettings();
  const choices = (minutes: number[], chosen: number) =>
    [...new Set([...minutes, chosen])]
      .sort((a, b) => a - b)
      .map((each) => ({
        value: String(each),
        label: each % 60 === 0 ? t('hours', { count: each / 60 }) : t('minutes', { count: each }),
      }));
  return (
    <SettingsSection title={t('section')} text={t('text')}>
      <Stack>
        {!product.mailReady && (
          <Notice tone="attention" icon={IconMailOff}>
            {t('noServer')}
          </Notice>
        )}
        <Group grow align="flex-end">
          <Select
            label={t('after')}
            allowDeselect={false}
            data={choices(AFTER, settings.mailAfterMinutes)}
            value={String(settings.mailAfterMinutes)}
            onChange={(value) => change({ mailAfterMinutes: Number(value) })}
          />
          <Select
            label={t('every')}
            allowDeselect={false}
            data={choices(EVERY, settings.mailEveryMinutes)}
            value={String(settings.mailEveryMinutes)}
            onChange={(value) => change({ mailEveryMinutes: Number(value) })}
          />
        </Group>
        <Switch
          label={t('preview')}
          description={t('previewText')}
          checked={settings.preview}
          onChange={({ currentTarget }) => change({ preview: currentTarget.checked })}
        />
      </Stack>
    </SettingsSection>
  );
}
