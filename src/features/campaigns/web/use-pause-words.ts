// Says why a campaign stands still, in the person's language: a failure, or rules of the guardian by their titles.
import { useTranslations } from 'use-intl';
import type { CampaignSummary } from '#features/campaigns/campaigns.contract.ts';
import { useFailureWords } from '#features/sending/web/use-failure-words.ts';

export function usePauseWords(): (reason: NonNullable<CampaignSummary['pausedReason']>) => string {
  const t = useTranslations('campaignWaits');
  const rules = useTranslations('guardianRules') as unknown as (key: string) => string;
  const speak = useFailureWords();
  return (reason) => {
    const { kind, params } = reason;
    if ((kind !== 'preflight_blocked' && kind !== 'preflight_unanswered') || !params.rules)
      return speak(reason);
    const titles = String(params.rules)
      .split(' ')
      .map((rule) => `“${rules(`${rule}.title`)}”`)
      .join(', ');
    return t(`paused.${kind}`, { rules: titles });
  };
}
