// The number as it will be when a scheduled campaign starts, as far as time alone changes it. Pure.
import type { PlanParameters, Sender } from './allowance.ts';
import { afterDay } from './plan.ts';

/**
 * After so many days without bulk. A rest that is over by then is taken to have helped: the guardian looks again at the
 * start, and pauses the campaign where it did not.
 */
export function senderIn(sender: Sender, days: number, p: PlanParameters): Sender {
  let later = sender;
  for (let day = 0; day < days; day++) later = afterDay(later, 0);
  const rested = sender.stoppedDays > 0 && sender.stoppedDays <= days;
  if (!rested) return later;
  return {
    ...later,
    quality: later.quality === 'low' ? 'unknown' : later.quality,
    recoveryDays: Math.max(later.recoveryDays, p.recovery.days - (days - sender.stoppedDays)),
  };
}
