// Pairs the operations on the guardian's rules with their handlers.
import { pair } from '#operations/handle.ts';
import { guardianContract } from './guardian.contract.ts';
import { declareProven } from './operations/declare-proven.ts';
import { listRules } from './operations/list-rules.ts';
import { setRule } from './operations/set-rule.ts';

export const guardianOperations = pair(guardianContract, { rules: listRules, setRule, declareProven });
