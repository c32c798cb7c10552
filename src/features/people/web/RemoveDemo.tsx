// Removes the demo workspace, after asking.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { chooseWorkspaceId } from '#web/current-workspace.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { confirm } from '#web/ui/confirm.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';

export function RemoveDemo({ name }: { name: string }) {
  const t = useTranslations('people.workspace.demo');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation(
    api.workspaces.removeDemo.mutationOptions({
      onError: (error) => toastFailed(error),
      onSuccess: async () => {
        toastDone(t('removed'));
        chooseWorkspaceId(null);
        await queryClient.invalidateQueries({ queryKey: ['session'] });
        await navigate({ to: '/' });
        queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      },
    }),
  );
  const ask = async () => {
    const question = {
      title: t('removeTitle', { workspace: name }),
      text: t('removeText'),
      confirm: t('remove'),
    };
    if (await confirm({ ...question, danger: true })) remove.mutate(undefined);
  };
  return (
    <SettingsSection title={t('title')} text={t('text')}>
      <Button
        variant="default"
        c="var(--mantine-color-error)"
        loading={remove.isPending}
        onClick={() => void ask()}
      >
        {t('remove')}
      </Button>
    </SettingsSection>
  );
}
