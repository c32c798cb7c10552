// Renames a pipeline.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';

type Props = {
  title: string;
  name: string;
  error: unknown;
  busy: boolean;
  onSave: (name: string) => void;
  onClose: () => void;
};

export function NameDialog({ title, name, error, busy, onSave, onClose }: Props) {
  const t = useTranslations('dealSettings');
  const [typed, setTyped] = useState(name);
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(typed.trim());
        }}
      >
        <Stack>
          <FormFailure error={error} shownAtFields={['name']} />
          <TextInput
            label={t('name')}
            value={typed}
            maxLength={60}
            data-autofocus
            error={fieldError(error, 'name')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={typed.trim() === ''}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
