// The guardian's view of a campaign in the making, and the reasons that the person gives.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CampaignAudience, CampaignVariables } from '#features/campaigns/campaigns.contract.ts';
import type { Preflight, Reasons } from '#features/guardian/preflight.contract.ts';
import { api } from '#web/api.ts';

type Asked = {
  id: string | undefined;
  numberId: string | null;
  templateId: string | null;
  variables: CampaignVariables;
  audience: CampaignAudience;
  planned: boolean;
};

const SHORTEST_REASON = 5;

export function usePreflight({ id, ...draft }: Asked, enabled: boolean) {
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const asks = enabled && draft.numberId !== null && draft.templateId !== null;
  const query = useQuery({
    ...api.campaigns.preflight.queryOptions({ input: { ...draft, ...(id ? { id } : {}) } }),
    enabled: asks,
    placeholderData: (before: Preflight | undefined) => before,
  });
  const found = asks ? query.data : undefined;
  const given: Reasons = Object.entries(reasons)
    .map(([rule, reason]) => ({ rule: rule as Reasons[number]['rule'], reason: reason.trim() }))
    .filter(({ reason }) => reason.length >= SHORTEST_REASON);
  const open = (found?.verdicts ?? []).filter(
    ({ rule, outcome, answer, endedBy }) =>
      (outcome === 'block' || outcome === 'warn') &&
      answer === null &&
      (endedBy === 'nobody' || !given.some((each) => each.rule === rule)),
  );
  return {
    found,
    reasons,
    /** As the start of a campaign takes them. */
    given,
    /** Nothing stands in the way as far as is known; the server has the last word. */
    clear: open.length === 0,
    setReason: (rule: string, reason: string) => setReasons((before) => ({ ...before, [rule]: reason })),
  };
}

export type PreflightState = ReturnType<typeof usePreflight>;
