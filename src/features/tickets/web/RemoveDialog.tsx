// Asks before a status or category is deleted, and where its tickets go.
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import type { Choice } from './use-ticket-choices.ts';

type Props = {
  title: string;
  text: string;
  /** Where its tickets can go; null: it has none. */
  targets: readonly Choice[] | null;
  /** A place for the tickets must be chosen. */
  required: boolean;
  /** Shown where none is chosen. */
  placeholder?: string;
  error: unknown;
  busy: boolean;
  onRemove: (moveTo: string | undefined) => void;
  onClose: () => void;
};

export function RemoveDialog(props: Props) {
  const { title, text, targets, required, placeholder, error, busy, onRemove, onClose } = props;
  const t = useTranslations('ticketSettings');
  const [moveTo, setMoveTo] = useState<string | null>(null);
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Stack>
        <FormFailure error={error} />
        <Text size="sm">{text}</Text>
        {targets && (
          <Select
            label={t('moveTo')}
            placeholder={placeholder ?? ''}
            data={[...targets]}
            value={moveTo}
            onChange={setMoveTo}
            clearable={!required}
          />
        )}
        <Group justify="flex-end">
          <Button
            color="red"
            loading={busy}
            disabled={targets !== null && required && moveTo === null}
            onClick={() => onRemove(moveTo ?? undefined)}
          >
            {t('delete')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
