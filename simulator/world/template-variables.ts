// The {{placeholders}} inside a template's text.

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The names in order of appearance, repetitions left out. */
export function variablesIn(text: string | undefined): string[] {
  if (!text?.includes('{{')) return [];
  const names = new Set<string>();
  for (const match of text.matchAll(PLACEHOLDER)) names.add(match[1]!);
  return [...names];
}

export function bracesAreBalanced(text: string): boolean {
  const without = text.replace(PLACEHOLDER, '');
  return !without.includes('{{') && !without.includes('}}');
}

export function hasAdjacentVariables(text: string): boolean {
  return /\}\}\s*\{\{/.test(text);
}

export function startsOrEndsWithVariable(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.startsWith('{{') || trimmed.endsWith('}}');
}

/** Whether positional variables are exactly 1, 2, 3 … in some order. */
export function areSequential(names: string[]): boolean {
  const numbers = names.map(Number).sort((a, b) => a - b);
  return numbers.every((number, at) => number === at + 1);
}

export function fillIn(text: string, values: Map<string, string>): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => values.get(name) ?? whole);
}
