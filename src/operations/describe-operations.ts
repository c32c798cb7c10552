// Every operation of a contract with what its doors need to know: how it is called, who may, what it is for.
import type { AnySchema, ContractProcedure } from '@orpc/contract';
import { type JsonSchema, toJsonSchema } from './json-schema.ts';
import type { OperationMeta } from './operation.ts';

export type Fault = { path: string[]; message: string };

export type OperationDescription = OperationMeta & {
  /** Key of the feature in the contract, e.g. `dealActivities`. */
  group: string;
  /** Key of the operation within it, e.g. `deleteMany`. */
  name: string;
  method: string;
  /** Below the API's address, with `{id}` and the like. */
  path: string;
  /** Fields of the input that stand in the path, in its order. */
  inPath: string[];
  summary: string;
  description: string | undefined;
  input(): JsonSchema;
  output(): JsonSchema;
  /** What is wrong with `input` by the contract alone; empty when nothing is. */
  faultsOf(input: unknown): Promise<Fault[]>;
};

/** In the order of the contract. */
export function describeOperations(contract: object): OperationDescription[] {
  return Object.entries(contract as Record<string, Record<string, Operation>>).flatMap(
    ([group, operations]) =>
      Object.entries(operations).map(([name, operation]) => describe(group, name, operation)),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: the library's own bounds
type Operation = ContractProcedure<any, any, any, any>;

function describe(group: string, name: string, operation: Operation): OperationDescription {
  const { route, meta, inputSchema, outputSchema } = operation['~orpc'];
  const { method = 'POST', path = '', summary = '', description } = route;
  return {
    ...(meta as OperationMeta),
    ...{ group, name, method, path, summary, description },
    inPath: [...path.matchAll(/\{\+?([^}]+)\}/g)].map((match) => match[1]!),
    input: once(() => toJsonSchema(inputSchema, 'input')),
    output: once(() => toJsonSchema(outputSchema, 'output')),
    async faultsOf(input) {
      const schema = inputSchema as AnySchema | undefined;
      const read = await schema?.['~standard'].validate(input);
      return (read?.issues ?? []).map(({ message, path: at = [] }) => ({
        message,
        path: at.map((part) => String(typeof part === 'object' ? part.key : part)),
      }));
    },
  };
}

/** Most descriptions are looked at by nobody, some many times. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
