// Asks the owner why a number may skip its first weeks, and says what that means.
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { WatchedNumber } from '#features/guardian/watch.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';

type Props = { number: Pick<WatchedNumber, 'id' | 'phone'>; onClose: () => void };

export function VouchDialog({ number: { id, phone }, onClose }: Props) {
  const t = useTranslations('proven');
  const ui = useTranslations('ui');
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const vouch = useMutation({
    mutationFn: () => client.guardian.declareProven({ id, proven: true, reason }),
    onSuccess: async () => {
      toastDone(t('done', { phone }));
      onClose();
      await queryClient.invalidateQueries({ queryKey: api.watch.key() });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    vouch.mutate();
  };
  return (
    <Dialog opened onClose={onClose} title={t('dialog', { phone })} size={480}>
      <form onSubmit={submit}>
        <Stack>
          <FormFailure error={vouch.error} shownAtFields={['reason']} />
          <Text c="dimmed">{t('consequence')}</Text>
          <Textarea
            label={t('reason')}
            description={t('reasonHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            autosize
            minRows={2}
            maxLength={500}
            data-autofocus
            value={reason}
            error={fieldError(vouch.error, 'reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={vouch.isPending}>
              {t('confirm', { phone })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
