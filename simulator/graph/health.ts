// Whether a number, an account or a template can send right now, and what is in the way.

import type { Phone } from '../world/businesses.ts';
import type { World } from '../world/world.ts';

interface Entity {
  entity_type: string;
  id: string;
  can_send_message: 'AVAILABLE' | 'LIMITED' | 'BLOCKED';
  errors?: { error_code: number; error_description: string; possible_solution: string }[];
}

export function healthStatus(world: World, phone: Phone) {
  const waba = world.businesses.wabaOf(phone);
  const entities: Entity[] = [
    phoneEntity(phone),
    { entity_type: 'WABA', id: waba.id, can_send_message: 'AVAILABLE' },
    { entity_type: 'BUSINESS', id: waba.portfolioId, can_send_message: 'AVAILABLE' },
  ];
  const appId = [...waba.subscribed.keys()][0];
  if (appId) entities.push({ entity_type: 'APP', id: appId, can_send_message: 'AVAILABLE' });
  return { can_send_message: entities[0]!.can_send_message, entities };
}

export function accountHealth(
  id: string,
  entityType: 'WABA' | 'BUSINESS' | 'MESSAGE_TEMPLATE',
  blocked = false,
) {
  const state = blocked ? 'BLOCKED' : 'AVAILABLE';
  return { can_send_message: state, entities: [{ entity_type: entityType, id, can_send_message: state }] };
}

function phoneEntity(phone: Phone): Entity {
  const entity = { entity_type: 'PHONE_NUMBER', id: phone.id };
  if (phone.registered && phone.status === 'RESTRICTED') {
    const error = {
      error_code: 368,
      error_description: 'The account is restricted: it may only answer.',
      possible_solution: 'Wait until the restriction ends, and send what people want.',
    };
    return { ...entity, can_send_message: 'LIMITED', errors: [error] };
  }
  if (!phone.registered || phone.status !== 'CONNECTED') {
    const error = {
      error_code: 141000,
      error_description: 'The phone number is not registered with Cloud API.',
      possible_solution: 'Register the phone number.',
    };
    return { ...entity, can_send_message: 'BLOCKED', errors: [error] };
  }
  return { ...entity, can_send_message: phone.qualityRating === 'RED' ? 'LIMITED' : 'AVAILABLE' };
}
