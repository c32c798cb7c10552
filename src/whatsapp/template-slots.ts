/** The places of a template that a message fills in: variables, link ends, codes and header media. */
import type { TemplateContent, TemplateMediaKind, VariableFormat } from './template-model.ts';
import { variableNames, variablePlaces } from './template-variables.ts';

/**
 * A value to fill in. `key` names it within the template: `header.1`, `body.first_name`, `button.0`, `code`,
 * `cards.1.body.2`, `cards.1.button.0`.
 */
export type TemplateSlot = {
  key: string;
  /** `link_end` replaces the variable at the end of a link; `code` is a coupon or one-time code. */
  kind: 'text' | 'link_end' | 'code';
  /** How a person calls it: the variable's name, or the button's words. */
  name: string;
  part: 'header' | 'body' | 'button';
  example?: string;
  /** The fixed beginning of the link. */
  linkStart?: string;
};

/** A file to send in a header; `key` is `header` or `cards.1.header`. */
export type MediaSlot = { key: string; kind: TemplateMediaKind };

/** A one-time code is one value although WhatsApp wants it twice. */
export const CODE_KEY = 'code';

/** Every value that a message of this template needs, in reading order. */
export function templateSlots(content: TemplateContent, format: VariableFormat): TemplateSlot[] {
  if (content.oneTimePassword)
    return [{ key: CODE_KEY, kind: 'code', name: 'code', part: 'body', example: '123456' }];
  const { header, body, buttons, cards = [] } = content;
  return [
    ...(header.kind === 'text' ? textSlots('header', 'header', header, format) : []),
    ...textSlots('body', 'body', body, format),
    ...buttonSlots('button', buttons),
    ...cards.flatMap((card, index) => [
      ...(card.body ? textSlots(`cards.${index}.body`, 'body', card.body, format) : []),
      ...buttonSlots(`cards.${index}.button`, card.buttons),
    ]),
  ];
}

/** Every file that a message of this template needs. */
export function mediaSlots(content: TemplateContent): MediaSlot[] {
  const { header, cards = [] } = content;
  const own: MediaSlot[] =
    header.kind === 'image' || header.kind === 'video' || header.kind === 'document'
      ? [{ key: 'header', kind: header.kind }]
      : [];
  return [...own, ...cards.map((card, index) => ({ key: `cards.${index}.header`, kind: card.header.kind }))];
}

/** The examples that reviewers read, by key. */
export function sampleTexts(content: TemplateContent, format: VariableFormat): Record<string, string> {
  const given = templateSlots(content, format).filter((slot) => slot.example);
  return Object.fromEntries(given.map((slot) => [slot.key, slot.example ?? '']));
}

/** Positional variables come in the order of their numbers, whatever their order in the text. */
function textSlots(
  at: string,
  part: 'header' | 'body',
  { text, examples = {} }: { text: string; examples?: Record<string, string> },
  format: VariableFormat,
): TemplateSlot[] {
  const names = variableNames(text);
  if (format === 'positional') names.sort((a, b) => Number(a) - Number(b));
  return names.map((name) => ({
    key: `${at}.${name}`,
    kind: 'text',
    name,
    part,
    ...(examples[name] ? { example: examples[name] } : {}),
  }));
}

function buttonSlots(at: string, buttons: TemplateContent['buttons']): TemplateSlot[] {
  return buttons.flatMap((button, index): TemplateSlot[] => {
    const key = `${at}.${index}`;
    if (button.kind === 'copy_code')
      return [{ key, kind: 'code', name: 'code', part: 'button', example: button.example }];
    if (button.kind !== 'url') return [];
    const [place] = variablePlaces(button.url);
    if (!place) return [];
    const linkStart = button.url.slice(0, place.start);
    const example = button.example ? withoutStart(button.example, linkStart) : undefined;
    return [{ key, kind: 'link_end', name: button.text, part: 'button', example, linkStart }];
  });
}

/** A value that repeats the whole link is cut to its end. */
export function withoutStart(value: string, linkStart: string): string {
  return value.startsWith(linkStart) ? value.slice(linkStart.length) : value;
}

/** `content` with `sample` in each media header that has one by its key; for the rules, any word will do. */
export function withSamples(
  content: TemplateContent,
  samples: Readonly<Record<string, string>>,
): TemplateContent {
  const sampled = structuredClone(content);
  for (const { key } of mediaSlots(content)) {
    const header = key === 'header' ? sampled.header : sampled.cards?.[Number(key.split('.')[1])]?.header;
    if (header && samples[key] !== undefined) Object.assign(header, { sample: samples[key] });
  }
  return sampled;
}
