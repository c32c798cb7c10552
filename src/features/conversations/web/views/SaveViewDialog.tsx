// Names what is filtered now, and says whether it is for oneself or for the team.
import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { InboxView, ViewFilter, ViewScope } from '#features/conversations/views/inbox-views.contract.ts';
import { client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';

type Props = {
  filter: ViewFilter;
  mayTeam: boolean;
  onClose: () => void;
  onSaved: (view: InboxView) => Promise<void>;
};

export function SaveViewDialog({ filter, mayTeam, onClose, onSaved }: Props) {
  const t = useTranslations('inboxViews');
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ViewScope>('mine');
  const save = useMutation({
    mutationFn: () => client.inboxViews.create({ name, scope, filter }),
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
            placeholder={t('form.example')}
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
