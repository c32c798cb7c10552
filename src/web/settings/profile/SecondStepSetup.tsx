// Turning two-step verification on: scan, keep the backup codes, prove it with a first code.
import { Button, Checkbox, Group, PinInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { verifyCode } from '#web/auth.ts';
import { CodeBlock } from '#web/ui/CodeBlock.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { QrCode } from '#web/ui/QrCode.tsx';
import { toastDone } from '#web/ui/toast.tsx';

type Props = {
  /** `otpauth://` address of the authenticator. */
  address: string;
  backupCodes: readonly string[];
  onDone: () => Promise<void>;
};

export function SecondStepSetup({ address, backupCodes, onDone }: Props) {
  const t = useTranslations('settings.secondStep');
  const [kept, setKept] = useState(false);
  const [code, setCode] = useState('');
  const verify = useMutation({
    mutationFn: () => verifyCode(code, false),
    onSuccess: async () => {
      await onDone();
      toastDone(t('added'));
    },
    onError: () => setCode(''),
  });
  const secret = new URL(address).searchParams.get('secret') ?? '';
  return (
    <Stack gap="lg">
      <Group align="flex-start" gap="lg">
        <QrCode text={address} label={t('qr')} />
        <Stack gap="xs" flex="1 1 220px">
          <Text>{t('scan')}</Text>
          <Text size="sm" c="dimmed">
            {t('manual')}
          </Text>
          <CodeBlock code={secret} label={t('secret')} />
        </Stack>
      </Group>
      <Stack gap="xs">
        <Text>{t('keep')}</Text>
        <CodeBlock code={backupCodes.join('\n')} label={t('backupCodes')} />
        <Checkbox
          label={t('kept')}
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
      </Stack>
      <Stack gap="xs">
        <Text>{t('prove')}</Text>
        <FormFailure error={verify.error} />
        <Group>
          <PinInput
            length={6}
            type="number"
            oneTimeCode
            aria-label={t('code')}
            value={code}
            onChange={setCode}
            disabled={!kept}
          />
          <Button
            loading={verify.isPending}
            disabled={!kept || code.length < 6}
            onClick={() => verify.mutate()}
          >
            {t('turnOn')}
          </Button>
        </Group>
      </Stack>
    </Stack>
  );
}
