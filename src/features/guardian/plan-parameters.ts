// The numbers that the sending plan goes by, taken from the rules that state them.
import type { PlanParameters } from './allowance.ts';
import { ruleById } from './rules/registry.ts';
import type { RuleId } from './rules/rule.ts';

/** What a workspace changed, by rule; what it did not is missing. */
export type RuleSettings = Partial<Record<RuleId, Record<string, number | boolean>>>;

/** The parameters of one rule: the workspace's, else the rule's own. Stored values that no longer fit are passed over. */
export function parametersOf(rule: RuleId, settings: RuleSettings = {}): Record<string, number | boolean> {
  const { parameters } = ruleById(rule);
  const own = parameters.safeParse(settings[rule] ?? {});
  return (own.success ? own.data : parameters.parse({})) as Record<string, number | boolean>;
}

export function planParameters(settings: RuleSettings = {}): PlanParameters {
  const of = (rule: RuleId) => parametersOf(rule, settings) as Record<string, number>;
  const [week, weeks, grown, check, pause, recovery] = [
    of('R2'),
    of('R3'),
    of('R4'),
    of('R5'),
    of('R6'),
    of('R7'),
  ];
  return {
    firstWeek: {
      perDay: week.perDay!,
      coldPerDay: Math.min(week.coldPerDay!, week.perDay!),
      sendingDays: week.sendingDays!,
    },
    firstWeeks: { perDay: weeks.perDay! },
    grown: {
      perDay: grown.perDay!,
      passShare: grown.passShare!,
      passPeople: grown.passPeople!,
      provenDays: grown.provenDays!,
      provenLimit: grown.provenLimit!,
      growth: grown.growth!,
    },
    check: { hours: check.hours! },
    pause: { days: pause.days! },
    recovery: { perDay: recovery.perDay!, days: recovery.days! },
  };
}
