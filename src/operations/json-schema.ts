// A shape of the contract as JSON Schema: what help, flags and tools for AI clients are made from.
import { z } from 'zod';

/** The part of JSON Schema (2020-12) that our contract makes use of. */
export type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  /** A secret: it goes in and never comes out. */
  writeOnly?: boolean;
};

/** What a field is for: as it says itself, or as what it may be besides null says. */
export function wordsOf({ description, anyOf = [] }: JsonSchema): string {
  const said = anyOf.filter(({ type }) => type !== 'null').map(wordsOf);
  return description ?? [...new Set(said)].filter((words) => words !== '').join('; ');
}

const NOTHING: JsonSchema = { type: 'object', properties: {} };

/**
 * `input`: what a caller writes, before defaults and transforms; throws for what JSON cannot say. `output`: what is
 * answered; of a transform nothing is known.
 */
export function toJsonSchema(shape: unknown, io: 'input' | 'output'): JsonSchema {
  if (!(shape instanceof z.ZodType)) return NOTHING;
  return z.toJSONSchema(shape, { io, unrepresentable: io === 'input' ? 'throw' : 'any' }) as JsonSchema;
}
