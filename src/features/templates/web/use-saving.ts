// Saving and submitting from the editor: a new template gets its address, refusals go to their fields.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Template } from '#features/templates/templates.contract.ts';
import { api, client } from '#web/api.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { confirm } from '#web/ui/confirm.ts';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import type { EditorDraft } from './editor-draft.ts';

export function useSaving(template: Template | null, draft: EditorDraft, initial: EditorDraft) {
  const t = useTranslations('templateEditor');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const isDirty = draft !== initial && JSON.stringify(draft) !== JSON.stringify(initial);
  /** Set while we ourselves lead away: nothing is lost then. */
  const leaving = useRef(false);
  useBlocker({
    shouldBlockFn: async () => {
      if (!isDirty || leaving.current) return false;
      return !(await confirm({
        title: t('leaveTitle'),
        text: t('leaveText'),
        confirm: t('leave'),
        danger: true,
      }));
    },
    enableBeforeUnload: () => isDirty && !leaving.current,
  });

  const store = async (): Promise<Template> => {
    const { media, variableFormat, accountId, ...rest } = draft;
    const input = {
      ...rest,
      content: rest.content as Template['content'],
      media: Object.fromEntries(Object.entries(media).map(([key, file]) => [key, file.fileId])),
    };
    return template
      ? client.templates.update({ ...input, id: template.id })
      : client.templates.create({ ...input, variableFormat, accountId });
  };
  const settle = async (saved: Template, to: 'editor' | 'list') => {
    queryClient.setQueryData(api.templates.get.queryKey({ input: { id: saved.id } }), saved);
    await queryClient.invalidateQueries({ queryKey: api.templates.key() });
    leaving.current = true;
    if (to === 'list') await navigate({ to: '/templates', search: { open: saved.id } });
    else await navigate({ to: '/templates/$id', params: { id: saved.id }, replace: true });
    leaving.current = false;
  };
  const onError = (error: unknown) => {
    if (toApiFailure(error).fields.length === 0) toastFailed(error);
  };

  const save = useMutation({
    mutationFn: store,
    onError,
    onSuccess: async (saved) => {
      toastDone(t('saved'));
      await settle(saved, 'editor');
    },
  });
  const submit = useMutation({
    mutationFn: async () => {
      const saved = isDirty || template === null ? await store() : template;
      try {
        return { saved: await client.templates.submit({ id: saved.id }), error: null };
      } catch (error) {
        // The draft is kept: what failed is only the handing in.
        return { saved, error };
      }
    },
    onError,
    onSuccess: async ({ saved, error }) => {
      if (error === null) toastDone(t('submitted'));
      else toastFailed(error);
      await settle(saved, error === null ? 'list' : 'editor');
    },
  });
  const discard = useMutation(
    api.templates.discardEdit.mutationOptions({ onError, onSuccess: (saved) => settle(saved, 'list') }),
  );

  return {
    isDirty,
    isSaving: save.isPending,
    isSubmitting: submit.isPending,
    save: () => save.mutate(),
    submit: async () => {
      const yes = await confirm({
        title: t('submitTitle', { name: draft.name }),
        text: t(template?.status === 'approved' ? 'submitEditText' : 'submitText'),
        confirm: t('submit'),
      });
      if (yes) submit.mutate();
    },
    discard: () => template && discard.mutate({ id: template.id }),
    /** What the server said about a field when it refused. */
    refusal: (path: string) => fieldError(save.error ?? submit.error, path),
  };
}
