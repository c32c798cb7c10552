// Who can own a deal, as choices.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api.ts';

export type Choice = { value: string; label: string };

export function useMemberChoices(): Choice[] {
  const members = useQuery(api.members.list.queryOptions({ input: { limit: 200 } }));
  return (members.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
}
