// Endpoints that exist at WhatsApp but are not imitated: they answer a plausible success and keep the request.

import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import { graphId } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { phoneFor, wabaFor } from './access.ts';
import { type Fields, fieldsOf } from './fields.ts';

type Owner = 'phone' | 'waba' | 'any';
type Answer = (fields: Fields, world: World, id: string) => unknown;

const success: Answer = () => ({ success: true });
const made: Answer = () => ({ id: graphId() });
const emptyList: Answer = () => ({ data: [] });

const EDGES: [method: HTTPMethods, owner: Owner, edge: string, answer: Answer][] = [
  [
    'POST',
    'phone',
    'calls',
    (fields) =>
      fields.action === 'connect'
        ? { messaging_product: 'whatsapp', calls: [{ id: `wacid.${randomBytes(30).toString('base64url')}` }] }
        : { messaging_product: 'whatsapp', success: true },
  ],
  [
    'GET',
    'phone',
    'call_permissions',
    () => ({ messaging_product: 'whatsapp', permission: { status: 'no_permission' }, actions: [] }),
  ],
  [
    'POST',
    'phone',
    'settings',
    (fields, world, id) => {
      Object.assign(world.businesses.phones.get(id)!.settings, fields);
      return { success: true };
    },
  ],
  [
    'GET',
    'phone',
    'settings',
    (_fields, world, id) => ({
      calling: { status: 'DISABLED' },
      ...world.businesses.phones.get(id)!.settings,
    }),
  ],
  [
    'POST',
    'phone',
    'conversational_automation',
    (fields, world, id) => {
      world.businesses.phones.get(id)!.automation = fields;
      return { success: true };
    },
  ],
  [
    'POST',
    'phone',
    'message_qrdls',
    (fields) => {
      const code = String(fields.code ?? randomBytes(9).toString('hex').toUpperCase().slice(0, 14));
      return {
        code,
        prefilled_message: fields.prefilled_message,
        deep_link_url: `https://wa.me/message/${code}`,
        ...(fields.generate_qr_image !== undefined && { qr_image_url: `https://scontent.example/${code}` }),
      };
    },
  ],
  ['GET', 'phone', 'message_qrdls', emptyList],
  ['POST', 'phone', 'messages_encrypted', success],
  ['POST', 'phone', 'official_business_account', success],
  ['GET', 'phone', 'official_business_account', () => ({ oba_status: 'NOT_STARTED' })],
  ['POST', 'phone', 'business_compliance_info', success],
  ['GET', 'phone', 'business_compliance_info', emptyList],
  ['POST', 'phone', 'whatsapp_business_encryption', success],
  ['GET', 'phone', 'whatsapp_business_encryption', () => ({ business_public_key_signature_status: 'VALID' })],
  [
    'GET',
    'phone',
    'whatsapp_commerce_settings',
    () => ({ data: [{ is_cart_enabled: false, is_catalog_visible: false }] }),
  ],
  ['POST', 'phone', 'whatsapp_commerce_settings', success],
  [
    'GET',
    'phone',
    'username',
    (_fields, world, id) => ({ username: world.businesses.phones.get(id)!.username ?? null }),
  ],
  ['POST', 'phone', 'username', success],
  ['DELETE', 'phone', 'username', success],
  ['GET', 'waba', 'flows', emptyList],
  ['POST', 'waba', 'flows', () => ({ id: graphId(), success: true, validation_errors: [] })],
  ['GET', 'waba', 'assigned_users', emptyList],
  ['POST', 'waba', 'assigned_users', success],
  ['DELETE', 'waba', 'assigned_users', success],
  ['GET', 'waba', 'activities', emptyList],
  ['GET', 'waba', 'template_analytics', emptyList],
  ['GET', 'waba', 'product_catalogs', emptyList],
  ['POST', 'waba', 'schedules', made],
  ['POST', 'waba', 'obo_mobility_intent', success],
  ['POST', 'waba', 'set_obo_mobility_intent', success],
  ['POST', 'waba', 'set_solution_migration_intent', success],
  ['POST', 'waba', 'migrate_message_templates', () => ({ migrated_templates: [], failed_templates: {} })],
  ['POST', 'any', 'whatsapp_business_solution', made],
  ['POST', 'any', 'add_phone_numbers', made],
  ['POST', 'any', 'share_preverified_numbers', success],
  ['POST', 'any', 'accept', success],
  ['POST', 'any', 'reject', success],
  ['POST', 'any', 'send_deactivation_request', success],
  ['POST', 'any', 'reject_deactivation_request', success],
  [
    'GET',
    'any',
    'owned_whatsapp_business_accounts',
    (_fields, world, id) => ({
      data: [...world.businesses.wabas.values()]
        .filter((waba) => waba.portfolioId === id)
        .map((waba) => ({ id: waba.id, name: waba.name, timezone_id: waba.timezoneId })),
    }),
  ],
  ['GET', 'any', 'client_whatsapp_business_accounts', emptyList],
];

export function outOfScope(app: FastifyInstance, world: World): void {
  for (const [method, owner, edge, answer] of EDGES) {
    app.route({
      method,
      url: `/:id/${edge}`,
      handler: async (request) => {
        const { id } = request.params as { id: string };
        if (owner === 'phone') phoneFor(world, request.caller, id, 'whatsapp_business_management');
        if (owner === 'waba') wabaFor(world, request.caller, id);
        const fields = fieldsOf(request);
        keep(world, request, fields);
        return answer(fields, world, id);
      },
    });
  }
}

function keep(world: World, request: FastifyRequest, body: Fields): void {
  world.outOfScope.add({
    name: request.url.split('?')[0]!.split('/').at(-1)!,
    at: new Date(world.clock.now()).toISOString(),
    method: request.method,
    path: request.url,
    headers: {},
    query: request.query,
    body,
  });
}
