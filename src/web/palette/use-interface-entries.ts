// What the palette does to the interface itself: theme and language.
import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { localeNames, locales } from '#web/i18n.ts';
import { useAppLocale } from '#web/use-app-locale.ts';
import { useSpeak } from '#web/use-speak.ts';
import type { Entry } from './Palette.tsx';

const THEMES = [
  { scheme: 'light', icon: IconSun, label: 'light' },
  { scheme: 'dark', icon: IconMoon, label: 'dark' },
  { scheme: 'auto', icon: IconDeviceDesktop, label: 'system' },
] as const;

/** What is chosen already is left out. */
export function useInterfaceEntries(): Entry[] {
  const t = useTranslations('shell');
  const locale = useAppLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const speak = useSpeak();
  return [
    ...THEMES.filter(({ scheme }) => scheme !== colorScheme).map(({ scheme, icon, label }) => ({
      id: `theme.${scheme}`,
      title: t('palette.theme', { theme: t(`person.${label}`) }),
      icon,
      act: () => setColorScheme(scheme),
    })),
    ...locales
      .filter((one) => one !== locale)
      .map((one) => ({
        id: `language.${one}`,
        title: t('palette.language', { language: localeNames[one] }),
        icon: IconLanguage,
        act: () => speak(one),
      })),
  ];
}
