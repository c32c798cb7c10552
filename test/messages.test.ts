// The catalogues: every language has every text, with the same placeholders, and every text is used.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales } from '#web/i18n.ts';
import { firstMessagesOf, messagesOf } from '#web/messages.ts';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

/** Names of placeholders and tags; the words within plural branches do not count. */
function placeholders(text: string): string[] {
  // What follows a plural's case is its text, not a placeholder.
  const names = [...text.matchAll(/(?<!\b(?:zero|one|two|few|many|other) *)\{\s*(\w+)\s*(?:,|\})/g)].map(
    (match) => match[1] ?? '',
  );
  const tags = [...text.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`);
  return [...new Set([...names, ...tags])].sort();
}

const english = flatten(messagesOf('en') as unknown as Tree);

describe.each(locales.filter((locale) => locale !== 'en'))('the catalogue %s', (locale) => {
  const texts = flatten(messagesOf(locale) as unknown as Tree);

  it('has the same keys as English', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('has the same placeholders as English', () => {
    const wrong = [...english]
      .filter(([key, text]) => String(placeholders(text)) !== String(placeholders(texts.get(key) ?? '')))
      .map(([key]) => key);
    expect(wrong).toEqual([]);
  });

  it('is not left in English', () => {
    // Figures between signs are no words.
    const words = (text: string) => text.replace(/\{\w+\}/g, '').match(/\p{L}+/gu) ?? [];
    const same = [...english].filter(([key, text]) => texts.get(key) === text && words(text).length > 3);
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

describe('every catalogue', () => {
  it('has no empty text', () => {
    const empty = locales.flatMap((locale) =>
      [...flatten(messagesOf(locale) as unknown as Tree)]
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => `${locale}: ${key}`),
    );
    expect(empty).toEqual([]);
  });

  it('has no text that no page uses', () => {
    const used = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|\/)web\//.test(path) && /\.tsx?$/.test(path))
      .filter((path) => !/\.(messages|test)\.ts$/.test(path))
      .map((path) => usesOf(readFileSync(`src/${path}`, 'utf8')));
    const unused = [...english.keys()].filter((key) => !used.some((uses) => uses(key)));
    expect(unused).toEqual([]);
  });
});

describe('the texts of the first page', () => {
  it('name whatever the rail and the tabs lead to', () => {
    const first = flatten(firstMessagesOf('en') as Tree);
    const named = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.routes\.tsx$/.test(path))
      .flatMap((path) => [...readFileSync(`src/${path}`, 'utf8').matchAll(/\blabel: '([\w.]+)'/g)])
      .map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(20);
    // What is missing here goes into NAMED_EARLY of src/web/messages.ts.
    expect(named.filter((key) => !first.has(key))).toEqual([]);
  });
});

/** Which keys a file may ask for: every quoted name, alone and below each namespace that the file opens. */
function usesOf(code: string): (key: string) => boolean {
  const spaces = ['', ...[...code.matchAll(/useTranslations\('([\w.]+)'\)/g)].map((match) => `${match[1]}.`)];
  const quoted = [...code.matchAll(/['"]([\w.-]+)['"]/g)].map((match) => match[1] ?? '');
  const exact = new Set(spaces.flatMap((space) => quoted.map((name) => space + name)));
  // t(`status.${status}`) asks for every text below `status`, t(`${step}.title`) for every `title`.
  const templates = [...code.matchAll(/`([\w.-]*\$\{[^}`]*\}[\w.-]*(?:\$\{[^}`]*\}[\w.-]*)*)`/g)].map(
    (match) => (match[1] ?? '').replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w -]+'),
  );
  const patterns = spaces.flatMap((space) =>
    templates.map((template) => new RegExp(`^${space.replaceAll('.', '\\.')}${template}$`)),
  );
  // words(scope), with `words` opened on a namespace, may ask for every text in it.
  const open = [...code.matchAll(/const (\w+) = useTranslations\('([\w.]+)'\)/g)]
    .filter(([, name]) => new RegExp(`\\b${name}\\((?!['"\`])`).test(code))
    .map((match) => `${match[2]}.`);
  return (key) =>
    open.some((space) => key.startsWith(space)) ||
    exact.has(key) ||
    patterns.some((pattern) => pattern.test(key));
}
