// What the client makes of answers, errors and broken connections, against a server that gives them.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import { type CloudApi, createCloudApi } from './cloud-api.ts';

const TOKEN = 'EAAsecret-token';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function providerOf(listener: RequestListener): Promise<WhatsAppProvider> {
  const server: Server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(
    () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  );
  return connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

function connect(baseUrl: string): WhatsAppProvider {
  const api: CloudApi = createCloudApi({
    baseUrl,
    connections: 4,
    answerTimeoutMs: 400,
    connectTimeoutMs: 400,
  });
  closing.push(() => api.close());
  return api.provider({ token: TOKEN, wabaId: '42', phoneNumberId: '106', appId: '7' });
}

const answering =
  (status: number, body: string): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
const error = (code: number, rest: object = {}) =>
  JSON.stringify({ error: { message: `(#${code}) x`, code, ...rest } });
const hello = {
  recipient: { phone: '+393331234567' },
  callbackId: 'ours-1',
  content: { type: 'text' as const, text: 'Hello' },
};
const accepted = JSON.stringify({
  messaging_product: 'whatsapp',
  contacts: [{ input: '+393331234567', wa_id: '393331234567' }],
  messages: [{ id: 'wamid.A', message_status: 'held_for_quality_assessment' }],
});

describe('send', () => {
  it('posts one body to the number, with the token in a header and our id in it', async () => {
    const seen: { method?: string; url?: string; token?: string; body: string }[] = [];
    const provider = await providerOf((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        seen.push({ method: request.method, url: request.url, token: request.headers.authorization, body });
        response.end(accepted);
      });
    });
    expect(await provider.send(hello)).toEqual({
      outcome: 'accepted',
      providerMessageId: 'wamid.A',
      waId: '393331234567',
      held: true,
    });
    expect(seen).toMatchObject([{ method: 'POST', url: '/v26.0/106/messages', token: `Bearer ${TOKEN}` }]);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+393331234567',
      biz_opaque_callback_data: 'ours-1',
      type: 'text',
      text: { body: 'Hello' },
    });
  });

  it.each([
    ['a refusal with status 400', 400, error(131047), 'refused', 'window_closed'],
    ['a refusal that comes with status 200', 200, error(131026), 'refused', 'recipient_unreachable'],
    ['a known refusal with status 500', 500, error(131045), 'refused', 'number_not_registered'],
    ['a fault that may have been accepted', 500, error(131000), 'uncertain', 'provider_fault'],
    ['a status 502 without JSON', 502, '<html>Bad gateway</html>', 'uncertain', 'provider_unreachable'],
    ['a status 429 without JSON', 429, 'slow down', 'refused', 'rate_limited_app'],
    ['a status 404 without JSON', 404, 'nothing here', 'refused', 'unknown'],
    ['a code that nobody documented', 400, error(777_777), 'refused', 'unknown'],
    ['an answer without a message', 200, '{"messages":[]}', 'uncertain', 'provider_fault'],
    ['an answer that is no JSON', 200, 'OK', 'uncertain', 'provider_unreachable'],
  ])('reads %s', async (_name, status, body, outcome, kind) => {
    const provider = await providerOf(answering(status, body));
    expect(await provider.send(hello)).toMatchObject({ outcome, failure: { kind } });
  });

  it.each([
    [
      'x-business-use-case-usage',
      '{"42":[{"type":"whatsapp","call_count":100,"estimated_time_to_regain_access":7}]}',
      420,
    ],
    ['retry-after', '30', 30],
    ['x-business-use-case-usage', 'not JSON', undefined],
  ])('takes the time to wait from the header %s', async (name, value, seconds) => {
    const provider = await providerOf((_request, response) => {
      response.writeHead(400, { [name]: value }).end(error(80007));
    });
    const outcome = await provider.send(hello);
    expect(outcome).toMatchObject({ failure: { kind: 'rate_limited_account', retry: 'later' } });
    expect(outcome.outcome === 'refused' && outcome.failure.waitSeconds).toBe(seconds);
  });

  it('is uncertain when the connection is cut or the answer does not come', async () => {
    const cut = await providerOf((request) => void request.socket.destroy());
    expect(await cut.send(hello)).toMatchObject({ outcome: 'uncertain' });
    const silent = await providerOf(() => {});
    expect(await silent.send(hello)).toMatchObject({
      outcome: 'uncertain',
      reason: 'UND_ERR_HEADERS_TIMEOUT',
    });
  });

  it('is refused, safe to repeat, when nobody listens', async () => {
    expect(await connect('http://127.0.0.1:9').send(hello)).toMatchObject({
      outcome: 'refused',
      failure: { kind: 'provider_unreachable', retry: 'yes', mayHaveBeenAccepted: false },
    });
  });

  it('goes nowhere without a recipient', async () => {
    const provider = await providerOf(answering(200, accepted));
    expect(await provider.send({ ...hello, recipient: {} })).toMatchObject({
      outcome: 'refused',
      failure: { kind: 'request_invalid' },
    });
  });

  it('tells what the provider said, without the token', async () => {
    const provider = await providerOf(
      answering(401, error(190, { message: `Malformed access token ${TOKEN}` })),
    );
    const outcome = await provider.send(hello);
    expect(outcome).toMatchObject({ failure: { kind: 'token_invalid', detail: 'Malformed access token …' } });
    const failed = await provider.numberStatus().catch((thrown: unknown) => thrown);
    expect(JSON.stringify(failed) + String(failed)).not.toContain(TOKEN);
    expect(failed).toMatchObject({ code: 'whatsapp_token_invalid', status: 422 });
  });
});

