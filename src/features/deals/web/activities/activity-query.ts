// What the page of activities shows: as it stands in the address, and as the server is asked.
import type { Activity } from '#features/deals/deal-activities.contract.ts';

export type ActivitySearch = {
  /** Left out: everything that is to be done. */
  due?: 'overdue' | 'today' | 'planned' | 'done';
  /** A member's id or `all`; left out: one's own. */
  by?: string;
  kind?: Activity['kind'];
  pipeline?: string;
};

export const noActivityFilters = { due: null, by: null, kind: null, pipeline: null };

/** What narrows list and counts alike. */
export function whoseOf({ by, kind, pipeline }: ActivitySearch) {
  return {
    ...(by === 'all' ? {} : { ownerId: by ?? 'me' }),
    ...(kind ? { kind } : {}),
    ...(pipeline ? { pipelineId: pipeline } : {}),
  };
}

export function listOf(search: ActivitySearch) {
  const { due } = search;
  return {
    ...whoseOf(search),
    ...(due === 'done' ? { state: 'done' as const } : due ? { when: due } : {}),
  };
}
