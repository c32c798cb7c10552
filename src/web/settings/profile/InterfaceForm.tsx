// Language and theme; each takes effect at once.
import { SegmentedControl, Select, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { localeNames, locales } from '#web/i18n.ts';
import { useSession } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { useSpeak } from '#web/use-speak.ts';

export function InterfaceForm() {
  const t = useTranslations('settings.profile');
  const themes = useTranslations('shell.person');
  const { user } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const speak = useSpeak();
  return (
    <SettingsSection title={t('interface')}>
      <Stack>
        <Select
          label={t('language')}
          data={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
          placeholder={t('languageBrowser')}
          clearable
          value={user.language}
          onChange={(language) => speak(language)}
        />
        <div>
          <Text id="theme-label" fw={500} size="sm" mb={4}>
            {t('theme')}
          </Text>
          <SegmentedControl
            aria-labelledby="theme-label"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={[
              { value: 'light', label: themes('light') },
              { value: 'dark', label: themes('dark') },
              { value: 'auto', label: themes('system') },
            ]}
          />
        </div>
      </Stack>
    </SettingsSection>
  );
}