describe('lists and files', () => {
  it('keeps every digit of long ids, and follows pages to the end', async () => {
    const provider = await providerOf((request, response) => {
      const after = new URL(request.url ?? '', 'http://x').searchParams.get('after');
      const page = after === null ? 1 : Number(after);
      const data = `[{"id":1234567890123456${page},"name":"a_${page}","language":"en-US","status":"APPROVED","category":"UTILITY"}]`;
      const next = page < 3 ? `,"next":"https://graph.facebook.com/x"` : '';
      response.end(`{"data":${data},"paging":{"cursors":{"before":"b","after":"${page + 1}"}${next}}}`);
    });
    const seen = [];
    for await (const { id, language, status } of provider.listTemplates())
      seen.push({ id, language, status });
    expect(seen.map(({ id }) => id)).toEqual(['12345678901234561', '12345678901234562', '12345678901234563']);
    expect(seen[0]).toMatchObject({ language: 'en_US', status: 'approved' });
  });

  it('does not take its token to a host that is not Meta’s', async () => {
    const provider = await providerOf(
      answering(200, JSON.stringify({ url: 'http://localhost.example.org/file' })),
    );
    await expect(provider.downloadMedia('5')).rejects.toMatchObject({
      failure: { kind: 'media_unavailable' },
    });
  });

  it('stops a download that is larger than allowed, told beforehand or not', async () => {
    const provider = await providerOf((request, response) => {
      if (request.url?.startsWith('/file')) return void response.end(Buffer.alloc(300_000));
      const url = `http://${request.headers.host}/file`;
      response.end(
        JSON.stringify({
          url,
          mime_type: 'image/png',
          ...(request.url?.includes('/1?') ? { file_size: '300000' } : {}),
        }),
      );
    });
    await expect(provider.downloadMedia('1', { maxBytes: 1000 })).rejects.toThrow(/larger than 1000/);
    const { stream } = await provider.downloadMedia('2', { maxBytes: 1000 });
    await expect(stream.toArray()).rejects.toThrow(/larger than 1000/);
    const whole = await provider.downloadMedia('2', { maxBytes: 300_000 });
    expect(Buffer.concat(await whole.stream.toArray())).toHaveLength(300_000);
  });
});
