// Gathers what the rules judge: a handful of queries over sets, none per person.
import { sql } from 'kysely';
import { allowanceOf, type PlanParameters, stageOf } from './allowance.ts';
import type { Facts } from './facts.ts';
import { gatherAudience, gatherSources } from './gather-audience.ts';
import { gatherMonth, gatherSender, gatherToday } from './gather-history.ts';
import { gatherTemplates } from './gather-template.ts';
import { type Plan, planWaves, roomOf } from './plan.ts';
import { parametersOf, planParameters, type RuleSettings } from './plan-parameters.ts';
import type { GuardianReading, Send } from './send.ts';
import { senderIn } from './sender-in.ts';

const DAY_MS = 24 * 3_600_000;

export type Gathered = {
  facts: Facts;
  /** The same for each variant of a test, `facts` first: they differ in their templates. */
  variants: readonly Facts[];
  plan: Plan;
  allowedToday: number | null;
};

/** Facts about the send, and the plan that they lead to; `planned` sends are judged by that plan's days. */
export async function gatherFacts(
  call: GuardianReading,
  send: Send,
  settings: RuleSettings,
  selfTest: boolean,
): Promise<Gathered> {
  const p = planParameters(settings);
  const audience = await gatherAudience(call, send, {
    warmDays: numberOf(settings, 'R3', 'warmDays'),
    silenceDays: numberOf(settings, 'R11', 'days'),
    perDay: numberOf(settings, 'R12', 'perDay'),
  });
  const { sender: present, lastSendAt } = await gatherSender(call, send.numberId, {
    massFrom: massFrom(settings),
    stoppedFor: p.pause.days,
  });
  const startsAt = send.startsAt ?? call.now;
  const days = Math.floor((startsAt.getTime() - call.now.getTime()) / DAY_MS);
  const sender = senderIn(present, days, p);
  const today = days > 0 ? { used: 0, bulk: 0 } : await gatherToday(call, send.numberId);
  const { used: usedToday, bulk: bulkToday } = today;
  const firstDay = await dayOf(call, startsAt);
  const plan = planWaves({ firstDay, audience, sender, usedToday, bulkToday }, p);
  const [template, ...others] = await gatherTemplates(call, [send, ...(send.others ?? [])]);
  const facts: Facts = {
    sender,
    stage: stageOf(sender, p),
    mass: audience.people >= massFrom(settings),
    today: {
      ...today,
      lastSendHoursAgo: lastSendAt && (startsAt.getTime() - lastSendAt.getTime()) / 3_600_000,
    },
    month: await gatherMonth(call),
    audience,
    sources: await gatherSources(call, send),
    template,
    plan: send.planned
      ? {
          days: plan.waves.length,
          largestDay: Math.max(0, ...plan.waves.map((wave) => wave.people)),
          firstDay: plan.waves[0]?.day === firstDay ? plan.waves[0].people + bulkToday : 0,
        }
      : null,
    selfTest,
  };
  const variants = [facts, ...others.map((other) => ({ ...facts, template: other }))];
  return { facts, variants, plan, allowedToday: allowedToday(facts, p) };
}

function allowedToday({ sender, today }: Facts, p: PlanParameters): number | null {
  const room = roomOf(allowanceOf(sender, p), { usedToday: today.used, bulkToday: today.bulk }, sender.limit);
  return Number.isFinite(room) ? room : null;
}

export function massFrom(settings: RuleSettings): number {
  return numberOf(settings, 'R5', 'massFrom');
}

function numberOf(settings: RuleSettings, rule: 'R3' | 'R5' | 'R11' | 'R12', name: string): number {
  return Number(parametersOf(rule, settings)[name]);
}

/** The day of the workspace at an instant, `YYYY-MM-DD`. */
export async function dayOf(call: GuardianReading, at: Date): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select to_char(${at}::timestamptz at time zone time_zone, 'YYYY-MM-DD') as day
    from workspaces where id = ${call.workspaceId}`.execute(call.tx);
  return rows[0]!.day;
}
