/** Fills a template for one person: the message to send, and the text as that person will read it. */
import type {
  MediaSource,
  TemplateButtonValue,
  TemplateHeaderValue,
  TemplateMessage,
  TextValue,
} from './outgoing-message.ts';
import type { TemplateButton, TemplateContent, VariableFormat } from './template-model.ts';
import { OPT_OUT_PAYLOAD, optOutButton } from './template-opt-out.ts';
import { CODE_KEY, mediaSlots, type TemplateSlot, templateSlots, withoutStart } from './template-slots.ts';
import { fillVariables } from './template-variables.ts';

export type FillableTemplate = {
  name: string;
  language: string;
  variableFormat: VariableFormat;
  content: TemplateContent;
};

/** Where the value of a slot comes from: a contact field (by code) or the same text for everybody. */
export type ValueSource = { field: string; fallback?: string } | { text: string };
export type ValueSources = Record<string, ValueSource>;

export type TemplateFilling = {
  /** By slot key. */
  texts: Readonly<Record<string, string>>;
  /** By media slot key. */
  media?: Readonly<Record<string, { media: MediaSource; fileName?: string }>>;
  location?: { latitude: number; longitude: number; name?: string; address?: string };
  offerExpiresAt?: Date;
};

/** `words` says in a sentence what lacks; `field` is the empty contact field where one was to be used. */
export type MissingValue = { key: string; words: string; field?: string };

export type BuiltMessage = { ok: true; message: TemplateMessage } | { ok: false; missing: MissingValue[] };

/** Texts by slot key, from a contact's field values; what has neither value nor fallback is left out. */
export function textsFromSources(
  sources: ValueSources,
  fields: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, source] of Object.entries(sources)) {
    const text = 'text' in source ? source.text : fields[source.field]?.trim() || source.fallback;
    if (text !== undefined && text.trim() !== '') texts[key] = text;
  }
  return texts;
}

/**
 * The message with every value in place, or everything that lacks. `sources` only serves to name the empty contact
 * field. Makes many messages cheaply: `templateSlots` is asked once per template by `messageBuilder`.
 */
export function buildTemplateMessage(
  template: FillableTemplate,
  filling: TemplateFilling,
  sources: ValueSources = {},
): BuiltMessage {
  return messageBuilder(template, sources)(filling);
}

/** `buildTemplateMessage` for many people. */
export function messageBuilder(
  template: FillableTemplate,
  sources: ValueSources = {},
): (filling: TemplateFilling) => BuiltMessage {
  const { name, language, content } = template;
  const slots = templateSlots(content, template.variableFormat);
  const media = mediaSlots(content);
  const optOut = optOutButton(content);
  return (filling) => {
    const missing = [
      ...media.filter((slot) => !filling.media?.[slot.key]).map(missingMedia),
      ...slots
        .filter((slot) => !cleanText(filling.texts[slot.key]))
        .map((slot) => missingText(slot, sources)),
    ];
    if (content.header.kind === 'location' && !filling.location)
      missing.push({ key: 'header', words: 'The location of the header is missing.' });
    if (content.limitedTimeOffer?.hasExpiration && !filling.offerExpiresAt)
      missing.push({ key: 'offer', words: 'The end of the offer is missing.' });
    if (missing.length > 0) return { ok: false, missing };
    const values = present({
      header: headerValue('header', content.header.kind, slots, filling, template.variableFormat),
      body: bodyValues('body', slots, filling, template.variableFormat),
      buttons: buttonValues('button', slots, filling, optOut),
      cards: content.cards?.map((card, index) =>
        present({
          header: headerValue(
            `cards.${index}.header`,
            card.header.kind,
            slots,
            filling,
            template.variableFormat,
          ),
          body: bodyValues(`cards.${index}.body`, slots, filling, template.variableFormat),
          buttons: buttonValues(`cards.${index}.button`, slots, filling),
        }),
      ),
      offerExpiresAt: content.limitedTimeOffer ? filling.offerExpiresAt : undefined,
    });
    const message: TemplateMessage = { type: 'template', name, language };
    return { ok: true, message: Object.keys(values).length > 0 ? { ...message, values } : message };
  };
}

export type RenderedTemplate = {
  header?: { kind: 'text' | 'image' | 'video' | 'document' | 'location'; text?: string };
  body: string;
  footer?: string;
  buttons: { kind: TemplateButton['kind']; text: string; target?: string }[];
  cards?: Omit<RenderedTemplate, 'cards' | 'footer'>[];
};

