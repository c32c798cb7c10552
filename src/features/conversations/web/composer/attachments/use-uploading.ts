// The answer whose files are on their way to the server: one in each conversation, also while one is in another.
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';

/** `send` runs to its end wherever one goes meanwhile. */
export function useUploading<Answer>(conversationId: string, send: (answer: Answer) => Promise<void>) {
  const mutationKey = ['answer', conversationId];
  const mutations = useQueryClient().getMutationCache();
  // Offline it fails at once instead of waiting for the line.
  const { mutate } = useMutation({ mutationKey, networkMode: 'always', mutationFn: send });
  const [last] = useMutationState({ filters: { mutationKey } }).slice(-1);
  return {
    /** As it is now: a second key press may come before what began is drawn. */
    isUnderWay: () => mutations.findAll({ mutationKey, status: 'pending' }).length > 0,
    /** Why the last one did not go. */
    error: last?.error ?? null,
    start: (answer: Answer) => mutate(answer),
    /** What did not go is no longer worth a word. */
    forget: () => {
      for (const failed of mutations.findAll({ mutationKey, status: 'error' })) mutations.remove(failed);
    },
  };
}
