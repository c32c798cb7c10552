// Why conversations are closed: one of the usual reasons, one in words, or none.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';

type Props = { onClose: () => void; onApply: (reason: string | undefined) => Promise<boolean> };

export function CloseDialog({ onClose, onApply }: Props) {
  const t = useTranslations('teamMoves.close');
  const [own, setOwn] = useState('');
  const usual = useQuery(api.team.getCloseReasons.queryOptions({ input: {} })).data?.reasons ?? [];
  const apply = async (reason: string | undefined) => {
    if (await onApply(reason)) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="sm">
      <Stack gap="xs">
        {usual.map((reason, index) => (
          <Button
            key={reason}
            variant="default"
            justify="flex-start"
            data-autofocus={index === 0 || undefined}
            onClick={() => void apply(reason)}
          >
            {reason}
          </Button>
        ))}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void apply(own.trim() || undefined);
          }}
        >
          <TextInput
            label={usual.length > 0 ? t('other') : t('reason')}
            data-autofocus={usual.length === 0 || undefined}
            maxLength={200}
            value={own}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
          <Group justify="flex-end" mt="md">
            <Button type="submit">{own.trim() === '' ? t('without') : t('apply')}</Button>
          </Group>
        </form>
      </Stack>
    </Dialog>
  );
}
