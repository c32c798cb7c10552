// Changes one deal at once, field by field, and brings the pages up to date.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api, client } from '#web/api.ts';
import { ApiFailure, toApiFailure } from '#web/api-failure.ts';
import { unshownFields } from '#web/ui/form-failure.ts';
import { toastFailed } from '#web/ui/toast.tsx';

export type DealChanges = Omit<Parameters<typeof client.deals.update>[0], 'key'>;

/** `shownAtFields`: the inputs that say themselves what they are to blame for. */
export function useDealChange(id: string, shownAtFields: readonly string[]) {
  const updated = useDealUpdated(id);
  return useMutation({
    mutationFn: (changes: DealChanges) => client.deals.update({ key: id, ...changes }),
    onSuccess: updated,
    onError: (error) => {
      const failure = toApiFailure(error);
      const rest = unshownFields(failure, shownAtFields);
      if (failure.fields.length === 0) toastFailed(failure);
      else if (rest.length > 0)
        toastFailed(new ApiFailure({ ...failure, message: rest.map(({ message }) => message).join(' ') }));
    },
  });
}

/** Shows the deal as it is now, and has everything else about deals asked again. */
export function useDealUpdated(id: string) {
  const queryClient = useQueryClient();
  return useCallback(
    async (deal: Deal) => {
      queryClient.setQueryData(api.deals.get.queryKey({ input: { key: id } }), deal);
      await queryClient.invalidateQueries({ queryKey: api.deals.key() });
    },
    [queryClient, id],
  );
}
