// The check of a connection, against a Graph API with one number and settable troubles.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkConnection } from './connect-check.ts';

const keys = { token: 'good', wabaId: '42', phoneNumberId: '106', appSecret: 'right' };
const number = {
  id: '106',
  display_phone_number: '+1 555-078-3881',
  verified_name: 'Lucky Shrub',
  quality_rating: 'GREEN',
  name_status: 'APPROVED',
  code_verification_status: 'VERIFIED',
  status: 'CONNECTED',
  platform_type: 'CLOUD_API',
  throughput: { level: 'HIGH' },
  whatsapp_business_manager_messaging_limit: 'TIER_2K',
};
const scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
const refusal = (code: number, message = 'x') => ({ error: { code, message, type: 'OAuthException' } });

let server: Server;
let baseUrl: string;
let answers: Record<string, object>;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://x');
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const known = token === 'good' || token === '7|right';
    const body = known
      ? (answers[pathname.replace('/v26.0/', '')] ?? refusal(100))
      : refusal(190, 'Invalid OAuth access token');
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => {
  answers = {
    debug_token: { data: { is_valid: true, app_id: '7', expires_at: 0, scopes } },
    42: { id: '42', name: 'Lucky' },
    '42/phone_numbers': { data: [{ id: '105' }, { id: '106' }] },
    106: number,
  };
});

async function problems(given = keys) {
  const report = await checkConnection(given, { baseUrl });
  return report.problems.map(({ code, field }) => `${field}: ${code}`);
}

describe('checkConnection', () => {
  it('finds nothing wrong, and tells of the number', async () => {
    expect(await checkConnection(keys, { baseUrl })).toEqual({
      problems: [],
      appId: '7',
      wabaName: 'Lucky',
      number: {
        phoneNumberId: '106',
        phone: '+1 555-078-3881',
        displayName: 'Lucky Shrub',
        displayNameStatus: 'approved',
        quality: 'green',
        messagingLimit: 2000,
        throughputPerSecond: 1000,
        status: 'connected',
        verified: true,
        registered: true,
        officialBusinessAccount: false,
        onPhoneApp: false,
      },
    });
  });

  it('names a token that is missing, wrong, or expired', async () => {
    expect(await problems({ ...keys, token: ' ' })).toEqual(['token: token_missing']);
    expect(await problems({ ...keys, token: 'bad' })).toEqual(['token: token_invalid']);
    answers.debug_token = { data: { is_valid: false, error: { message: 'Session has expired on Friday' } } };
    expect(await problems()).toEqual(['token: token_expired']);
  });

  it('names each missing permission', async () => {
    answers.debug_token = { data: { is_valid: true, app_id: '7', scopes: [scopes[1]] } };
    const { problems: found } = await checkConnection(keys, { baseUrl });
    expect(found).toMatchObject([
      { code: 'scope_missing', message: expect.stringContaining('whatsapp_business_messaging') },
    ]);
  });

  it('names an account or number that the token does not reach', async () => {
    expect(await problems({ ...keys, wabaId: '43' })).toEqual(['wabaId: waba_unreachable']);
    expect(await problems({ ...keys, wabaId: 'no id' })).toEqual(['wabaId: waba_unreachable']);
    expect(await problems({ ...keys, phoneNumberId: '999' })).toEqual([
      'phoneNumberId: number_not_in_waba',
      'phoneNumberId: number_unreachable',
    ]);
    answers['42/phone_numbers'] = { data: [{ id: '105' }] };
    expect(await problems()).toEqual(['phoneNumberId: number_not_in_waba']);
  });

  it('names a number that is not verified or registered, which can be mended afterwards', async () => {
    answers[106] = { ...number, status: 'PENDING', code_verification_status: 'NOT_VERIFIED' };
    const { problems: found } = await checkConnection(keys, { baseUrl });
    expect(found).toMatchObject([
      { code: 'number_not_verified', blocking: false },
      { code: 'number_not_registered', blocking: false },
    ]);
  });

  it('names a wrong app secret', async () => {
    expect(await problems({ ...keys, appSecret: 'wrong' })).toEqual(['appSecret: app_secret_wrong']);
  });

  it('says when nobody answers, once', async () => {
    const report = await checkConnection(keys, { baseUrl: 'http://127.0.0.1:9' });
    expect(report.problems.map(({ code }) => code)).toEqual(['provider_unreachable']);
  });
});
