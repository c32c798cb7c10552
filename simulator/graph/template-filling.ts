// Checks the values of a template send against the template, and fills them in for the reader.

import type { ShownTemplate } from '../world/messages.ts';
import { fillIn, variablesIn } from '../world/template-variables.ts';
import { component, type Template, type TemplateButton, type TemplateComponent } from '../world/templates.ts';
import { type Fields, isObject, textOf } from './fields.ts';
import { GraphError, invalidParameter, missingParameter } from './graph-error.ts';
import { type Checking, checkMedia } from './message-rules.ts';

/**
 * The template as the customer sees it.
 * Throws 132000 (wrong number of values), 132012 (wrong kind), 131008 (missing), 132005 (too long), 100.
 */
export function fillTemplate(checking: Checking, template: Template, given: unknown): ShownTemplate {
  if (given !== undefined && !Array.isArray(given))
    throw invalidParameter("Param template['components'] must be an array.");
  const components = (given ?? []) as Fields[];
  return fillParts(checking, template, template.components, components);
}

function fillParts(
  checking: Checking,
  template: Template,
  parts: TemplateComponent[],
  given: Fields[],
): ShownTemplate {
  const of = (type: string) =>
    given.filter((one) => isObject(one) && textOf(one.type)?.toLowerCase() === type);
  const part = (type: string) => parts.find((one) => one.type === type);
  const shown: ShownTemplate = { buttons: [] };
  const header = part('HEADER');
  if (header) shown.header = fillHeader(checking, template, header, of('header')[0]);
  else if (parametersOf(of('header')[0]).length > 0)
    throw countMismatch('header', parametersOf(of('header')[0]).length, 0);
  const body = part('BODY');
  if (body) {
    shown.body = fillText('body', template, body.text ?? otpBody(template), of('body')[0]);
    if (shown.body.length > 1024)
      throw new GraphError(132005, undefined, { details: 'body: longer than 1024 characters.' });
  }
  const footer = part('FOOTER');
  if (footer) shown.footer = footer.text ?? otpFooter(footer);
  const buttons = part('BUTTONS')?.buttons ?? [];
  shown.buttons = fillButtons(buttons, of('button'));
  if (part('LIMITED_TIME_OFFER') && parametersOf(of('limited_time_offer')[0]).length === 0) {
    const offer = part('LIMITED_TIME_OFFER')!.limited_time_offer as Fields | undefined;
    if (offer?.has_expiration) throw missingParameter('limited_time_offer: expiration_time_ms is required.');
  }
  const carousel = part('CAROUSEL');
  if (carousel) {
    const cards = (of('carousel')[0]?.cards ?? []) as Fields[];
    const wanted = carousel.cards ?? [];
    if (cards.length !== wanted.length)
      throw countMismatch('carousel cards', cards.length, wanted.length, 132012);
    shown.cards = wanted.map((card, at) => {
      const mine = cards.find((one) => Number(one.card_index) === at) ?? cards[at]!;
      return fillParts(checking, template, card.components, (mine.components ?? []) as Fields[]);
    });
  }
  return shown;
}

function fillHeader(
  checking: Checking,
  template: Template,
  header: TemplateComponent,
  given: Fields | undefined,
): ShownTemplate['header'] {
  const format = header.format ?? 'TEXT';
  if (format === 'TEXT')
    return { type: 'TEXT', text: fillText('header', template, header.text ?? '', given) };
  const wanted = format === 'GIF' ? 'video' : format.toLowerCase();
  const parameter = parametersOf(given)[0];
  const type = parameter ? textOf(parameter.type)?.toLowerCase() : undefined;
  if (wanted === 'product') return { type: format };
  if (type !== wanted || !isObject(parameter?.[wanted])) {
    throw new GraphError(132012, undefined, {
      details: `header: Format mismatch, expected ${format}, received ${type?.toUpperCase() ?? 'UNKNOWN'}`,
    });
  }
  const content = parameter[wanted] as Fields;
  if (wanted === 'location') {
    if (!textOf(content.latitude) || !textOf(content.longitude))
      throw missingParameter('header: latitude and longitude.');
    return { type: format, location: content };
  }
  checkMedia(checking, wanted, content, `template header['${wanted}']`);
  return { type: format, media: content };
}

