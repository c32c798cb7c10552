// Settings: what every deal must have.
import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { DealSettings } from '#features/deals/deal-settings.contract.ts';
import { api, client } from '#web/api.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { useSettingsChange } from './use-settings-change.ts';

const DEMANDS = ['amount', 'closeDate', 'reference'] as const;

export function DealDemands() {
  const settings = useQuery(api.dealSettings.get.queryOptions({ input: {} })).data;
  return settings ? <Loaded settings={settings} /> : null;
}

function Loaded({ settings }: { settings: DealSettings }) {
  const t = useTranslations('dealSettings');
  const words = useTranslations('deals.form');
  const save = useSettingsChange(
    (changes: Parameters<typeof client.dealSettings.update>[0]) => client.dealSettings.update(changes),
    { said: 'saved', onError: (error) => toastFailed(error) },
  );
  return (
    <SettingsSection title={t('allDeals')}>
      <Checkbox.Group
        label={t('demandsOfAll')}
        value={settings.requiredFields}
        onChange={(fields) => save.mutate({ requiredFields: fields as DealSettings['requiredFields'] })}
      >
        <Stack gap={8} mt={8}>
          {DEMANDS.map((field) => (
            <Checkbox key={field} value={field} label={words(field)} disabled={save.isPending} />
          ))}
        </Stack>
      </Checkbox.Group>
    </SettingsSection>
  );
}
