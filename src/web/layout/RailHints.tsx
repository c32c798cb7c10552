// Names beside the icons of the narrow rail, shown on hover and focus.
import { Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { NavigationArea } from '#web/navigation.ts';

/** Whatever in the rail carries `data-hint` with the area's name, and `expand`, gets one. */
export function RailHints({ areas }: { areas: NavigationArea[] }) {
  const t = useTranslations();
  const hints = areas.map(({ area, main }) => ({
    target: area as string,
    name: area === 'settings' ? t('settings.title') : t(main.label),
  }));
  return [...hints, { target: 'expand', name: t('shell.expand') }].map(({ target, name }) => (
    <Tooltip key={target} target={`[data-hint="${target}"]`} label={name} position="right" />
  ));
}
