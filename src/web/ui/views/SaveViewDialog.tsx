// Names what is filtered now, and says whether it is for oneself or for the team.
import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SavedView, ViewScope } from '#features/views/views.contract.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import type { Views } from './use-views.ts';

type Props<F> = {
  views: Views<F>;
  /** A name that such a view could have. */
  example: string;
  onClose: () => void;
  onSaved: (view: SavedView<F>) => Promise<void>;
};

export function SaveViewDialog<F>({ views, example, onClose, onSaved }: Props<F>) {
  const { of, filter, mayTeam } = views;
  const t = useTranslations('views');
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ViewScope>('mine');
  const save = useMutation({
    mutationFn: () => of.create({ name, scope, filter }),
    onSuccess: onSaved,
  });
  return (
    <Dialog opened onClose={onClose} title={t('form.title')} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <FormFailure error={save.error} shownAtFields={['name']} />
          <TextInput
            label={t('form.name')}
            placeholder={example}
            data-autofocus
            maxLength={60}
            value={name}
            error={fieldError(save.error, 'name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {mayTeam && (
            <SegmentedControl
              fullWidth
              aria-label={t('form.for')}
              value={scope}
              onChange={(value) => setScope(value as ViewScope)}
              data={[
                { value: 'mine', label: t('form.mine') },
                { value: 'team', label: t('form.team') },
              ]}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
