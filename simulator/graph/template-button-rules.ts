// How many buttons of which kind a template may have, in which order, with which texts.

import { variablesIn } from '../world/template-variables.ts';
import type { TemplateButton } from '../world/templates.ts';
import { refusal } from './template-rules.ts';

const MOST: Record<string, number> = {
  QUICK_REPLY: 10,
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  FLOW: 1,
  CATALOG: 1,
  MPM: 1,
  SPM: 1,
  OTP: 1,
  VOICE_CALL: 1,
  CALL_PERMISSION_REQUEST: 1,
  REQUEST_CONTACT_INFO: 1,
  APP: 1,
};
const WITHOUT_TEXT = [
  'COPY_CODE',
  'OTP',
  'CATALOG',
  'MPM',
  'SPM',
  'VOICE_CALL',
  'CALL_PERMISSION_REQUEST',
  'REQUEST_CONTACT_INFO',
];

export function checkButtons(buttons: TemplateButton[]): void {
  const wrong = (message: string) => refusal(2388047, 'Buttons are not valid', message);
  if (buttons.length === 0 || buttons.length > 10) throw wrong('A template has 1 to 10 buttons.');
  const counts = new Map<string, number>();
  const texts = new Set<string>();
  for (const button of buttons) {
    const most = MOST[button.type];
    if (most === undefined) throw wrong(`There is no button of the type ${button.type}.`);
    const count = (counts.get(button.type) ?? 0) + 1;
    counts.set(button.type, count);
    if (count > most) throw wrong(`A template has at most ${most} buttons of the type ${button.type}.`);
    checkOne(button, wrong);
    if (button.text && texts.has(button.text)) throw wrong(`Two buttons have the text "${button.text}".`);
    if (button.text) texts.add(button.text);
  }
  const turns = buttons.filter(
    (button, at) => at > 0 && isQuick(button) !== isQuick(buttons[at - 1]!),
  ).length;
  if (turns > 1) throw wrong('Quick replies must stay together, before or after the other buttons.');
}

function isQuick({ type }: TemplateButton): boolean {
  return type === 'QUICK_REPLY';
}

function checkOne(button: TemplateButton, wrong: (message: string) => Error): void {
  const text = button.text ?? '';
  if (text === '' && !WITHOUT_TEXT.includes(button.type)) throw wrong('Every button needs a text.');
  if ([...text].length > 25)
    throw refusal(2388040, 'Text is too long', 'A button text has at most 25 characters.');
  if (button.type === 'URL') checkUrl(button, wrong);
  if (button.type === 'PHONE_NUMBER') {
    const digits = String(button.phone_number ?? '').replace(/\D/g, '');
    if (digits.length < 4 || digits.length > 20)
      throw wrong('A phone button needs a number of at most 20 digits.');
  }
  if (button.type === 'COPY_CODE') {
    const code = Array.isArray(button.example) ? button.example[0] : button.example;
    if (typeof code !== 'string' || code.length === 0 || code.length > 15) {
      throw wrong('A copy-code button needs an example of at most 15 characters.');
    }
  }
  if (button.type === 'FLOW' && !button.flow_id && !button.flow_name && !button.flow_json) {
    throw wrong('A flow button needs flow_id, flow_name or flow_json.');
  }
}

function checkUrl(button: TemplateButton, wrong: (message: string) => Error): void {
  const url = button.url ?? '';
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url.replace(/\{\{[^}]*\}\}/g, 'x'))) {
    throw wrong(`"${url}" is not a full web address.`);
  }
  if (url.length > 2000)
    throw refusal(2388040, 'Text is too long', 'The address of a button has at most 2,000 characters.');
  const variables = variablesIn(url);
  if (variables.length === 0) return;
  if (variables.length > 1 || !url.endsWith('}}')) throw wrong('An address has one variable, at its end.');
  const example = Array.isArray(button.example) ? button.example[0] : button.example;
  if (typeof example !== 'string' || example === '')
    throw wrong('An address with a variable needs an example.');
}
