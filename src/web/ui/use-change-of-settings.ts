// Runs a change of a feature's settings, says that it is done, and has what depends on it asked again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastDone } from './toast.tsx';

export type SettingsChange = { onDone?: () => void; onError?: (error: unknown) => void };

/** `parts`: what of the API is asked again. `done`: what to say when it went well; null: nothing. */
export function useChangeOfSettings<V>(
  parts: readonly { key(): readonly unknown[] }[],
  run: (value: V) => Promise<unknown>,
  { done, onDone, onError }: SettingsChange & { done: string | null },
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      if (done !== null) toastDone(done);
      onDone?.();
      await Promise.all(parts.map((part) => queryClient.invalidateQueries({ queryKey: part.key() })));
    },
    ...(onError ? { onError } : {}),
  });
}
