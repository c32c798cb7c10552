// Finds the `{{…}}` variables of a template text, says what is wrong with them, and puts values in their place.

export type VariableFault = 'braces' | 'format' | 'sequence' | 'adjacent' | 'at_edge';

export type VariablePlace = { name: string; start: number; end: number };

const PLACE = /\{\{([^{}]*)\}\}/g;

/** Every variable of the text in order of place, repeated ones too; `name` is without braces and spaces. */
export function variablePlaces(text: string): VariablePlace[] {
  return [...text.matchAll(PLACE)].map((match) => ({
    name: (match[1] ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Names of the variables in order of first appearance, each once. */
export function variableNames(text: string): string[] {
  return [...new Set(variablePlaces(text).map((place) => place.name))];
}

/** The text with each variable replaced; a variable without a value stays as it is. */
export function fillVariables(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACE, (whole, inner: string) => {
    const name = inner.trim();
    return Object.hasOwn(values, name) ? (values[name] ?? whole) : whole;
  });
}

/** Faults of the variables of one text, each kind once. Positional ones count from 1 without a gap. */
export function variableFaults(text: string, format: 'positional' | 'named'): VariableFault[] {
  const faults = new Set<VariableFault>();
  const places = variablePlaces(text);
  if (/\{\{|\}\}/.test(text.replace(PLACE, ''))) faults.add('braces');
  const allowed = format === 'positional' ? /^[1-9]\d{0,2}$/ : /^[a-z_][a-z0-9_]*$/;
  if (places.some((place) => !allowed.test(place.name))) faults.add('format');
  else if (format === 'positional') {
    const numbers = [...new Set(places.map((place) => Number(place.name)))].sort((a, b) => a - b);
    if (numbers.some((number, index) => number !== index + 1)) faults.add('sequence');
  }
  for (let index = 1; index < places.length; index += 1) {
    const between = text.slice(places[index - 1]?.end, places[index]?.start);
    if (between.trim() === '') faults.add('adjacent');
  }
  const trimmed = text.trim();
  if (places.length > 0 && (trimmed.startsWith('{{') || trimmed.endsWith('}}'))) faults.add('at_edge');
  return [...faults];
}
