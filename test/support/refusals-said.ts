// Reads out of the server's code every sentence with which it refuses something, gaps as {}.
import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** A sentence, or the noun of a thing that is not there, and the file that says it. */
export type Said = { text: string; isNoun: boolean; file: string };

type Node = { type: string; [part: string]: unknown };

/** Checks of zod that take their words as the last argument. */
const CHECKS = new Set(['min', 'max', 'regex', 'refine', 'email', 'length', 'int', 'gte', 'lte', 'url']);
/** Properties that hold such a sentence. */
const TOLD = new Set(['message', 'problem', 'words']);
/** What describes an operation to programs. */
const DESCRIBES = new Set(['summary', 'description', 'label', 'title']);

export function refusalsSaid(areas: readonly string[]): Said[] {
  const files = areas.flatMap((area) =>
    readdirSync(`src/${area}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)web\//.test(file))
      .map((file) => `${area}/${file}`),
  );
  return files.flatMap((file) => saidIn(file, readFileSync(`src/${file}`, 'utf8')));
}

function saidIn(file: string, code: string): Said[] {
  const { program } = parseSync(file, code, { lang: 'ts' });
  const said: Said[] = [];
  let isIndirect = false;
  const take = (node: unknown, isNoun = false) => {
    for (const text of textsOf(node)) {
      if (text === null) isIndirect = true;
      else said.push({ text, isNoun, file });
    }
  };
  walk(program, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const name = nameOf(node.callee);
      const given = node.arguments as Node[];
      if (name === 'conflict' || name === 'AppError' || name === 'badInput') take(given[1]);
      else if (name === 'fault') take(given.at(-1));
      else if (name === 'notFound') take(given[0], true);
      else if (name !== undefined && CHECKS.has(name))
        for (const text of textsOf(given.at(-1)))
          if (text?.includes(' ')) said.push({ text, isNoun: false, file });
    }
    if (node.type === 'Property' && TOLD.has(nameOf(node.key) ?? '')) take(node.value);
  });
  // What stands elsewhere in the file, in a table for example, is meant then.
  if (isIndirect) for (const text of sentencesIn(program)) said.push({ text, isNoun: false, file });
  return said;
}

/** Null where it is not written there. */
function textsOf(node: unknown): (string | null)[] {
  const one = node as Node | undefined;
  switch (one?.type) {
    case undefined:
      return [];
    case 'Literal':
      return typeof one.value === 'string' ? [one.value] : [];
    case 'TemplateLiteral':
      return [templateOf(one)];
    case 'ConditionalExpression':
      return [...textsOf(one.consequent), ...textsOf(one.alternate)];
    default:
      return [null];
  }
}

function templateOf(node: Node): string {
  const parts = node.quasis as { value: { cooked: string } }[];
  return parts.map(({ value }) => value.cooked).join('{}');
}

function sentencesIn(program: unknown): string[] {
  const found: string[] = [];
  walk(program, (node) => {
    const text =
      node.type === 'Literal' && typeof node.value === 'string'
        ? node.value
        : node.type === 'TemplateLiteral'
          ? templateOf(node)
          : '';
    if (/^[A-Z“{].* .*[.\p{L}}]$/u.test(text)) found.push(text);
  });
  return found;
}

function nameOf(node: unknown): string | undefined {
  const { name, property } = node as { name?: string; property?: { name?: string } };
  return name ?? property?.name;
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit);
  else if (typeof node === 'object' && node !== null) {
    const one = node as Node;
    if (one.type === 'CallExpression' && nameOf(one.callee) === 'describe') {
      walk((one.callee as Node).object, visit);
      return;
    }
    if (one.type === 'Property' && DESCRIBES.has(nameOf(one.key) ?? '')) return;
    if (one.type) visit(one);
    for (const part of Object.values(one)) walk(part, visit);
  }
}
