// The guardian's view of a campaign in the making, and the reasons that the person gives.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  CampaignAudience,
  CampaignSplit,
  CampaignVariables,
} from '#features/campaigns/campaigns.contract.ts';
import type { Preflight, PreflightVerdict, Reasons } from '#features/guardian/preflight.contract.ts';
import { api } from '#web/api.ts';

type Asked = {
  id: string | undefined;
  numberId: string | null;
  templateId: string | null;
  variables: CampaignVariables;
  audience: CampaignAudience;
  planned: boolean;
  split: CampaignSplit | null;
  /** `YYYY-MM-DDTHH:mm` in the workspace's zone; null: at once. */
  at: string | null;
};

const SHORTEST_REASON = 5;

export function usePreflight({ id, split: typed, at, ...draft }: Asked, enabled: boolean) {
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const asks = enabled && draft.numberId !== null && draft.templateId !== null;
  const split = finishedSplit(typed);
  const query = useQuery({
    ...api.campaigns.preflight.queryOptions({
      input: { ...draft, split, ...(id ? { id } : {}), ...(at ? { at: `${at}:00` } : {}) },
    }),
    enabled: asks,
    placeholderData: (before: Preflight | undefined) => before,
  });
  const found = asks ? query.data : undefined;
  const given = givenReasons(reasons);
  const open = openVerdicts(found?.verdicts ?? [], given);
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

/** A variant without a template cannot be looked at yet. */
export function finishedSplit(typed: CampaignSplit | null): CampaignSplit | null {
  return typed?.others.every((other) => other.templateId !== '') ? typed : null;
}

/** The reasons that are long enough, as the start of a campaign takes them. */
export function givenReasons(reasons: Readonly<Record<string, string>>): Reasons {
  return Object.entries(reasons)
    .map(([rule, reason]) => ({ rule: rule as Reasons[number]['rule'], reason: reason.trim() }))
    .filter(({ reason }) => reason.length >= SHORTEST_REASON);
}

/** What still stands in the way. */
export function openVerdicts(verdicts: readonly PreflightVerdict[], given: Reasons): PreflightVerdict[] {
  return verdicts.filter(
    ({ rule, outcome, answer, endedBy }) =>
      (outcome === 'block' || outcome === 'warn') &&
      answer === null &&
      (endedBy === 'nobody' || !given.some((each) => each.rule === rule)),
  );
}
