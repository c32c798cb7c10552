// What a template must look like to be taken for review.

import {
  areSequential,
  bracesAreBalanced,
  hasAdjacentVariables,
  startsOrEndsWithVariable,
  variablesIn,
} from '../world/template-variables.ts';
import type { TemplateComponent } from '../world/templates.ts';
import { isObject } from './fields.ts';
import { GraphError } from './graph-error.ts';
import { checkButtons } from './template-button-rules.ts';

export type ParameterFormat = 'POSITIONAL' | 'NAMED';

const HEADER_FORMATS = ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'GIF', 'PRODUCT'];
const WITH_SAMPLE = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'];
const KNOWN = [
  'HEADER',
  'BODY',
  'FOOTER',
  'BUTTONS',
  'CAROUSEL',
  'LIMITED_TIME_OFFER',
  'CALL_PERMISSION_REQUEST',
  'TAP_TARGET_CONFIGURATION',
];

/** A refusal at creation: code 100 with the subcode that says which rule. */
export function refusal(subcode: number, title: string, message: string): GraphError {
  return new GraphError(100, 'Invalid parameter', {
    subcode,
    details: message,
    userTitle: title,
    userMessage: message,
    transient: false,
  });
}

/** Checks components that were already put in upper case. Throws the refusal of the first rule that is broken. */
export function checkComponents(
  components: TemplateComponent[],
  category: string,
  format: ParameterFormat,
): void {
  const seen = new Set<string>();
  for (const { type } of components) {
    if (!KNOWN.includes(type))
      throw refusal(2388047, 'Unknown component', `There is no component of the type ${type}.`);
    if (seen.has(type))
      throw refusal(2388047, 'Repeated component', `The component ${type} may appear only once.`);
    seen.add(type);
  }
  const part = (type: string) => components.find((one) => one.type === type);
  const body = part('BODY');
  if (!body) throw refusal(2388072, 'Body is missing', 'A template needs a component of the type BODY.');
  if (category === 'AUTHENTICATION') {
    checkAuthentication(part);
    return;
  }
  const header = part('HEADER');
  if (header) checkHeader(header, format);
  const offer = part('LIMITED_TIME_OFFER');
  checkText('body', body, offer ? 600 : 1024, format);
  checkFooter(part('FOOTER'));
  if (offer) checkOffer(offer, part);
  const buttons = part('BUTTONS');
  if (buttons) checkButtons(buttons.buttons ?? []);
  const carousel = part('CAROUSEL');
  if (carousel) checkCarousel(carousel, format);
}

function checkHeader(header: TemplateComponent, format: ParameterFormat): void {
  const kind = header.format ?? '';
  if (!HEADER_FORMATS.includes(kind)) {
    throw refusal(
      2388047,
      'Header format is not valid',
      `header.format must be one of ${HEADER_FORMATS.join(', ')}.`,
    );
  }
  if (kind === 'TEXT') {
    if (variablesIn(header.text).length > 1) {
      throw refusal(2388047, 'Too many variables', 'A text header may have one variable.');
    }
    checkText('header', header, 60, format);
  } else if (WITH_SAMPLE.includes(kind)) {
    const handle = header.example?.header_handle;
    if (!Array.isArray(handle) || typeof handle[0] !== 'string' || handle[0] === '') {
      throw refusal(
        2388273,
        'Sample is missing',
        `A ${kind} header needs example.header_handle from a resumable upload.`,
      );
    }
  }
}

