// Reads a shared contact, of which any part may be missing.

import type { ContactCard } from '#whatsapp/outgoing-message.ts';
import { type Json, part, parts, present, text } from './loose.ts';

export function readContactCard(card: Json): ContactCard {
  const name = part(card, 'name');
  const organization = part(card, 'org');
  const phones = parts(card, 'phones');
  const first = text(name, 'first_name');
  const last = text(name, 'last_name');
  const formatted = text(name, 'formatted_name') ?? [first, last].filter(Boolean).join(' ');
  return present({
    name: present({
      formatted: formatted || (phones[0] && text(phones[0], 'phone')) || '',
      first,
      middle: text(name, 'middle_name'),
      last,
      prefix: text(name, 'prefix'),
      suffix: text(name, 'suffix'),
    }),
    phones: some(phones, (phone) => ({
      phone: text(phone, 'phone') ?? text(phone, 'wa_id') ?? '',
      type: text(phone, 'type'),
      waId: text(phone, 'wa_id'),
    })),
    emails: some(parts(card, 'emails'), (email) => ({
      email: text(email, 'email') ?? '',
      type: text(email, 'type'),
    })),
    urls: some(parts(card, 'urls'), (url) => ({ url: text(url, 'url') ?? '', type: text(url, 'type') })),
    addresses: some(parts(card, 'addresses'), (address) => ({
      street: text(address, 'street'),
      city: text(address, 'city'),
      state: text(address, 'state'),
      zip: text(address, 'zip'),
      country: text(address, 'country'),
      countryCode: text(address, 'country_code'),
      type: text(address, 'type'),
    })),
    organization:
      Object.keys(organization).length === 0
        ? undefined
        : present({
            company: text(organization, 'company'),
            department: text(organization, 'department'),
            title: text(organization, 'title'),
          }),
    birthday: text(card, 'birthday'),
  });
}

function some<T extends object>(list: Json[], read: (item: Json) => T): T[] | undefined {
  return list.length === 0 ? undefined : list.map((item) => present(read(item)));
}
