// Finds links that hide where they lead.

/** Hosts of public link shorteners; our own short links are on the business's own address. */
const HOSTS: ReadonlySet<string> = new Set([
  'bit.ly',
  'bitly.com',
  'tinyurl.com',
  'goo.gl',
  't.co',
  'ow.ly',
  'is.gd',
  'v.gd',
  'buff.ly',
  'cutt.ly',
  'rb.gy',
  'rebrand.ly',
  'short.io',
  'shorturl.at',
  't.ly',
  'tiny.cc',
  'bl.ink',
  'lnkd.in',
  's.id',
  'shorte.st',
  'adf.ly',
  'soo.gd',
  'clck.ru',
  'qrco.de',
  'urlz.fr',
  'acortar.link',
  'wa.me',
  'wa.link',
]);

const LINK = /(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#][^\s]*)?/gi;

export function findShortLinks(text: string): { start: number; end: number }[] {
  return [...text.matchAll(LINK)]
    .filter((match) => HOSTS.has(match[1]!.toLowerCase()))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
