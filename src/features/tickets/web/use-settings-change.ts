// A change of statuses or categories, after which everything about tickets is asked again.
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { type SettingsChange, useChangeOfSettings } from '#web/ui/use-change-of-settings.ts';

const PARTS = [api.ticketStatuses, api.ticketCategories, api.tickets];

export function useSettingsChange<V>(
  run: (value: V) => Promise<unknown>,
  { said, ...rest }: SettingsChange & { said?: 'saved' | 'deleted' } = {},
) {
  const t = useTranslations('ticketSettings');
  return useChangeOfSettings(PARTS, run, { ...rest, done: said ? t(said) : null });
}
