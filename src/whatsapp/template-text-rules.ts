// Rules that every text of a template obeys: its length, its variables and their examples.

import type { VariableExamples, VariableFormat } from './template-model.ts';
import { type VariableFault, variableFaults, variableNames, variablePlaces } from './template-variables.ts';

export type Finding = {
  /** Where in the draft, with dots: `content.body.text`. */
  path: string;
  code: string;
  message: string;
  severity: 'error' | 'warning';
};

const FAULT_MESSAGE: Record<VariableFault, string> = {
  braces: 'Close every variable: two braces before it and two after, as in {{1}}.',
  format: '',
  sequence: 'Number the variables from {{1}} without a gap.',
  adjacent: 'Write words between two variables: they cannot stand side by side.',
  at_edge: 'Write words before the first and after the last variable.',
};

export function finding(
  path: string,
  code: string,
  message: string,
  severity: Finding['severity'] = 'error',
): Finding {
  return { path, code, message, severity };
}

/** At most one finding. Characters are code points: an emoji counts once. */
export function lengthFindings(path: string, text: string, most: number): Finding[] {
  const length = [...text].length;
  if (length <= most) return [];
  return [finding(path, 'too_long', `Shorten it to ${most} characters: it has ${length}.`)];
}

/**
 * Variables of `part.text` and their examples. `edges` lets a variable open or close the text, `ratio` asks for
 * enough words around the variables, `most` limits their number.
 */
export function variableFindings(
  path: string,
  part: { text: string; examples?: VariableExamples },
  format: VariableFormat,
  rules: { most?: number; edges: boolean; ratio?: boolean },
): Finding[] {
  const textPath = `${path}.text`;
  const found: Finding[] = [];
  for (const fault of variableFaults(part.text, format)) {
    if (fault === 'at_edge' && rules.edges) continue;
    found.push(finding(textPath, `variable_${fault}`, FAULT_MESSAGE[fault] || formatMessage(format)));
  }
  const names = variableNames(part.text);
  if (rules.most !== undefined && variablePlaces(part.text).length > rules.most)
    found.push(finding(textPath, 'variable_count', `Use at most ${rules.most} variable here.`));
  if (rules.ratio) found.push(...ratioFindings(textPath, part.text, names.length));
  for (const name of names) {
    if ((part.examples?.[name] ?? '').trim() === '') {
      found.push(
        finding(
          `${path}.examples.${name}`,
          'example_missing',
          `Give an example for {{${name}}}: reviewers read it.`,
        ),
      );
    }
  }
  return found;
}

function formatMessage(format: VariableFormat): string {
  return format === 'positional'
    ? 'A variable is a number between braces, as in {{1}}.'
    : 'A variable is lower-case letters, digits and underscores, as in {{first_name}}.';
}

/** Meta publishes no figure: fewer words than variables is refused, fewer than 2 per variable plus 1 often is. */
function ratioFindings(path: string, text: string, variables: number): Finding[] {
  const words = wordCount(text);
  const wanted = 2 * variables + 1;
  if (variables === 0 || words >= wanted) return [];
  const message = `Write more words or use fewer variables: ${variables} want at least ${wanted} words around them.`;
  return [finding(path, 'variable_ratio', message, words < variables ? 'error' : 'warning')];
}

/** Words that are not variables. */
function wordCount(text: string): number {
  return text
    .replace(/\{\{[^{}]*\}\}/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
