// What can be done with a template from the list, the panel and the editor.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Template } from '#features/templates/templates.contract.ts';
import { api } from '#web/api.ts';
import { confirm } from '#web/ui/confirm.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';

export function useTemplateActions() {
  const t = useTranslations('templates');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.templates.key() });
  const onError = (error: unknown) => toastFailed(error);

  const clone = useMutation(
    api.templates.clone.mutationOptions({
      onError,
      onSuccess: async (copy) => {
        await refresh();
        toastDone(t('cloned', { name: copy.name }));
        await navigate({ to: '/templates/$id', params: { id: copy.id } });
      },
    }),
  );
  const remove = useMutation(
    api.templates.delete.mutationOptions({
      onError,
      onSuccess: async () => {
        await refresh();
        toastDone(t('deleted'));
      },
    }),
  );
  const favourite = useMutation(api.templates.setFavourite.mutationOptions({ onError, onSuccess: refresh }));
  const unpause = useMutation(
    api.templates.unpause.mutationOptions({
      onError,
      onSuccess: async () => {
        await refresh();
        toastDone(t('unpaused'));
      },
    }),
  );
  const synchronise = useMutation(
    api.templates.synchronise.mutationOptions({ onError, onSuccess: () => toastDone(t('synchronising')) }),
  );

  return {
    clone: (template: Template) => clone.mutate({ id: template.id }),
    /** Asks first; answers whether it was deleted. */
    remove: async (template: Template): Promise<boolean> => {
      const yes = await confirm({
        title: t('deleteTitle', { name: template.name }),
        text: template.submittedAt === null ? t('deleteDraft') : t('deleteRemote'),
        confirm: t('delete'),
        danger: true,
      });
      if (!yes) return false;
      return remove.mutateAsync({ id: template.id }).then(
        () => true,
        () => false,
      );
    },
    toggleFavourite: (template: Template) =>
      favourite.mutate({ id: template.id, favourite: !template.favourite }),
    unpause: (template: Template) => unpause.mutate({ id: template.id }),
    synchronise: () => synchronise.mutate({}),
  };
}
