// Says in a few words what a schema takes: its type, its limits, its choices. Pure.
import type { Schema } from './openapi.ts';

/** Variants of a schema without `null`, and whether null is among them. */
export function variantsOf(schema: Schema): { variants: Schema[]; nullable: boolean } {
  const given = schema.anyOf ?? schema.oneOf;
  if (!given) {
    const types = Array.isArray(schema.type) ? schema.type : undefined;
    if (!types) return { variants: [schema], nullable: false };
    const kept = types.filter((type) => type !== 'null');
    return {
      variants: [{ ...schema, type: kept.length === 1 ? kept[0] : kept }],
      nullable: kept.length < types.length,
    };
  }
  const variants = given.filter((one) => one.type !== 'null');
  return { variants, nullable: variants.length < given.length };
}

/** `string (uuid)`, `array of object`, `"draft" | "approved"`. */
export function typeWords(schema: Schema): string {
  const { variants, nullable } = variantsOf(schema);
  const words = variants.map(plainType);
  return [...new Set(nullable ? [...words, 'null'] : words)].join(' | ');
}

function plainType(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? 'object';
  if (schema.anyOf ?? schema.oneOf) return typeWords(schema);
  if (schema.type === 'array' || schema.items) {
    return typeof schema.items === 'object' ? `array of ${typeWords(schema.items)}` : 'array';
  }
  if (schema.type === 'object' || schema.properties || schema.additionalProperties) {
    if (schema.properties || typeof schema.additionalProperties !== 'object') return 'object';
    return `map of ${typeWords(schema.additionalProperties)}`;
  }
  if (schema.type === undefined) return 'anything';
  return schema.format ? `${schema.type} (${schema.format})` : String(schema.type);
}

/** `at most 200`, `default 50`, `matches ^[a-z]+$`. */
export function limitWords(schema: Schema): string[] {
  const { variants } = variantsOf(schema);
  const words: string[] = [];
  for (const one of variants.length === 1 ? variants : []) {
    const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern } = one;
    const largest = Number.MAX_SAFE_INTEGER;
    if (minimum !== undefined && minimum > -largest) words.push(`≥ ${minimum}`);
    if (maximum !== undefined && maximum < largest) words.push(`≤ ${maximum}`);
    if (minLength) words.push(`≥ ${minLength} characters`);
    if (maxLength !== undefined) words.push(`≤ ${maxLength} characters`);
    if (minItems) words.push(`≥ ${minItems} items`);
    if (maxItems !== undefined) words.push(`≤ ${maxItems} items`);
    if (pattern && !one.format) words.push(`matches ${pattern}`);
  }
  if (schema.default !== undefined) words.push(`default ${JSON.stringify(schema.default)}`);
  return words;
}

/** The schemas inside, when there is something to unfold: properties of objects, of lists and of variants. */
export function innerObjects(schema: Schema): { label: string | null; schema: Schema }[] {
  const { variants } = variantsOf(schema);
  const several = variants.length > 1;
  return variants.flatMap((variant) => {
    if (variant.properties && Object.keys(variant.properties).length > 0)
      return [{ label: several ? variantLabel(variant) : null, schema: variant }];
    if (typeof variant.items === 'object') return innerObjects(variant.items);
    if (typeof variant.additionalProperties === 'object') return innerObjects(variant.additionalProperties);
    if (variant.anyOf ?? variant.oneOf) return innerObjects(variant);
    return [];
  });
}

/** A variant is best known by the word that tells it from the others: `kind: "url"`. */
function variantLabel(variant: Schema): string {
  const [name, told] =
    Object.entries(variant.properties ?? {}).find(([, property]) => property.const !== undefined) ?? [];
  if (name && told) return `${name}: ${JSON.stringify(told.const)}`;
  return Object.keys(variant.properties ?? {}).join(', ');
}
