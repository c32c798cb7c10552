// Adds to the OpenAPI document what only the contract's metadata knows: permission, group, safe repetition, refusals.
import type { AnyContractRouter, ContractProcedure } from '@orpc/contract';
import type { OperationMeta } from '#operations/operation.ts';

// biome-ignore lint/suspicious/noExplicitAny: the library's own bounds
type Operation = ContractProcedure<any, any, any, any>;
type Described = Record<string, unknown> & {
  operationId?: string;
  parameters?: unknown[];
  responses?: Record<string, unknown>;
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Any text of yours: a repeated call with the same key answers what the first one did.',
  schema: { type: 'string', maxLength: 200 },
};
export const REFUSAL = {
  description: 'Refused: one shape for every error',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
};

/** Changes `document` in place; operations are found by their id, `<feature>.<name>`. */
export function annotateOperations(
  document: { paths?: Record<string, Record<string, Described>> },
  contract: AnyContractRouter,
): void {
  const features = contract as unknown as Record<string, Record<string, Operation>>;
  for (const methods of Object.values(document.paths ?? {})) {
    for (const described of Object.values(methods)) {
      const [feature = '', name = ''] = (described.operationId ?? '').split('.');
      const procedure = features[feature]?.[name];
      if (!procedure) continue;
      const { permission, creates } = procedure['~orpc'].meta as OperationMeta;
      described.tags = [feature];
      described['x-permission'] = permission;
      if (permission === 'anyone') described.security = [];
      if (creates) described.parameters = [...(described.parameters ?? []), IDEMPOTENCY_KEY];
      described.responses = { ...described.responses, default: REFUSAL };
    }
  }
}
