// A change of the settings of deals, after which everything about deals is asked again.
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { type SettingsChange, useChangeOfSettings } from '#web/ui/use-change-of-settings.ts';

const PARTS = [api.pipelines, api.deals, api.dealSettings, api.dealReports];

export function useSettingsChange<V>(
  run: (value: V) => Promise<unknown>,
  { said, ...rest }: SettingsChange & { said?: 'saved' | 'deleted' } = {},
) {
  const t = useTranslations('dealSettings');
  return useChangeOfSettings(PARTS, run, { ...rest, done: said ? t(said) : null });
}