function checkText(
  where: 'header' | 'body',
  part: TemplateComponent,
  most: number,
  format: ParameterFormat,
): void {
  const badFormat = where === 'header' ? 2388047 : 2388072;
  const { text } = part;
  if (typeof text !== 'string' || text.trim() === '')
    throw refusal(badFormat, 'Text is missing', `The ${where} needs text.`);
  if ([...text].length > most) {
    throw refusal(2388040, 'Text is too long', `The ${where} may have at most ${most} characters.`);
  }
  if (where === 'header' && /[\n*_~`]|\p{Extended_Pictographic}/u.test(text)) {
    throw refusal(
      2388047,
      'Header text is not valid',
      'A header may not have line breaks, formatting marks or emoji.',
    );
  }
  if (where === 'body' && /\n{3,}/.test(text)) {
    throw refusal(
      2388072,
      'Too many empty lines',
      'The body may not have more than two line breaks in a row.',
    );
  }
  if (!bracesAreBalanced(text))
    throw refusal(badFormat, 'Braces do not match', `Variables of the ${where} must be written {{1}}.`);
  const names = variablesIn(text);
  if (names.length === 0) return;
  checkVariableNames(names, format, badFormat);
  if (where === 'body') {
    if (startsOrEndsWithVariable(text)) {
      throw refusal(
        2388299,
        'Variables at start or end',
        "Variables can't be at the start or end of the template.",
      );
    }
    if (hasAdjacentVariables(text))
      throw refusal(2388072, 'Variables side by side', 'Put words between variables.');
    const words = text.replace(/\{\{[^}]*\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    if (words < names.length) {
      throw refusal(2388293, 'Too many variables', 'The template has too many variables for its length.');
    }
  }
  checkExamples(where, part, names, format);
}

function checkVariableNames(names: string[], format: ParameterFormat, subcode: number): void {
  if (format === 'NAMED') {
    if (names.some((name) => !/^[a-z_][a-z0-9_]*$/.test(name))) {
      throw refusal(
        subcode,
        'Variable name is not valid',
        'Names of variables have lowercase letters, digits and _ only.',
      );
    }
  } else if (names.some((name) => !/^\d+$/.test(name)) || !areSequential(names)) {
    throw refusal(
      subcode,
      'Variables are not in sequence',
      'Variables must be {{1}}, {{2}}, {{3}} … without a gap.',
    );
  }
}

function checkExamples(
  where: 'header' | 'body',
  part: TemplateComponent,
  names: string[],
  format: ParameterFormat,
): void {
  const example = isObject(part.example) ? part.example : {};
  let given: string[] = [];
  if (format === 'NAMED') {
    const named = example[`${where}_text_named_params`];
    given = Array.isArray(named)
      ? named.map((one) => String((one as { param_name?: unknown }).param_name))
      : [];
    if (names.every((name) => given.includes(name))) return;
  } else {
    const flat = example[`${where}_text`];
    const list = Array.isArray(flat) ? (Array.isArray(flat[0]) ? flat[0] : flat) : [];
    given = list.map(String).filter((one) => one.trim() !== '');
    if (given.length === names.length) return;
  }
  throw refusal(
    2388043,
    'Examples are missing',
    `The ${where} has ${names.length} variables and needs one example for each.`,
  );
}

function checkFooter(footer: TemplateComponent | undefined): void {
  if (!footer) return;
  const text = footer.text ?? '';
  if (text === '' || variablesIn(text).length > 0) {
    throw refusal(2388073, 'Footer is not valid', 'A footer needs text and may not have variables.');
  }
  if ([...text].length > 60)
    throw refusal(2388040, 'Text is too long', 'The footer may have at most 60 characters.');
}

function checkOffer(offer: TemplateComponent, part: (type: string) => TemplateComponent | undefined): void {
  const terms = isObject(offer.limited_time_offer) ? offer.limited_time_offer : {};
  const wrong = (message: string) => refusal(2388047, 'Limited-time offer is not valid', message);
  if (typeof terms.text !== 'string' || terms.text.length > 16)
    throw wrong('The text of the offer has 1 to 16 characters.');
  if (part('FOOTER')) throw wrong('A limited-time offer has no footer.');
  const header = part('HEADER');
  if (header && header.format !== 'IMAGE' && header.format !== 'VIDEO')
    throw wrong('Its header is an image, a video, or none.');
  const first = part('BUTTONS')?.buttons?.[0]?.type;
  if (terms.has_expiration === true && first !== 'COPY_CODE')
    throw wrong('The copy-code button comes first.');
}

function checkCarousel(carousel: TemplateComponent, format: ParameterFormat): void {
  const cards = Array.isArray(carousel.cards) ? carousel.cards : [];
  const wrong = (message: string) => refusal(2388047, 'Carousel is not valid', message);
  if (cards.length < 2 || cards.length > 10) throw wrong('A carousel has 2 to 10 cards.');
  const shapes = new Set<string>();
  for (const { components = [] } of cards) {
    const header = components.find(({ type }) => type === 'HEADER');
    if (!header || !['IMAGE', 'VIDEO', 'PRODUCT'].includes(header.format ?? ''))
      throw wrong('Each card has an image or a video.');
    checkHeader(header, format);
    const body = components.find(({ type }) => type === 'BODY');
    if (body) checkText('body', body, 160, format);
    const buttons = components.find(({ type }) => type === 'BUTTONS')?.buttons ?? [];
    if (buttons.length > 2) throw wrong('A card has at most 2 buttons.');
    if (buttons.length > 0) checkButtons(buttons);
    shapes.add(
      `${header.format} ${components.map(({ type }) => type).join()} ${buttons.map(({ type }) => type).join()}`,
    );
  }
  if (shapes.size > 1) throw wrong('All cards must have the same components.');
}

function checkAuthentication(part: (type: string) => TemplateComponent | undefined): void {
  const button = part('BUTTONS')?.buttons?.[0];
  const wrong = (message: string) => refusal(2388072, 'Authentication template is not valid', message);
  if (part('BODY')?.text !== undefined)
    throw wrong('The text of an authentication template is fixed by WhatsApp.');
  if (part('HEADER')) throw wrong('An authentication template has no header.');
  if (button?.type !== 'OTP') throw wrong('An authentication template needs a button of the type OTP.');
  if (!['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'].includes(String(button.otp_type).toUpperCase())) {
    throw wrong('otp_type must be COPY_CODE, ONE_TAP or ZERO_TAP.');
  }
  const minutes = part('FOOTER')?.code_expiration_minutes;
  if (minutes !== undefined && !(Number(minutes) >= 1 && Number(minutes) <= 90)) {
    throw wrong('code_expiration_minutes must be between 1 and 90.');
  }
}
