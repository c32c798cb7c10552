// Changes one deal at once, field by field, and brings the pages up to date.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client } from '#web/api.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { toastFailed } from '#web/ui/toast.tsx';

export type DealChanges = Omit<Parameters<typeof client.deals.update>[0], 'key'>;

export function useDealChange(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (changes: DealChanges) => client.deals.update({ key: id, ...changes }),
    onSuccess: async (deal) => {
      queryClient.setQueryData(api.deals.get.queryKey({ input: { key: id } }), deal);
      await queryClient.invalidateQueries({ queryKey: api.deals.key() });
    },
    onError: (error) => {
      // What one field is to blame for stands at that field.
      if (toApiFailure(error).fields.length === 0) toastFailed(error);
    },
  });
}
