// Names a thing, new or known: one field, one button.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from './Dialog.tsx';
import { FormFailure } from './FormFailure.tsx';
import { fieldError } from './form-failure.ts';

type Props = {
  title: string;
  /** What the field and the button are called. */
  labels: { name: string; save: string };
  /** Its present name; empty for a new one. */
  name: string;
  error: unknown;
  busy: boolean;
  onSave: (name: string) => void;
  onClose: () => void;
  /** Characters; 60 unless told. */
  maxLength?: number;
  children?: ReactNode;
};

export function NameDialog(props: Props) {
  const { title, labels, name, error, busy, onSave, onClose, maxLength = 60, children } = props;
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
            label={labels.name}
            value={typed}
            maxLength={maxLength}
            data-autofocus
            error={fieldError(error, 'name')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {children}
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={typed.trim() === ''}>
              {labels.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
