// Which of the person's workspaces may reach them outside the product; not shown to who has but one.
import { Stack, Switch } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useSession } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { useChangeSettings } from './use-settings.ts';

export function MutedWorkspaces({ muted }: { muted: string[] }) {
  const t = useTranslations('notificationSettings.workspaces');
  const { workspaces } = useSession();
  const change = useChangeSettings();
  if (workspaces.length < 2) return null;
  return (
    <SettingsSection title={t('section')} text={t('text')}>
      <Stack gap="sm">
        {workspaces.map(({ id, name }) => (
          <Switch
            key={id}
            label={name}
            checked={!muted.includes(id)}
            onChange={({ currentTarget }) =>
              change({
                mutedWorkspaces: currentTarget.checked ? muted.filter((each) => each !== id) : [...muted, id],
              })
            }
          />
        ))}
      </Stack>
    </SettingsSection>
  );
}
