// Writes a conversion event as Meta reads it: its name of their list, people hashed, click ids plain.
import { createHash } from 'node:crypto';
import type { ConversionEvent, ConversionKind } from '#whatsapp/conversions.ts';

/** Meta's list for business messaging is closed: in it a lead is called otherwise than on web pages, a loss nothing. */
const NAMES: Record<ConversionKind, string> = {
  lead: 'LeadSubmitted',
  view: 'ViewContent',
  lost: 'ViewContent',
  purchase: 'Purchase',
};

export function writeConversionEvent(event: ConversionEvent, wabaId: string): object {
  const { id, kind, at, clickId, phone, email, worth } = event;
  return {
    event_name: NAMES[kind],
    event_time: Math.floor(at.getTime() / 1_000),
    event_id: id,
    action_source: 'business_messaging',
    messaging_channel: 'whatsapp',
    user_data: {
      whatsapp_business_account_id: wabaId,
      ...(clickId ? { ctwa_clid: clickId } : {}),
      ...(phone ? { ph: [hashed(normalPhone(phone))] } : {}),
      ...(email ? { em: [hashed(normalEmail(email))] } : {}),
    },
    ...(worth ? { custom_data: { currency: worth.currency, value: worth.value } } : {}),
  };
}

/** Digits with the country's code: no plus, no zeros before it. */
export function normalPhone(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^0+/, '');
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

function hashed(normal: string): string {
  return createHash('sha256').update(normal).digest('hex');
}
