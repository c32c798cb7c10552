// Why a row was refused, in the person's language. Pure.

/** A row may be refused for several reasons, a sentence each. */
export function reasonInWords(reason: string, inWords: (sentence: string) => string): string {
  const whole = inWords(reason);
  if (whole !== reason) return whole;
  return reason
    .split(/(?<=\.) /)
    .map(inWords)
    .join(' ');
}
