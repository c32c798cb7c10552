// The business profile that customers see.

import type { FastifyInstance } from 'fastify';
import type { World } from '../world/world.ts';
import { phoneFor } from './access.ts';
import { type Fields, fieldsOf, opened, requireProduct, textOf } from './fields.ts';
import { invalidParameter } from './graph-error.ts';
import { wantedFields } from './paging.ts';

const MOST: Record<string, number> = { about: 139, address: 256, description: 512, email: 128 };
const VERTICALS = [
  'ALCOHOL',
  'APPAREL',
  'AUTO',
  'BEAUTY',
  'EDU',
  'ENTERTAIN',
  'EVENT_PLAN',
  'FINANCE',
  'GOVT',
  'GROCERY',
  'HEALTH',
  'HOTEL',
  'NONPROFIT',
  'ONLINE_GAMBLING',
  'OTC_DRUGS',
  'OTHER',
  'PHYSICAL_GAMBLING',
  'PROF_SERVICES',
  'RESTAURANT',
  'RETAIL',
  'TRAVEL',
  'UNDEFINED',
  'NOT_A_BIZ',
  '',
];

export function profile(app: FastifyInstance, world: World): void {
  app.get<{ Params: { id: string } }>('/:id/whatsapp_business_profile', async (request) => {
    const phone = phoneFor(world, request.caller, request.params.id, 'whatsapp_business_management');
    const wanted = wantedFields(opened(request.query as Fields)) ?? [];
    const shown: Fields = { messaging_product: 'whatsapp' };
    for (const name of wanted) {
      const value = phone.profile[name];
      if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
        shown[name] = value;
    }
    return { data: [shown] };
  });

  app.post<{ Params: { id: string } }>('/:id/whatsapp_business_profile', async (request) => {
    const phone = phoneFor(world, request.caller, request.params.id, 'whatsapp_business_management');
    const fields = fieldsOf(request);
    requireProduct(fields);
    phone.profile = { ...phone.profile, ...readProfile(world, fields) };
    return { success: true };
  });
}

/** Checks the fields of a profile and returns those that were given. */
export function readProfile(world: World, fields: Fields): Fields {
  const profile: Fields = {};
  for (const [name, most] of Object.entries(MOST)) {
    if (fields[name] === undefined) continue;
    const text = textOf(fields[name]) ?? '';
    if ([...text].length > most)
      throw invalidParameter(`Param ${name} must be at most ${most} characters long.`);
    if (name === 'about' && text === '') throw invalidParameter('Param about must have 1 to 139 characters.');
    if (name === 'email' && text !== '' && !/^\S+@\S+\.\S+$/.test(text))
      throw invalidParameter('Param email must be a valid e-mail address.');
    profile[name] = text;
  }
  if (fields.vertical !== undefined) {
    if (!VERTICALS.includes(String(fields.vertical)))
      throw invalidParameter(`Param vertical must be one of {${VERTICALS.join(', ')}}.`);
    profile.vertical = fields.vertical;
  }
  if (fields.websites !== undefined) {
    const sites = Array.isArray(fields.websites) ? fields.websites.map(String) : [];
    if (!Array.isArray(fields.websites) || sites.length > 2)
      throw invalidParameter('Param websites must be a list of at most 2.');
    if (sites.some((site) => site.length > 256 || !/^https?:\/\//i.test(site))) {
      throw invalidParameter(
        'Every website must start with http:// or https:// and have at most 256 characters.',
      );
    }
    profile.websites = sites;
  }
  if (fields.profile_picture_handle !== undefined) {
    const handle = String(fields.profile_picture_handle);
    const picture = world.media.handles.get(handle);
    profile.profile_picture_url = picture
      ? `data:${picture.mimeType};base64,${picture.bytes.toString('base64')}`
      : `${world.url}/phone/unknown-picture`;
  }
  return profile;
}
