// The reasons why deals are lost, as choices.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api.ts';
import type { Choice } from './use-deal-choices.ts';

/** `kept` is among them though it was deleted meanwhile. */
export function useLostReasons(kept: { id: string; name: string } | null = null): Choice[] {
  const reasons = useQuery(api.dealSettings.lostReasons.queryOptions({ input: {} })).data?.items ?? [];
  const all = kept && !reasons.some(({ id }) => id === kept.id) ? [...reasons, kept] : reasons;
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
