// Rules for the buttons of a template: how many of each, in which order, and what each may hold.

import type { TemplateButton, VariableFormat } from './template-model.ts';
import { type Finding, finding, lengthFindings } from './template-text-rules.ts';
import { variableFaults, variablePlaces } from './template-variables.ts';

export const BUTTON_LIMITS = {
  all: 10,
  text: 25,
  url: 2000,
  phone: 20,
  code: 15,
  most: { url: 2, phone: 1, copy_code: 1 },
} as const;

const COUNT_NAME = { url: 'link', phone: 'phone', copy_code: 'copy-code' } as const;

/** `path` is where the list of buttons stands in the draft. */
export function buttonFindings(
  buttons: TemplateButton[],
  variables: VariableFormat,
  path: string,
): Finding[] {
  const found: Finding[] = [];
  if (buttons.length > BUTTON_LIMITS.all)
    found.push(finding(path, 'button_count', `Use at most ${BUTTON_LIMITS.all} buttons.`));
  for (const kind of ['url', 'phone', 'copy_code'] as const) {
    const most = BUTTON_LIMITS.most[kind];
    if (buttons.filter((button) => button.kind === kind).length > most) {
      const word = most === 1 ? 'button' : 'buttons';
      found.push(finding(path, `${kind}_count`, `Use at most ${most} ${COUNT_NAME[kind]} ${word}.`));
    }
  }
  if (!quickRepliesTogether(buttons))
    found.push(
      finding(path, 'button_order', 'Keep quick replies together, before or after the other buttons.'),
    );
  found.push(...repeatedTexts(buttons, path));
  buttons.forEach((button, index) => {
    found.push(...oneButton(button, variables, `${path}.${index}`));
  });
  return found;
}

function quickRepliesTogether(buttons: TemplateButton[]): boolean {
  const changes = buttons.filter(
    (button, index) =>
      index > 0 && (button.kind === 'quick_reply') !== (buttons[index - 1]?.kind === 'quick_reply'),
  );
  return changes.length <= 1;
}

function repeatedTexts(buttons: TemplateButton[], path: string): Finding[] {
  const seen = new Set<string>();
  const found: Finding[] = [];
  buttons.forEach((button, index) => {
    if (button.kind === 'copy_code' || !button.text) return;
    const key = button.text.trim();
    if (seen.has(key))
      found.push(finding(`${path}.${index}.text`, 'text_repeated', 'Give each button its own words.'));
    seen.add(key);
  });
  return found;
}

function oneButton(button: TemplateButton, variables: VariableFormat, path: string): Finding[] {
  if (button.kind === 'other') return [];
  if (button.kind === 'copy_code') {
    if (button.example.trim() === '')
      return [finding(`${path}.example`, 'example_missing', 'Give an example of the code.')];
    return lengthFindings(`${path}.example`, button.example, BUTTON_LIMITS.code);
  }
  const found = lengthFindings(`${path}.text`, button.text, BUTTON_LIMITS.text);
  if (button.text.trim() === '')
    found.push(finding(`${path}.text`, 'text_missing', 'Write what the button says.'));
  if (/\{\{|\}\}/.test(button.text))
    found.push(finding(`${path}.text`, 'variable_not_allowed', 'A button’s words cannot hold variables.'));
  if (button.kind === 'url') found.push(...urlFindings(button, variables, path));
  if (button.kind === 'phone') {
    if (!/^\+?[0-9]{6,20}$/.test(button.phone.replace(/[\s()-]/g, '')))
      found.push(
        finding(
          `${path}.phone`,
          'phone_format',
          `Write the number with its country code, at most ${BUTTON_LIMITS.phone} digits.`,
        ),
      );
  }
  if (button.kind === 'flow' && !button.flowId && !button.flowName)
    found.push(finding(`${path}.flowId`, 'flow_missing', 'Choose the flow that the button opens.'));
  return found;
}

function urlFindings(
  button: Extract<TemplateButton, { kind: 'url' }>,
  variables: VariableFormat,
  path: string,
): Finding[] {
  const at = `${path}.url`;
  const found = lengthFindings(at, button.url, BUTTON_LIMITS.url);
  const places = variablePlaces(button.url);
  if (!isWebAddress(button.url))
    found.push(finding(at, 'url_format', 'Write a whole address that starts with https:// or http://.'));
  if (/^https?:\/\/(wa\.me|api\.whatsapp\.com)\//i.test(button.url))
    found.push(finding(at, 'url_whatsapp', 'Meta refuses links to WhatsApp itself: use another address.'));
  if (places.length > 1 || (places.length === 1 && places[0]?.end !== button.url.length))
    found.push(finding(at, 'url_variable_place', 'Use one variable at most, at the end of the address.'));
  const faults = (format: VariableFormat) =>
    variableFaults(button.url, format).filter((fault) => fault !== 'at_edge' && fault !== 'adjacent');
  if (faults('positional').length > 0 && faults(variables).length > 0)
    found.push(finding(at, 'variable_format', 'Write the variable as {{1}}.'));
  if (places.length > 0 && (button.example ?? '').trim() === '')
    found.push(
      finding(
        `${path}.example`,
        'example_missing',
        'Give an example of what replaces the variable: reviewers read it.',
      ),
    );
  return found;
}

/** A host with a dot in it, of which no part is a variable. */
function isWebAddress(text: string): boolean {
  const host = /^https?:\/\/([^/?#\s]+)\S*$/i.exec(text)?.[1] ?? '';
  return host.includes('.') && !/[{}]/.test(host) && URL.canParse(text.replace(/\{\{[^{}]*\}\}/g, 'x'));
}
