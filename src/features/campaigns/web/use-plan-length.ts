// Says how many days a sending plan takes and when it ends; null for one that is over on its first day, or never.
import { useFormatter, useTranslations } from 'use-intl';
import type { OfferedPlan } from '#features/guardian/preflight.contract.ts';

export function usePlanLength(): (plan: OfferedPlan | undefined) => string | null {
  const t = useTranslations('guardianPlan');
  const format = useFormatter();
  return (plan) => {
    if (!plan?.finishesOn || plan.waves.length < 2) return null;
    const last = new Date(`${plan.finishesOn}T12:00:00Z`);
    return t('takes', {
      days: plan.waves.length,
      date: format.dateTime(last, { dateStyle: 'medium', timeZone: 'UTC' }),
    });
  };
}
