// Finds the addresses in what was written.

const LINK = /(?:https?:\/\/|www\.)[^\s<>"']+/gi;
/** Signs that end a sentence, not an address. */
const TRAILING = /[.,;:!?)\]}*_~»”’]+$/;

/** Addresses in the order in which they stand, each once, complete with `https://`; at most 20. */
export function linksIn(text: string): string[] {
  const found = (text.match(LINK) ?? [])
    .map((link) => link.replace(TRAILING, ''))
    .map((link) => (/^www\./i.test(link) ? `https://${link}` : link))
    .filter((link) => URL.canParse(link));
  return [...new Set(found)].slice(0, 20);
}
