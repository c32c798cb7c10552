// Settings: the SMS provider by which those are reached whom WhatsApp cannot reach.
import {
  Button,
  Group,
  PasswordInput,
  Select,
  Skeleton,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SmsSettings } from '#features/sms/sms.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { CodeBlock } from '#web/ui/CodeBlock.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { Notice } from '#web/ui/Notice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { TestSms } from './TestSms.tsx';

const FIELDS = ['url', 'token', 'signingSecret', 'sender', 'format', 'body', 'idPath', 'remembersReference'];

export function SmsPage() {
  const t = useTranslations('sms');
  const settings = useQuery(api.sms.get.queryOptions({ input: {} }));
  const mayWrite = usePermission('workspace:write');
  return (
    <>
      <PageHeader title={t('title')} />
      {settings.error && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data?.trouble && (
        <SettingsSection>
          <Notice tone="attention" icon={IconAlertTriangle} title={t('trouble')}>
            {settings.data.trouble}
          </Notice>
        </SettingsSection>
      )}
      <SettingsSection title={t('provider')} text={t('text')}>
        {settings.data ? <SettingsForm settings={settings.data} /> : <Skeleton height={320} />}
      </SettingsSection>
      {settings.data && mayWrite && (
        <>
          <SettingsSection title={t('callback')} text={t('callbackText')}>
            <CodeBlock code={settings.data.callbackUrl} label={t('callback')} />
          </SettingsSection>
          {settings.data.url !== '' && <TestSms />}
        </>
      )}
    </>
  );
}

function SettingsForm({ settings }: { settings: SmsSettings }) {
  const t = useTranslations('sms');
  const queryClient = useQueryClient();
  const mayWrite = usePermission('workspace:write');
  const [draft, setDraft] = useState(settings);
  const [token, setToken] = useState('');
  const [signingSecret, setSigningSecret] = useState('');
  const [body, setBody] = useState(() => JSON.stringify(settings.body, null, 2));
  const [broken, setBroken] = useState(false);
  const set = (changes: Partial<SmsSettings>) => setDraft((before) => ({ ...before, ...changes }));
  const save = useMutation({
    mutationFn: (fields: Record<string, string>) => {
      const { enabled, url, sender, format, idPath, remembersReference } = draft;
      const plain = { enabled, url, sender, format, idPath, remembersReference, body: fields };
      return client.sms.save({
        ...plain,
        ...(token ? { token } : {}),
        ...(signingSecret ? { signingSecret } : {}),
      });
    },
    onSuccess: async (saved) => {
      queryClient.setQueryData(api.sms.get.queryKey({ input: {} }), saved);
      setToken('');
      setSigningSecret('');
      toastDone(t('saved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = readFields(body);
    setBroken(fields === null);
    if (fields) save.mutate(fields);
  };
  const problem = (path: string) => fieldError(save.error, path);
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0 }}>
        <Stack>
          <FormFailure error={save.error} shownAtFields={FIELDS} />
          <Switch
            label={t('enabled')}
            checked={draft.enabled}
            onChange={(event) => set({ enabled: event.currentTarget.checked })}
          />
          <TextInput
            label={t('url')}
            placeholder="https://api.example.com/sms"
            value={draft.url}
            error={problem('url')}
            onChange={(event) => set({ url: event.currentTarget.value })}
          />
          <PasswordInput
            label={t('token')}
            description={draft.hasToken ? t('kept') : t('tokenHelp')}
            autoComplete="off"
            value={token}
            error={problem('token')}
            onChange={(event) => setToken(event.currentTarget.value)}
          />
          <TextInput
            label={t('sender')}
            description={t('senderHelp')}
            value={draft.sender}
            error={problem('sender')}
            onChange={(event) => set({ sender: event.currentTarget.value })}
          />
          <Select
            label={t('format')}
            data={[
              { value: 'json', label: 'JSON' },
              { value: 'form', label: t('form') },
            ]}
            value={draft.format}
            allowDeselect={false}
            onChange={(format) => set({ format: format === 'form' ? 'form' : 'json' })}
          />
          <Textarea
            label={t('body')}
            description={t('bodyHelp')}
            autosize
            minRows={4}
            value={body}
            error={broken ? t('bodyBroken') : problem('body')}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          <TextInput
            label={t('idPath')}
            value={draft.idPath}
            error={problem('idPath')}
            onChange={(event) => set({ idPath: event.currentTarget.value })}
          />
          <Switch
            label={t('remembers')}
            description={problem('remembersReference') ?? t('remembersHelp')}
            checked={draft.remembersReference}
            onChange={(event) => set({ remembersReference: event.currentTarget.checked })}
          />
          <PasswordInput
            label={t('signing')}
            description={draft.hasSigningSecret ? t('kept') : t('signingHelp')}
            autoComplete="off"
            value={signingSecret}
            error={problem('signingSecret')}
            onChange={(event) => setSigningSecret(event.currentTarget.value)}
          />
          {mayWrite && (
            <Group justify="flex-end">
              <Button type="submit" loading={save.isPending}>
                {t('save')}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}

/** Null when it is not an object of texts. */
function readFields(text: string): Record<string, string> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const all = Object.values(value);
    return all.every((each) => typeof each === 'string') ? (value as Record<string, string>) : null;
  } catch {
    return null;
  }
}
