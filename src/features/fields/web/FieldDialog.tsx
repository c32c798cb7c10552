// Defines a custom field, or changes what may be changed of one.

import { Button, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FIELD_TYPES, type Field, type FieldType } from '#features/fields/fields.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';

type Props = {
  field: Field | null;
  onClose: () => void;
  onMade?: (field: Field) => void;
  suggestion?: string;
};

export function FieldDialog({ field, onClose, onMade, suggestion = '' }: Props) {
  const t = useTranslations('labels.fields');
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState({
    label: field?.label ?? suggestion,
    code: field?.code ?? '',
    type: field?.type ?? ('text' as FieldType),
    example: field?.example ?? '',
    shown: field?.shown ?? true,
  });
  const save = useMutation({
    mutationFn: () => {
      const { code, type, ...rest } = draft;
      return field
        ? client.fields.update({ id: field.id, ...rest })
        : client.fields.create({ ...rest, type, ...(code ? { code } : {}) });
    },
    onSuccess: async (saved) => {
      toastDone(t('saved'));
      await queryClient.invalidateQueries({ queryKey: api.fields.key() });
      onMade?.(saved);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog opened onClose={onClose} title={field ? t('edit') : t('new')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormFailure error={save.error} shownAtFields={['label', 'code', 'example']} />
          <TextInput
            label={t('label')}
            value={draft.label}
            maxLength={60}
            data-autofocus
            error={fieldError(save.error, 'label')}
            onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })}
          />
          <TextInput
            label={t('code')}
            description={field ? undefined : t('codeHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={draft.code}
            maxLength={40}
            disabled={field !== null}
            error={fieldError(save.error, 'code')}
            onChange={(event) =>
              setDraft({
                ...draft,
                code: event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9_]/g, '_'),
              })
            }
          />
          <Select
            label={t('type')}
            data={FIELD_TYPES.map((type) => ({ value: type, label: t(`types.${type}`) }))}
            value={draft.type}
            disabled={field !== null}
            allowDeselect={false}
            onChange={(type) => type && setDraft({ ...draft, type: type as FieldType })}
          />
          <TextInput
            label={t('example')}
            description={t('exampleHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={draft.example}
            maxLength={200}
            onChange={(event) => setDraft({ ...draft, example: event.currentTarget.value })}
          />
          <Switch
            label={t('shown')}
            checked={draft.shown}
            onChange={(event) => setDraft({ ...draft, shown: event.currentTarget.checked })}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={draft.label.trim() === ''}>
              {field ? t('save') : t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
