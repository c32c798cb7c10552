// Reads a template as the Cloud API lists it, in whichever case and form it is written.

import type {
  OneTimePassword,
  RemoteTemplate,
  TemplateBody,
  TemplateButton,
  TemplateCard,
  TemplateCategory,
  TemplateContent,
  TemplateHeader,
  VariableExamples,
  VariableFormat,
} from '#whatsapp/template-model.ts';
import { variableNames } from '#whatsapp/template-variables.ts';
import { flag, isObject, type Json, number, part, parts, present, text } from './loose.ts';
import { templateQuality, templateStatus } from './read-template-news.ts';
import { languageCode } from './webhook-change.ts';

const CATEGORIES: ReadonlySet<string> = new Set<TemplateCategory>(['marketing', 'utility', 'authentication']);

export function readTemplate(raw: Json): RemoteTemplate {
  const category = (text(raw, 'category') ?? '').toLowerCase();
  const components = parts(raw, 'components');
  const content = readTemplateContent(components);
  const quality = isObject(raw.quality_score) ? text(raw.quality_score, 'score') : text(raw, 'quality_score');
  const rejectedReason = text(raw, 'rejected_reason');
  return present({
    id: text(raw, 'id') ?? '',
    name: text(raw, 'name') ?? '',
    language: languageCode(text(raw, 'language')),
    category: CATEGORIES.has(category) ? (category as TemplateCategory) : 'other',
    previousCategory: text(raw, 'previous_category')?.toLowerCase(),
    status: templateStatus(text(raw, 'status')),
    quality: templateQuality(quality),
    rejectedReason: rejectedReason === 'NONE' ? undefined : rejectedReason,
    variables: variableFormat(raw, content),
    timeToLiveSeconds: number(raw, 'message_send_ttl_seconds'),
    content,
    raw,
  });
}

function variableFormat(raw: Json, content: TemplateContent): VariableFormat {
  const told = text(raw, 'parameter_format')?.toLowerCase();
  if (told === 'named' || told === 'positional') return told;
  const names = variableNames(content.body.text);
  return names.some((name) => !/^\d+$/.test(name)) ? 'named' : 'positional';
}

export function readTemplateContent(components: Json[]): TemplateContent {
  const content: TemplateContent = { header: { kind: 'none' }, body: { text: '' }, buttons: [] };
  const others: Json[] = [];
  for (const component of components) {
    switch (upper(component, 'type')) {
      case 'HEADER': {
        const header = readHeader(component);
        if (header) content.header = header;
        else others.push(component);
        break;
      }
      case 'BODY':
        content.body = readBody(component);
        break;
      case 'FOOTER':
        content.footer = text(component, 'text');
        break;
      case 'BUTTONS':
        content.buttons = parts(component, 'buttons').map(readButton);
        break;
      case 'CAROUSEL':
        content.cards = parts(component, 'cards').map(readCard);
        break;
      case 'LIMITED_TIME_OFFER': {
        const offer = part(component, 'limited_time_offer');
        content.limitedTimeOffer = {
          text: text(offer, 'text') ?? '',
          hasExpiration: flag(offer, 'has_expiration') ?? false,
        };
        break;
      }
      default:
        others.push(component);
    }
  }
  const oneTimePassword = readOneTimePassword(components);
  return present({ ...content, oneTimePassword, otherParts: others.length > 0 ? others : undefined });
}

function upper(from: Json, key: string): string {
  return (text(from, key) ?? '').toUpperCase();
}

function readHeader(component: Json): TemplateHeader | undefined {
  const example = part(component, 'example');
  switch (upper(component, 'format')) {
    case 'TEXT':
      return present({
        kind: 'text',
        text: text(component, 'text') ?? '',
        examples: readExamples(text(component, 'text') ?? '', example, 'header_text'),
      });
    case 'IMAGE':
    case 'VIDEO':
    case 'DOCUMENT': {
      const [sample] = strings(example.header_handle);
      return present({
        kind: upper(component, 'format').toLowerCase() as 'image' | 'video' | 'document',
        sample,
      });
    }
    case 'LOCATION':
      return { kind: 'location' };
    default:
      return undefined;
  }
}

