// A template as Graph shows it.

import type { Template, TemplateButton, TemplateComponent } from '../world/templates.ts';
import type { Fields } from './fields.ts';

export const USUAL_TEMPLATE_FIELDS = [
  'name',
  'parameter_format',
  'components',
  'language',
  'status',
  'category',
  'previous_category',
];

export function templateNode(template: Template): Fields {
  return {
    id: template.id,
    name: template.name,
    language: template.language,
    status: template.status,
    category: template.category,
    previous_category: template.previousCategory,
    parameter_format: template.parameterFormat,
    components: template.components.map((part) => shownComponent(part, template.category)),
    rejected_reason: template.rejectedReason,
    quality_score: template.quality,
    message_send_ttl_seconds: template.ttlSeconds,
    cta_url_link_tracking_opted_out: false,
  };
}

/** One-time-code buttons come back as URL buttons; the fixed texts of authentication templates are written out. */
function shownComponent(part: TemplateComponent, category: string): TemplateComponent {
  if (category !== 'AUTHENTICATION') return part;
  if (part.type === 'BODY') {
    const advice = part.add_security_recommendation ? ' For your security, do not share this code.' : '';
    return {
      ...part,
      text: `*{{1}}* is your verification code.${advice}`,
      example: { body_text: [['123456']] },
    };
  }
  if (part.type === 'FOOTER')
    return { ...part, text: `This code expires in ${part.code_expiration_minutes} minutes.` };
  if (part.type === 'BUTTONS') return { ...part, buttons: part.buttons?.map(shownButton) };
  return part;
}

function shownButton(button: TemplateButton): TemplateButton {
  if (button.type !== 'OTP') return button;
  const kind = String(button.otp_type).toUpperCase();
  const url = `https://www.whatsapp.com/otp/code/?otp_type=${kind}&code=otp{{1}}`;
  return { type: 'URL', text: button.text ?? 'Copy code', url, example: [url.replace('{{1}}', '123456')] };
}
