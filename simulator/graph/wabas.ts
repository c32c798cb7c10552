// The WhatsApp Business Account: what it looks like and what can be changed.

import type { Waba } from '../world/businesses.ts';
import type { World } from '../world/world.ts';
import { type Fields, textOf, truthy } from './fields.ts';
import { accountHealth } from './health.ts';
import { choose, wantedFields } from './paging.ts';

const USUAL = ['name', 'timezone_id', 'message_template_namespace'];

export function shownWaba(world: World, waba: Waba, query: Fields): Fields {
  const portfolio = world.businesses.portfolios.get(waba.portfolioId)!;
  const node: Fields = {
    id: waba.id,
    name: waba.name,
    currency: waba.currency,
    timezone_id: waba.timezoneId,
    account_review_status: 'APPROVED',
    business_verification_status: 'verified',
    message_template_namespace: `${waba.id.slice(0, 8)}_0000_4000_8000_${waba.id.slice(-12)}`,
    ownership_type: 'SELF',
    country: 'IT',
    status: 'ACTIVE',
    health_status: accountHealth(waba.id, 'WABA'),
    is_enabled_for_insights: waba.insightsEnabled,
    marketing_messages_lite_api_status: 'ELIGIBLE',
    whatsapp_business_manager_messaging_limit: portfolio.messagingLimit,
    owner_business_info: { name: portfolio.name, id: portfolio.id },
    on_behalf_of_business_info: { name: portfolio.name, id: portfolio.id, status: 'APPROVED', type: 'SELF' },
  };
  return choose(node, wantedFields(query), USUAL);
}

/** POST /{waba-id}: name, time zone, insights. */
export function changeWaba(waba: Waba, fields: Fields): Fields {
  if (fields.name !== undefined) waba.name = textOf(fields.name) ?? waba.name;
  if (fields.timezone_id !== undefined) waba.timezoneId = textOf(fields.timezone_id) ?? waba.timezoneId;
  if (fields.is_enabled_for_insights === undefined) return { success: true, id: waba.id };
  waba.insightsEnabled ||= truthy(fields.is_enabled_for_insights);
  return { id: Number(waba.id) };
}
