// What can be done with a campaign, from its page.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import { confirm } from '#web/ui/confirm.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';

export function useCampaignActions() {
  const t = useTranslations('campaigns');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.campaigns.key() });
  const options = { onError: (error: unknown) => toastFailed(error), onSuccess: refresh };
  const openCopy = {
    ...options,
    onSuccess: async (copy: Campaign) => {
      await refresh();
      toastDone(t('cloned'));
      await navigate({ to: '/campaigns/$id', params: { id: copy.id } });
    },
  };
  const pause = useMutation(api.campaigns.pause.mutationOptions(options));
  const resume = useMutation(api.campaigns.resume.mutationOptions(options));
  const edit = useMutation(api.campaigns.unschedule.mutationOptions(options));
  const cancel = useMutation(api.campaigns.cancel.mutationOptions(options));
  const clone = useMutation(api.campaigns.clone.mutationOptions(openCopy));
  const retryFailed = useMutation(api.campaigns.retryFailed.mutationOptions(openCopy));
  const remove = useMutation(
    api.campaigns.delete.mutationOptions({
      ...options,
      onSuccess: async () => {
        await navigate({ to: '/campaigns' });
        await refresh();
        toastDone(t('deleted'));
      },
    }),
  );
  return {
    busy: [pause, resume, edit, cancel, clone, retryFailed, remove].some((mutation) => mutation.isPending),
    pause: ({ id }: Campaign) => pause.mutate({ id }),
    resume: ({ id }: Campaign) => resume.mutate({ id }),
    edit: ({ id }: Campaign) => edit.mutate({ id }),
    clone: ({ id }: Campaign) => clone.mutate({ id }),
    retryFailed: ({ id }: Campaign) => retryFailed.mutate({ id }),
    cancel: async ({ id, name, figures }: Campaign) => {
      const yes = await confirm({
        title: t('cancelTitle', { name }),
        text: t('cancelText', { count: figures.waiting + figures.queued }),
        confirm: t('cancel'),
        danger: true,
      });
      if (yes) cancel.mutate({ id });
    },
    remove: async ({ id, name }: Campaign) => {
      const yes = await confirm({
        title: t('deleteTitle', { name }),
        text: t('deleteText'),
        confirm: t('delete'),
        danger: true,
      });
      if (yes) remove.mutate({ id });
    },
  };
}
