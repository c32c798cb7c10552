// Reads fields of JSON that others wrote: what is missing or of another type is undefined, never an error.

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object, or an empty one. */
export function part(from: Json, key: string): Json {
  const value = from[key];
  return isObject(value) ? value : {};
}

/** The objects of a list; one object alone counts as a list of one. */
export function parts(from: Json, key: string): Json[] {
  const value = from[key];
  if (isObject(value)) return [value];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A string, or a number written as one; an empty string counts as missing. */
export function text(from: Json, key: string): string | undefined {
  const value = from[key];
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** A finite number, also from a string that holds nothing else. */
export function number(from: Json, key: string): number | undefined {
  const value = from[key];
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

export function flag(from: Json, key: string): boolean | undefined {
  const value = from[key];
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'boolean' ? value : undefined;
}

/** Seconds (or, when too large for that, milliseconds) since 1970, as a string or number. */
export function time(from: Json, key: string): Date | undefined {
  const value = number(from, key);
  if (value === undefined || value <= 0) return undefined;
  const date = new Date(value > 1e11 ? value : value * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** The object without keys whose value is undefined: the same one when it has none. */
export function present<const T extends object>(value: T): T {
  for (const key in value) if (value[key] === undefined) return withoutUndefined(value);
  return value;
}

function withoutUndefined<T extends object>(value: T): T {
  const kept: Partial<T> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept as T;
}
