// What an input of per cent holds: a whole number, or nothing.

/** `value` as the input reports it; a text that is no number yet, such as a lone minus, is nothing. */
export function readPercent(value: string | number): number | '' {
  return typeof value === 'number' ? value : '';
}
