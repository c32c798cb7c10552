// Runs a change of pipelines or stages, says that it is done, and has everything about deals asked again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { toastDone } from '#web/ui/toast.tsx';

export function useSettingsChange<V>(
  run: (value: V) => Promise<unknown>,
  options: { said?: 'saved' | 'deleted'; onDone?: () => void; onError?: (error: unknown) => void } = {},
) {
  const t = useTranslations('dealSettings');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      if (options.said) toastDone(t(options.said));
      options.onDone?.();
      await Promise.all(
        [api.pipelines, api.deals, api.dealSettings].map((part) =>
          queryClient.invalidateQueries({ queryKey: part.key() }),
        ),
      );
    },
    ...(options.onError ? { onError: options.onError } : {}),
  });
}
