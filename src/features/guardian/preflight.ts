// Before a send starts: every rule's verdict in words, the plan, and what still stands in the way.
import { audit } from '#features/people/people.ts';
import { AppError, conflict } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Facts } from './facts.ts';
import { gatherFacts } from './gather-facts.ts';
import { type AnswerRow, readAnswers, ruleSettings, writeAnswer } from './guardian.store.ts';
import { judgeVariants, type VariantVerdict } from './judge.ts';
import type { Preflight, PreflightVerdict, Reasons } from './preflight.contract.ts';
import { ruleById } from './rules/registry.ts';
import type { RuleId, Verdict } from './rules/rule.ts';
import { speak } from './rules/speak.ts';
import type { GuardianReading, Send } from './send.ts';

/** A reason holds while there is at most a tenth more of what it was given for. */
const HOLDS_FOR = 1.1;

export async function preflight(call: GuardianReading, send: Send): Promise<Preflight> {
  const settings = await ruleSettings(call);
  const answers = send.campaignId ? await readAnswers(call, send.campaignId) : new Map();
  const { facts, variants, plan, allowedToday } = await gatherFacts(call, send, settings, answers.has('R20'));
  const verdicts = judgeVariants(variants, settings).map((verdict) =>
    show(verdict, answers.get(verdict.rule)),
  );
  return {
    verdicts,
    mayStart: verdicts.every(isSettled),
    people: facts.audience.people,
    stage: facts.stage,
    allowedToday,
    plan: planned(facts, plan),
  };
}

/** With an unbounded number everybody goes at once: a plan of one wave. */
function planned(facts: Facts, plan: Preflight['plan']): Preflight['plan'] {
  return facts.audience.people === 0 ? { waves: [], finishesOn: null } : plan;
}

function show(verdict: VariantVerdict, answer: AnswerRow | undefined): PreflightVerdict {
  const holds = answer && answer.says === verdict.says && verdict.measure <= answer.measure * HOLDS_FOR;
  return {
    ...verdict,
    ...speak(verdict),
    endedBy: endedBy(verdict),
    answer: holds ? { reason: answer.reason, by: nameOf(answer), at: answer.at.toISOString() } : null,
  };
}

const nameOf = ({ actor }: AnswerRow) => actor.name;

/** Restraint holds people back by these; a reason lets them have the message, also in a send too small to ask for it. */
const HOLD_BACK: ReadonlySet<RuleId> = new Set(['R10', 'R11', 'R12']);

function endedBy({ rule, outcome }: Verdict): PreflightVerdict['endedBy'] {
  if (outcome === 'warn' || (outcome === 'inform' && HOLD_BACK.has(rule))) return 'administrator';
  return outcome === 'block' ? ruleById(rule).blockEndedBy : null;
}

function isSettled({ outcome, answer }: PreflightVerdict): boolean {
  return outcome === 'pass' || outcome === 'inform' || answer !== null;
}

/**
 * Takes the reasons given, notes them (audit log: rule, figures, person), and refuses while something stands in the
 * way: `preflight_blocked`, or `preflight_unanswered` with the verdicts that lack a reason.
 */
export async function clearForStart(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor' | 'permissions'>,
  send: Send & { campaignId: string },
  reasons: Reasons = [],
): Promise<void> {
  const found = await preflight(call, send);
  const given = new Map(reasons.map(({ rule, reason }) => [rule, reason]));
  for (const verdict of found.verdicts) {
    const reason = given.get(verdict.rule);
    // Whether one would report the message is asked of everybody, and not demanded.
    const asked = verdict.rule === 'R20' && verdict.outcome !== 'pass';
    const welcome = asked || (verdict.outcome === 'inform' && verdict.endedBy !== null);
    if (reason === undefined || (isSettled(verdict) && !welcome)) continue;
    if (!asked) mayAnswer(call, verdict);
    await note(call, send.campaignId, verdict, reason);
    given.delete(verdict.rule);
    verdict.answer = { reason, by: call.actor.name, at: call.now.toISOString() };
  }
  refuse(found);
}

/** Throws where something stands in the way. */
export function refuse({ verdicts }: Preflight): void {
  const open = verdicts.filter((verdict) => !isSettled(verdict));
  if (open.length === 0) return;
  const blocks = open.filter((verdict) => verdict.outcome === 'block');
  const named = blocks.length > 0 ? blocks : open;
  const text = named.map((verdict) => [verdict.text, verdict.todo].filter(Boolean).join(' ')).join(' ');
  throw blocks.length > 0
    ? conflict('preflight_blocked', `The guardian stops this. ${text}`, { verdicts: open })
    : conflict('preflight_unanswered', `The guardian asks for a reason. ${text}`, { verdicts: open });
}

function mayAnswer(
  { permissions }: Pick<Call, 'permissions'>,
  { endedBy: who, rule, title }: PreflightVerdict,
): void {
  const details = { rule };
  if (who === 'nobody')
    throw conflict('preflight_blocked', `Nobody can go on in spite of “${title}”.`, details);
  if (who === 'owner' && !permissions.has('owners:write'))
    throw new AppError('forbidden', `Only the owner may go on in spite of “${title}”.`, { details });
  if (!permissions.has('guardian:write'))
    throw new AppError('forbidden', `Only an administrator may go on in spite of “${title}”.`, { details });
}

async function note(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>,
  campaignId: string,
  verdict: PreflightVerdict,
  reason: string,
): Promise<void> {
  const { rule, says, outcome, measure, numbers, text } = verdict;
  const level = outcome === 'pass' ? 'inform' : outcome;
  await writeAnswer(call, campaignId, { rule: rule as RuleId, says, level, measure, numbers, reason });
  await audit.record(call, {
    action: 'campaign.warning_overruled',
    subjectType: 'campaign',
    subjectId: campaignId,
    details: { rule, level, numbers, text, reason },
  });
}
