// Writes a template draft as the body by which the Cloud API creates or edits a template.

import type {
  OneTimePassword,
  TemplateBody,
  TemplateButton,
  TemplateCard,
  TemplateContent,
  TemplateDraft,
  TemplateHeader,
  VariableExamples,
  VariableFormat,
} from '#whatsapp/template-model.ts';
import { variableNames } from '#whatsapp/template-variables.ts';
import { type Json, present } from './loose.ts';

export function writeTemplate(draft: TemplateDraft): Json {
  return present({
    name: draft.name,
    language: draft.language,
    category: draft.category.toUpperCase(),
    parameter_format: draft.variables.toUpperCase(),
    message_send_ttl_seconds: draft.timeToLiveSeconds,
    allow_category_change: draft.allowCategoryChange,
    components: writeComponents(draft.content, draft.variables),
  });
}

/** For an edit, which replaces all parts and names neither template nor language. */
export function writeTemplateEdit(draft: Omit<TemplateDraft, 'name' | 'language'>): Json {
  return present({
    category: draft.category.toUpperCase(),
    message_send_ttl_seconds: draft.timeToLiveSeconds,
    components: writeComponents(draft.content, draft.variables),
  });
}

function writeComponents(content: TemplateContent, format: VariableFormat): Json[] {
  if (content.oneTimePassword) return writeOneTimePassword(content.oneTimePassword);
  return [
    ...writeHeader(content.header, format),
    ...(content.limitedTimeOffer
      ? [
          {
            type: 'LIMITED_TIME_OFFER',
            limited_time_offer: {
              text: content.limitedTimeOffer.text,
              has_expiration: content.limitedTimeOffer.hasExpiration,
            },
          },
        ]
      : []),
    ...(content.body.text === '' ? [] : [writeBody(content.body, format)]),
    ...(content.footer === undefined ? [] : [{ type: 'FOOTER', text: content.footer }]),
    ...writeButtons(content.buttons),
    ...(content.cards
      ? [{ type: 'CAROUSEL', cards: content.cards.map((card) => writeCard(card, format)) }]
      : []),
    ...(content.otherParts ?? []),
  ];
}

function writeHeader(header: TemplateHeader, format: VariableFormat): Json[] {
  if (header.kind === 'none') return [];
  const written = { type: 'HEADER', format: header.kind.toUpperCase() };
  if (header.kind === 'location') return [written];
  if (header.kind === 'text') {
    const example = writeExamples(header, format, 'header_text', (values) => values);
    return [present({ ...written, text: header.text, example })];
  }
  return [present({ ...written, example: header.sample ? { header_handle: [header.sample] } : undefined })];
}

function writeBody(body: TemplateBody, format: VariableFormat): Json {
  const example = writeExamples(body, format, 'body_text', (values) => [values]);
  return present({ type: 'BODY', text: body.text, example });
}

function writeExamples(
  { text, examples = {} }: { text: string; examples?: VariableExamples },
  format: VariableFormat,
  key: 'header_text' | 'body_text',
  arrange: (values: string[]) => unknown,
): Json | undefined {
  const names = variableNames(text);
  if (names.length === 0) return undefined;
  if (format === 'named') {
    const pairs = names.map((name) => ({ param_name: name, example: examples[name] ?? '' }));
    return { [`${key}_named_params`]: pairs };
  }
  const inOrder = [...names].sort((a, b) => Number(a) - Number(b));
  return { [key]: arrange(inOrder.map((name) => examples[name] ?? '')) };
}

function writeButtons(buttons: TemplateButton[]): Json[] {
  return buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons: buttons.map(writeButton) }];
}

function writeButton(button: TemplateButton): Json {
  switch (button.kind) {
    case 'quick_reply':
      return { type: 'QUICK_REPLY', text: button.text };
    case 'url': {
      const example = button.example && variableNames(button.url).length > 0 ? [button.example] : undefined;
      return present({ type: 'URL', text: button.text, url: button.url, example });
    }
    case 'phone':
      return { type: 'PHONE_NUMBER', text: button.text, phone_number: button.phone };
    case 'copy_code':
      return { type: 'COPY_CODE', example: button.example };
    case 'flow':
      return present({
        type: 'FLOW',
        text: button.text,
        flow_id: button.flowId,
        flow_name: button.flowName,
        flow_action: button.action,
        navigate_screen: button.screen,
      });
    case 'other':
      return button.raw;
  }
}

function writeCard(card: TemplateCard, format: VariableFormat): Json {
  return {
    components: [
      ...writeHeader(card.header, format),
      ...(card.body ? [writeBody(card.body, format)] : []),
      ...writeButtons(card.buttons),
    ],
  };
}

function writeOneTimePassword(password: OneTimePassword): Json[] {
  return [
    present({ type: 'BODY', add_security_recommendation: password.securityRecommendation }),
    ...(password.expiresInMinutes === undefined
      ? []
      : [{ type: 'FOOTER', code_expiration_minutes: password.expiresInMinutes }]),
    {
      type: 'BUTTONS',
      buttons: [
        present({
          type: 'OTP',
          otp_type: password.button.toUpperCase(),
          text: password.text,
          autofill_text: password.autofillText,
          supported_apps: password.apps?.map(({ packageName, signatureHash }) => ({
            package_name: packageName,
            signature_hash: signatureHash,
          })),
          zero_tap_terms_accepted: password.zeroTapTermsAccepted,
        }),
      ],
    },
  ];
}