function fillText(where: string, template: Template, text: string, given: Fields | undefined): string {
  const names = variablesIn(text);
  const parameters = parametersOf(given);
  if (parameters.length !== names.length) throw countMismatch(where, parameters.length, names.length);
  const values = new Map<string, string>();
  parameters.forEach((parameter, at) => {
    const value = parameterText(where, parameter);
    if (template.parameterFormat === 'NAMED') {
      const name = textOf(parameter.parameter_name) ?? '';
      if (!names.includes(name) || values.has(name)) {
        throw invalidParameter(`Parameter name is missing, unknown or repeated in ${where}: '${name}'.`);
      }
      values.set(name, value);
    } else values.set(String(at + 1), value);
  });
  return fillIn(text, values);
}

function parameterText(where: string, parameter: Fields): string {
  const type = textOf(parameter.type)?.toLowerCase();
  if (type === 'currency' || type === 'date_time') {
    const value = parameter[type];
    const fallback = isObject(value) ? textOf(value.fallback_value) : undefined;
    if (!fallback) throw missingParameter(`${where}: ${type}.fallback_value is required.`);
    return fallback;
  }
  const text = textOf(parameter.text);
  if (type !== 'text')
    throw formatMismatch(`${where}: expected TEXT, received ${type?.toUpperCase() ?? 'UNKNOWN'}`);
  if (text === undefined || text === '')
    throw missingParameter(`${where}: text of a parameter must not be empty.`);
  if (/[\n\t]| {5,}/.test(text)) {
    throw formatMismatch(
      `${where}: text cannot have new-line or tab characters or more than 4 consecutive spaces.`,
    );
  }
  return text;
}

function fillButtons(buttons: TemplateButton[], given: Fields[]): ShownTemplate['buttons'] {
  for (const one of given) {
    if (!buttons[Number(one.index ?? Number.NaN)])
      throw formatMismatch(`buttons: there is no button at index ${one.index}.`);
  }
  return buttons.map((button, index) => {
    const mine = given.find((one) => Number(one.index) === index);
    const parameter = parametersOf(mine)[0];
    const shown = {
      type: button.type,
      text: button.text ?? labelOf(button),
      url: button.url,
      phone: button.phone_number,
    };
    const kind = textOf(mine?.sub_type)?.toUpperCase();
    if (kind && !accepts(button.type).includes(kind)) {
      throw formatMismatch(`buttons: index ${index} is ${button.type}, received ${kind}.`);
    }
    const value = textOf(parameter?.text) ?? textOf(parameter?.payload) ?? textOf(parameter?.coupon_code);
    if (button.type === 'OTP' || (button.type === 'URL' && variablesIn(button.url).length > 0)) {
      if (!value)
        throw missingParameter(`buttons: Button at index ${index} of type Url requires a parameter`);
      if (button.type === 'OTP' && value.length > 15)
        throw formatMismatch('buttons: a code has at most 15 characters.');
      return {
        ...shown,
        code: value,
        url: button.url && fillIn(button.url, new Map([[variablesIn(button.url)[0]!, value]])),
      };
    }
    if (button.type === 'COPY_CODE') {
      if (!value)
        throw missingParameter(`buttons: Button at index ${index} of type CopyCode requires a parameter`);
      if (value.length > 15) throw formatMismatch('buttons: a code has at most 15 characters.');
      return { ...shown, code: value };
    }
    return { ...shown, payload: value };
  });
}

function accepts(type: string): string[] {
  if (type === 'OTP') return ['URL', 'OTP', 'COPY_CODE'];
  return [type];
}

function labelOf(button: TemplateButton): string {
  const labels: Record<string, string> = {
    COPY_CODE: 'Copy offer code',
    CATALOG: 'View catalog',
    MPM: 'View items',
    OTP: 'Copy code',
    SPM: 'View',
  };
  return labels[button.type] ?? button.type;
}

function parametersOf(given: Fields | undefined): Fields[] {
  return Array.isArray(given?.parameters) ? (given.parameters as Fields[]) : [];
}

function otpBody(template: Template): string {
  const advice = component(template, 'BODY')?.add_security_recommendation;
  return `*{{1}}* is your verification code.${advice ? ' For your security, do not share this code.' : ''}`;
}

function otpFooter(footer: TemplateComponent): string | undefined {
  const minutes = footer.code_expiration_minutes;
  return minutes ? `This code expires in ${minutes} minutes.` : undefined;
}

function countMismatch(where: string, given: number, wanted: number, code = 132000): GraphError {
  return new GraphError(code, undefined, {
    details: `${where}: number of localizable_params (${given}) does not match the expected number of params (${wanted})`,
  });
}

function formatMismatch(details: string): GraphError {
  return new GraphError(132012, undefined, { details });
}
