// Changes one ticket at once, field by field, and brings the pages up to date.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client } from '#web/api.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { toastFailed } from '#web/ui/toast.tsx';

export type TicketChanges = Omit<Parameters<typeof client.tickets.update>[0], 'key'>;

export function useTicketChange(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (changes: TicketChanges) => client.tickets.update({ key: id, ...changes }),
    onSuccess: async (ticket) => {
      queryClient.setQueryData(api.tickets.get.queryKey({ input: { key: id } }), ticket);
      await queryClient.invalidateQueries({ queryKey: api.tickets.key() });
    },
    onError: (error) => {
      // What one field is to blame for stands at that field.
      if (toApiFailure(error).fields.length === 0) toastFailed(error);
    },
  });
}
