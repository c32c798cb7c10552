// What a short link may lead to: an address of the web that the workspace wrote, with UTM parameters and contact fields.
import type { Utm } from './links.contract.ts';

export const LONGEST_DESTINATION = 2_000;

/** Why a link may not lead there, in words, or null. Fields may stand behind the host only: no value changes it. */
export function obstacleToDestination(text: string): string | null {
  if (text.length > LONGEST_DESTINATION) return `A link has at most ${LONGEST_DESTINATION} characters.`;
  if (!/^https?:\/\//i.test(text)) return 'Write the whole address, beginning with https://';
  const host = /^https?:\/\/([^/?#]*)/i.exec(text)![1]!;
  if (host.includes('@')) return 'A link must not carry a name or a password before its host.';
  if (host.includes('%') || host.includes('{'))
    return 'Contact fields may stand in a link only behind its host.';
  if (/[\s\\]/.test(text)) return 'A link must not contain spaces or backslashes.';
  try {
    new URL(text.replaceAll('%%', ''));
    return null;
  } catch {
    return 'This is not an address of the web.';
  }
}

/** Adds the parameters that the address does not carry yet; what follows # stays at the end. */
export function withUtm(address: string, utm: Utm | null | undefined): string {
  if (!utm) return address;
  const [front = '', ...fragment] = address.split('#');
  const given = new Set([...front.matchAll(/[?&](utm_[a-z]+)=/g)].map((match) => match[1]));
  const added = (['source', 'medium', 'campaign', 'term', 'content'] as const)
    .filter((name) => utm[name] && !given.has(`utm_${name}`))
    .map((name) => `utm_${name}=${encodeURIComponent(utm[name]!)}`);
  if (added.length === 0) return address;
  const query = front.includes('?') ? front.slice(front.indexOf('?') + 1) : null;
  const joint = query === null ? '?' : query === '' || query.endsWith('&') ? '' : '&';
  return [front + joint + added.join('&'), ...fragment].join('#');
}

/** Pieces of a text: what is an address of the web, and what is not. Marks at an address's end belong to the sentence. */
export function splitAtAddresses(text: string): { text: string; address: boolean }[] {
  const pieces: { text: string; address: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'“”‘’«»]+/gi)) {
    const address = match[0].replace(/[.,;:!?)\]}*_~…]+$/, '');
    if (obstacleToDestination(address) !== null) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), address: false });
    pieces.push({ text: address, address: true });
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), address: false });
  return pieces;
}
