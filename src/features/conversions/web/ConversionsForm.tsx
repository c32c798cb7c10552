// The form of the dataset, and the test event that tries what was saved.
import { Button, Checkbox, Group, PasswordInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ConversionSettings } from '#features/conversions/conversions.contract.ts';
import type { ConnectedNumber } from '#features/numbers/numbers.contract.ts';
import { api, client } from '#web/api.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { TryConversions } from './TryConversions.tsx';

const FIELDS = ['accountId', 'datasetId', 'token', 'testCode'];
const OWN = ['enabled', 'accountId', 'datasetId', 'testCode', 'subscribedOnly'] as const;
type Draft = Pick<ConversionSettings, (typeof OWN)[number]>;

type Props = { settings: ConversionSettings; numbers: readonly ConnectedNumber[] };

export function ConversionsForm({ settings, numbers }: Props) {
  const t = useTranslations('conversions');
  const queryClient = useQueryClient();
  const accounts = accountsOf(numbers);
  const only = accounts.length === 1 ? accounts[0]!.value : null;
  // Only what somebody changed is kept here: the rest follows the server.
  const [changed, setChanged] = useState<Partial<Draft>>({});
  const [token, setToken] = useState('');
  const [useOwn, setUseOwn] = useState(false);
  const draft: Draft = { ...settings, accountId: settings.accountId ?? only, ...changed };
  const set = (more: Partial<Draft>) => setChanged((before) => ({ ...before, ...more }));
  const isChanged = token !== '' || useOwn || OWN.some((name) => draft[name] !== settings[name]);
  const secret = useOwn ? { token: null } : token === '' ? {} : { token };
  const save = useMutation({
    mutationFn: () => {
      const { enabled, accountId, datasetId, testCode, subscribedOnly } = draft;
      return client.conversions.save({ enabled, accountId, datasetId, testCode, subscribedOnly, ...secret });
    },
    onSuccess: async (saved) => {
      queryClient.setQueryData(api.conversions.get.queryKey({ input: {} }), saved);
      setChanged({});
      setToken('');
      setUseOwn(false);
      toastDone(t('saved'));
    },
  });
  const find = useMutation({
    mutationFn: (accountId: string) => client.conversions.findDataset({ accountId, ...secret }),
    onSuccess: ({ datasetId }) => {
      set({ datasetId });
      toastDone(t('found'));
    },
    onError: (error) => toastFailed(error),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const problem = (path: string) => fieldError(save.error, path);
  return (
    <>
      <SettingsSection title={t('dataset')} text={t('text')}>
        <form onSubmit={submit}>
          <Stack>
            <FormFailure error={save.error} shownAtFields={FIELDS} />
            <Switch
              label={t('enabled')}
              checked={draft.enabled}
              onChange={(event) => set({ enabled: event.currentTarget.checked })}
            />
            <Select
              label={t('account')}
              placeholder={t('choose')}
              data={accounts}
              value={draft.accountId}
              error={problem('accountId')}
              allowDeselect={false}
              onChange={(accountId) => set({ accountId })}
            />
            <Group align="flex-start" gap="xs" wrap="nowrap">
              <TextInput
                flex={1}
                label={t('datasetId')}
                description={t('datasetHelp')}
                inputWrapperOrder={['label', 'input', 'error', 'description']}
                inputMode="numeric"
                value={draft.datasetId}
                error={problem('datasetId')}
                onChange={(event) => set({ datasetId: event.currentTarget.value })}
              />
              <Button
                mt={26}
                variant="default"
                disabled={draft.accountId === null}
                loading={find.isPending}
                onClick={() => draft.accountId && find.mutate(draft.accountId)}
              >
                {t('find')}
              </Button>
            </Group>
            <PasswordInput
              label={t('token')}
              description={settings.hasToken && !useOwn ? t('tokenKept') : t('tokenOwn')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              autoComplete="off"
              disabled={useOwn}
              value={token}
              error={problem('token')}
              onChange={(event) => setToken(event.currentTarget.value)}
            />
            {settings.hasToken && (
              <Checkbox
                label={t('useOwn')}
                checked={useOwn}
                onChange={(event) => {
                  setUseOwn(event.currentTarget.checked);
                  setToken('');
                }}
              />
            )}
            <Switch
              label={t('subscribedOnly')}
              description={t('subscribedOnlyHelp')}
              checked={draft.subscribedOnly}
              onChange={(event) => set({ subscribedOnly: event.currentTarget.checked })}
            />
            <TextInput
              label={t('testCode')}
              description={t('testCodeHelp')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              maw={240}
              value={draft.testCode}
              error={problem('testCode')}
              onChange={(event) => set({ testCode: event.currentTarget.value })}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={save.isPending}>
                {t('save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </SettingsSection>
      {settings.accountId !== null && settings.datasetId !== '' && (
        <TryConversions
          blocked={isChanged ? t('tryUnsaved') : settings.testCode === '' ? t('tryFirst') : null}
        />
      )}
    </>
  );
}

/** Numbers of one account share a dataset. */
function accountsOf(numbers: readonly ConnectedNumber[]): { value: string; label: string }[] {
  const named = new Map(
    numbers.map(({ accountId, accountName, wabaId }) => [accountId, accountName || wabaId]),
  );
  return [...named].map(([value, label]) => ({ value, label }));
}