function readBody(component: Json): TemplateBody {
  const words = text(component, 'text') ?? '';
  return present({ text: words, examples: readExamples(words, part(component, 'example'), 'body_text') });
}

/** Positional examples come as a list or as a list of lists; named ones as pairs. */
function readExamples(words: string, example: Json, key: string): VariableExamples | undefined {
  const named = parts(example, `${key}_named_params`);
  if (named.length > 0)
    return Object.fromEntries(
      named.map((pair) => [text(pair, 'param_name') ?? '', text(pair, 'example') ?? '']),
    );
  const given = example[key];
  const values = strings(Array.isArray(given) && Array.isArray(given[0]) ? given[0] : given);
  if (values.length === 0) return undefined;
  const names = variableNames(words).sort((a, b) => Number(a) - Number(b));
  return Object.fromEntries(values.map((value, index) => [names[index] ?? String(index + 1), value]));
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function readButton(button: Json): TemplateButton {
  const label = text(button, 'text') ?? '';
  const [example] = strings(button.example);
  switch (upper(button, 'type')) {
    case 'QUICK_REPLY':
      return { kind: 'quick_reply', text: label };
    case 'URL':
      return present({ kind: 'url', text: label, url: text(button, 'url') ?? '', example });
    case 'PHONE_NUMBER':
      return { kind: 'phone', text: label, phone: text(button, 'phone_number') ?? '' };
    case 'COPY_CODE':
      return { kind: 'copy_code', example: example ?? '' };
    case 'FLOW': {
      const action = text(button, 'flow_action')?.toLowerCase();
      return present({
        kind: 'flow',
        text: label,
        flowId: text(button, 'flow_id'),
        flowName: text(button, 'flow_name'),
        action: action === 'navigate' || action === 'data_exchange' ? action : undefined,
        screen: text(button, 'navigate_screen'),
      });
    }
    default:
      return present({
        kind: 'other',
        providerKind: (text(button, 'type') ?? 'unknown').toLowerCase(),
        text: text(button, 'text'),
        raw: button,
      });
  }
}

function readCard(card: Json): TemplateCard {
  const { header, body, buttons } = readTemplateContent(parts(card, 'components'));
  return present({
    header: present({
      kind: header.kind === 'video' ? 'video' : 'image',
      sample: 'sample' in header ? header.sample : undefined,
    }),
    body: body.text === '' ? undefined : body,
    buttons,
  });
}

/** What was handed in as a one-time-code button is listed as a link of WhatsApp's own. */
function readOneTimePassword(components: Json[]): OneTimePassword | undefined {
  const component = (type: string) => components.find((one) => upper(one, 'type') === type) ?? {};
  const [button] = parts(component('BUTTONS'), 'buttons');
  if (!button) return undefined;
  const url = text(button, 'url') ?? '';
  const asLink = upper(button, 'type') === 'URL' && /^https:\/\/www\.whatsapp\.com\/otp\/code\//.test(url);
  if (upper(button, 'type') !== 'OTP' && !asLink) return undefined;
  const kind = text(button, 'otp_type') ?? /otp_type=([A-Z_]+)/i.exec(url)?.[1] ?? '';
  const otpKind = kind.toLowerCase();
  const apps = parts(button, 'supported_apps');
  return present({
    button: otpKind === 'one_tap' || otpKind === 'zero_tap' ? otpKind : 'copy_code',
    text: text(button, 'text'),
    autofillText: text(button, 'autofill_text'),
    apps:
      apps.length === 0
        ? undefined
        : apps.map((app) => ({
            packageName: text(app, 'package_name') ?? '',
            signatureHash: text(app, 'signature_hash') ?? '',
          })),
    securityRecommendation: flag(component('BODY'), 'add_security_recommendation'),
    expiresInMinutes: number(component('FOOTER'), 'code_expiration_minutes'),
  });
}