/** The template as a person reads it; variables without a text stay as they are written. */
export function renderTemplate(
  content: TemplateContent,
  texts: Readonly<Record<string, string>>,
): RenderedTemplate {
  const at = (prefix: string) =>
    Object.fromEntries(
      Object.entries(texts)
        .filter(([key]) => key.startsWith(`${prefix}.`))
        .map(([key, text]) => [key.slice(prefix.length + 1), cleanText(text)]),
    );
  const { header } = content;
  const buttons = (all: TemplateButton[], prefix: string) =>
    all.map((button, index) => renderButton(button, texts[`${prefix}.${index}`]));
  return present({
    header:
      header.kind === 'none'
        ? undefined
        : header.kind === 'text'
          ? { kind: 'text' as const, text: fillVariables(header.text, at('header')) }
          : { kind: header.kind },
    body: content.oneTimePassword
      ? `*${texts[CODE_KEY] ?? '{{1}}'}*`
      : fillVariables(content.body.text, at('body')),
    footer: content.footer,
    buttons: buttons(content.buttons, 'button'),
    cards: content.cards?.map((card, index) => ({
      header: { kind: card.header.kind },
      body: fillVariables(card.body?.text ?? '', at(`cards.${index}.body`)),
      buttons: buttons(card.buttons, `cards.${index}.button`),
    })),
  });
}

function renderButton(
  button: TemplateButton,
  value: string | undefined,
): RenderedTemplate['buttons'][number] {
  switch (button.kind) {
    case 'url': {
      const start = button.url.split('{{')[0] ?? '';
      const target = value === undefined ? button.url : start + withoutStart(value, start);
      return { kind: 'url', text: button.text, target };
    }
    case 'phone':
      return { kind: 'phone', text: button.text, target: button.phone };
    case 'copy_code':
      return { kind: 'copy_code', text: value ?? button.example };
    default:
      return { kind: button.kind, text: button.text ?? '' };
  }
}

/** WhatsApp refuses line breaks, tabs and long runs of spaces within a value. */
function cleanText(text: string | undefined): string {
  return (text ?? '')
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(/ {4,}/g, '   ')
    .trim();
}

function missingMedia({ key, kind }: { key: string; kind: string }): MissingValue {
  return { key, words: `Choose the ${kind} that the header shows.` };
}

function missingText(slot: TemplateSlot, sources: ValueSources): MissingValue {
  const source = sources[slot.key];
  const what =
    slot.kind === 'text'
      ? `{{${slot.name}}} of the ${slot.part}`
      : slot.kind === 'link_end'
        ? `the link of “${slot.name}”`
        : 'the code';
  if (source && 'field' in source)
    return { key: slot.key, words: `The field ${source.field} for ${what} is empty.`, field: source.field };
  return { key: slot.key, words: `A value for ${what} is missing.` };
}

function textValue(slot: TemplateSlot, filling: TemplateFilling, format: VariableFormat): TextValue {
  const text = cleanText(filling.texts[slot.key]);
  return format === 'named' ? { text, name: slot.name } : { text };
}

function headerValue(
  key: string,
  kind: string,
  slots: TemplateSlot[],
  filling: TemplateFilling,
  format: VariableFormat,
): TemplateHeaderValue | undefined {
  const given = filling.media?.[key];
  if (kind === 'image' || kind === 'video' || kind === 'document')
    return given ? { type: kind, ...given } : undefined;
  if (kind === 'location') return filling.location ? { type: 'location', ...filling.location } : undefined;
  const slot = slots.find((one) => one.key.startsWith(`${key}.`));
  return slot ? { type: 'text', value: textValue(slot, filling, format) } : undefined;
}

function bodyValues(
  key: string,
  slots: TemplateSlot[],
  filling: TemplateFilling,
  format: VariableFormat,
): TextValue[] | undefined {
  const own = slots.filter((slot) => slot.key.startsWith(`${key}.`) || slot.key === CODE_KEY);
  return own.length > 0 ? own.map((slot) => textValue(slot, filling, format)) : undefined;
}

function buttonValues(
  key: string,
  slots: TemplateSlot[],
  filling: TemplateFilling,
  optOut?: number,
): TemplateButtonValue[] | undefined {
  const values: TemplateButtonValue[] = [];
  for (const slot of slots) {
    const text = cleanText(filling.texts[slot.key]);
    if (slot.key === CODE_KEY) values.push({ type: 'url', index: 0, text });
    if (!slot.key.startsWith(`${key}.`)) continue;
    const index = Number(slot.key.slice(key.length + 1));
    if (slot.kind === 'code') values.push({ type: 'copy_code', index, code: text });
    else values.push({ type: 'url', index, text: withoutStart(text, slot.linkStart ?? '') });
  }
  if (optOut !== undefined) values.push({ type: 'quick_reply', index: optOut, payload: OPT_OUT_PAYLOAD });
  return values.length > 0 ? values.sort((a, b) => a.index - b.index) : undefined;
}

function present<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
