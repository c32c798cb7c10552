// The front door of the guardian: its rules, its plan, and what a number may do.
export {
  type Allowance,
  allowanceOf,
  type PlanParameters,
  passDone,
  type Sender,
  type Stage,
  stageOf,
} from './allowance.ts';
export { lastCheck } from './check-wave.ts';
export type { Facts, Quality, Warmth, WordFinding } from './facts.ts';
export { warmthRank } from './gather-audience.ts';
export { judge } from './judge.ts';
export { afterDay, type Plan, type PlanFacts, type PlannedWave, planWaves, roomOf } from './plan.ts';
export { parametersOf, planParameters, type RuleSettings } from './plan-parameters.ts';
export { clearForStart, preflight, refuse } from './preflight.ts';
export { replan } from './replan.ts';
export { type BulkRoom, bulkRoom, logFullDay } from './restraint/bulk-room.ts';
export type { Hold, HoldReason } from './restraint/hold-of.ts';
export { logHolds, restrain } from './restraint/restrain.ts';
export type { Level, RuleId, Verdict } from './rules/rule.ts';
export { type Spoken, speak } from './rules/speak.ts';
export { sayVerdicts } from './say-verdicts.ts';
export type { GuardianReading, Send } from './send.ts';
export { readStanding, type Standing } from './standing.ts';
export { countBulk } from './watch/bulk-days.store.ts';
export { endPlan, takeBackFed } from './waves.store.ts';
export { makePlan, noteFed, presentWave, showPlan, type WaveTurn } from './waves.ts';
