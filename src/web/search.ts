// Reads the search parameters of a page without a schema library: route files are part of the first load.

type Reader<T> = (value: unknown) => T | undefined;

/** Any text; numbers too, because the address does not tell them apart. */
export const text: Reader<string> = (value) =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/** One of the given words. */
export function oneOf<const V extends string>(...words: readonly V[]): Reader<V> {
  return (value) => words.find((word) => word === value);
}

/** A whole number, zero or more. */
export const count: Reader<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;

/** Present and true, or absent. */
export const flag: Reader<true> = (value) => (value === true || value === 'true' ? true : undefined);

/** Several texts. */
export const texts: Reader<string[]> = (value) => {
  const found = (Array.isArray(value) ? value : [value]).map(text).filter((item) => item !== undefined);
  return found.length > 0 ? found : undefined;
};

/** Several of the given words. */
export function severalOf<const V extends string>(...words: readonly V[]): Reader<V[]> {
  return (value) => {
    const found = words.filter((word) => texts(value)?.includes(word));
    return found.length > 0 ? found : undefined;
  };
}

type Values<R> = { [K in keyof R]?: R[K] extends Reader<infer T> ? T : never };

/** `validateSearch` of a route: keeps what the readers understand, drops the rest. */
export function searchOf<R extends Record<string, Reader<unknown>>>(readers: R) {
  return (search: Record<string, unknown>): Values<R> =>
    Object.fromEntries(
      Object.entries(readers).flatMap(([key, read]) => {
        const value = read(search[key]);
        return value === undefined ? [] : [[key, value]];
      }),
    ) as Values<R>;
}
