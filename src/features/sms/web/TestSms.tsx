// Sends one SMS, to see that the settings work.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { client } from '#web/api.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';

export function TestSms() {
  const t = useTranslations('sms');
  const [to, setTo] = useState('');
  const send = useMutation({ mutationFn: () => client.sms.test({ to, text: t('testWords') }) });
  return (
    <SettingsSection title={t('test')} text={t('testText')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <Stack gap="xs">
          <FormFailure error={send.error} shownAtFields={['to']} />
          <Group align="flex-end">
            <TextInput
              label={t('testTo')}
              type="tel"
              value={to}
              error={fieldError(send.error, 'to')}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={to.trim() === ''} loading={send.isPending}>
              {t('testSend')}
            </Button>
          </Group>
          {send.data && (
            <Text size="sm" role="status">
              {send.data.accepted ? t('testDone') : t('testRefused', { text: send.data.text })}
            </Text>
          )}
        </Stack>
      </form>
    </SettingsSection>
  );
}
