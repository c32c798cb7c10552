// All rules, in the order of their ids.
import { ownedLists } from './r01-owned-lists.ts';
import { warmUp } from './r02-warm-up.ts';
import { warmPeopleFirst } from './r03-warm-people-first.ts';
import { growth } from './r04-growth.ts';
import { lookBeforeNext } from './r05-look-before-next.ts';
import { lowQualityPause } from './r06-low-quality-pause.ts';
import { recovery } from './r07-recovery.ts';
import { unsubscribe } from './r08-unsubscribe.ts';
import { verificationFirst } from './r09-verification-first.ts';
import { oneFirstMessage } from './r10-one-first-message.ts';
import { silenceSpacing } from './r11-silence-spacing.ts';
import { dailyFrequency } from './r12-daily-frequency.ts';
import { templateAgeing } from './r13-template-ageing.ts';
import { spamWording } from './r14-spam-wording.ts';
import { valueMix } from './r15-value-mix.ts';
import { dailyLimit } from './r16-daily-limit.ts';
import { bigSends } from './r17-big-sends.ts';
import { clearSender } from './r18-clear-sender.ts';
import { consent } from './r19-consent.ts';
import { selfTest } from './r20-self-test.ts';
import type { Rule, RuleId } from './rule.ts';

export const rules: readonly Rule[] = [
  ownedLists,
  warmUp,
  warmPeopleFirst,
  growth,
  lookBeforeNext,
  lowQualityPause,
  recovery,
  unsubscribe,
  verificationFirst,
  oneFirstMessage,
  silenceSpacing,
  dailyFrequency,
  templateAgeing,
  spamWording,
  valueMix,
  dailyLimit,
  bigSends,
  clearSender,
  consent,
  selfTest,
];

/** Throws when there is no such rule. */
export function ruleById(id: RuleId): Rule {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}
