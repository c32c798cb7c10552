// What is refused before it is sent, and with which code.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench } from './testing/graph-client.ts';

const TO = '393331112222';
let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ settings: { limits: { pair: false } } });
  await bench.open(TO);
  await bench.control('POST', '/templates', {
    name: 'offer',
    language: 'it',
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Ciao {{1}}, sconto {{2}} oggi.' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Stop' },
          { type: 'URL', text: 'Apri', url: 'https://x.it/{{1}}' },
        ],
      },
    ],
  });
  await bench.control('POST', '/templates', {
    name: 'named',
    language: 'it',
    parameter_format: 'NAMED',
    components: [{ type: 'BODY', text: 'Ciao {{first_name}}!' }],
  });
});
afterAll(() => bench.close());

const image = { type: 'header', parameters: [{ type: 'image', image: { link: 'https://x.it/a.png' } }] };
const body = (...texts: string[]) => ({
  type: 'body',
  parameters: texts.map((text) => ({ type: 'text', text })),
});
const url = { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'abc' }] };
const offer = (...components: unknown[]) => ({
  type: 'template',
  template: { name: 'offer', language: { code: 'it' }, components },
});
const interactive = (content: Record<string, unknown>) => ({ type: 'interactive', interactive: content });
const buttons = (...titles: string[]) =>
  interactive({
    type: 'button',
    body: { text: 'x' },
    action: { buttons: titles.map((title, at) => ({ type: 'reply', reply: { id: `b${at}`, title } })) },
  });
const list = (rows: { id: string; title: string; description?: string }[]) =>
  interactive({
    type: 'list',
    body: { text: 'x' },
    action: { button: 'Menu', sections: [{ title: 'S', rows }] },
  });
const rows = (count: number) =>
  Array.from({ length: count }, (_none, at) => ({ id: `r${at}`, title: `Row ${at}` }));

describe('messages that are refused', () => {
  const cases: [what: string, code: number, message: Record<string, unknown>][] = [
    ['text of 4,097 characters', 100, { text: { body: 'x'.repeat(4097) } }],
    ['empty text', 131008, { text: { body: ' ' } }],
    ['unknown type', 100, { type: 'hologram' }],
    [
      'caption of 1,025 characters',
      100,
      { type: 'image', image: { link: 'https://x.it/a', caption: 'x'.repeat(1025) } },
    ],
    ['image without id and link', 100, { type: 'image', image: {} }],
    ['unknown media id', 100, { type: 'image', image: { id: '12345' } }],
    ['latitude of 91', 131009, { type: 'location', location: { latitude: 91, longitude: 0 } }],
    [
      'contact with a formatted name only',
      131008,
      { type: 'contacts', contacts: [{ name: { formatted_name: 'A' } }] },
    ],
    ['reaction without target', 131008, { type: 'reaction', reaction: { emoji: '👍' } }],
    ['four buttons', 131009, buttons('a', 'b', 'c', 'd')],
    ['button title of 21 characters', 131009, buttons('x'.repeat(21))],
    ['two equal button titles', 131009, buttons('a', 'a')],
    ['eleven rows', 131009, list(rows(11))],
    ['two equal row ids', 131009, list([rows(1)[0]!, rows(1)[0]!])],
    [
      'row description of 73 characters',
      131009,
      list([{ id: 'a', title: 'b', description: 'x'.repeat(73) }]),
    ],
    [
      'carousel of one card',
      131008,
      interactive({ type: 'carousel', body: { text: 'x' }, action: { cards: [{}] } }),
    ],
    [
      'product list without header',
      131008,
      interactive({ type: 'product_list', body: { text: 'x' }, action: {} }),
    ],
    [
      'callback text of 513 characters',
      100,
      { text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(513) },
    ],
    [
      'template that does not exist',
      132001,
      { type: 'template', template: { name: 'nope', language: { code: 'it' } } },
    ],
    [
      'template in another language',
      132001,
      { type: 'template', template: { name: 'offer', language: { code: 'en' } } },
    ],
    ['too few body values', 132000, offer(image, body('a'), url)],
    ['no header picture', 132012, offer(body('a', 'b'), url)],
    ['value with a line break', 132012, offer(image, body('a\nb', 'c'), url)],
    ['no value for the address', 131008, offer(image, body('a', 'b'))],
    ['a button that is not there', 132012, offer(image, body('a', 'b'), url, { ...url, index: 5 })],
    ['the wrong kind of button', 132012, offer(image, body('a', 'b'), { ...url, index: '0' }, url)],
    ['text longer than 1,024 when filled in', 132005, offer(image, body('x'.repeat(1024), 'b'), url)],
    [
      'unknown variable name',
      100,
      {
        type: 'template',
        template: {
          name: 'named',
          language: { code: 'it' },
          components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'other', text: 'A' }] }],
        },
      },
    ],
  ];
  it.each(cases)('%s: %i', async (_what, code, message) => {
    const answer = await bench.send({ to: TO, ...message });
    expect(answer.body.error?.code, JSON.stringify(answer.body)).toBe(code);
    expect(answer.body.error.fbtrace_id).toBeTruthy();
  });

  it('accepts the same kinds when they keep to the limits', async () => {
    const good = [
      { text: { body: 'x'.repeat(4096) } },
      buttons('a', 'b', 'c'),
      list(rows(10)),
      offer(image, body('Ada', '10%'), url),
      {
        type: 'template',
        template: {
          name: 'named',
          language: { code: 'it' },
          components: [
            { type: 'body', parameters: [{ type: 'text', parameter_name: 'first_name', text: 'Ada' }] },
          ],
        },
      },
    ];
    for (const message of good) expect((await bench.send({ to: TO, ...message })).status).toBe(200);
    const last = bench.simulator.world.messages.list({ direction: 'business', limit: 100 }).messages.at(-1)!;
    expect(last.shown?.body).toBe('Ciao Ada!');
  });

  it('names what is wrong with the envelope', async () => {
    const path = `/${bench.phoneId}/messages`;
    const bare = await bench.call('POST', path, { to: TO, text: { body: 'x' } });
    expect(bare.body.error.message).toContain('messaging_product is required');
    expect((await bench.send({ text: { body: 'x' } })).body.error.message).toContain('to is required');
    expect((await bench.send({ to: 'abc', text: { body: 'x' } })).body.error.code).toBe(131009);
    expect((await bench.send({ to: '390655501001', text: { body: 'x' } })).body.error.code).toBe(131021);
  });

  it('refuses paused and disabled templates', async () => {
    const { body: put } = await bench.control('POST', '/templates', {
      name: 'weak',
      language: 'it',
      components: [{ type: 'BODY', text: 'Ciao a tutti' }],
    });
    const weak = { to: TO, type: 'template', template: { name: 'weak', language: { code: 'it' } } };
    await bench.control('POST', `/templates/${put.id}`, { pause: true });
    expect((await bench.send(weak)).body.error.code).toBe(132015);
    await bench.control('POST', `/templates/${put.id}`, { status: 'DISABLED' });
    expect((await bench.send(weak)).body.error.code).toBe(132016);
    await bench.control('POST', `/templates/${put.id}`, { status: 'APPROVED' });
    await bench.control('POST', `/templates/${put.id}/pacing`, { hold: true });
    expect((await bench.send(weak)).body.messages[0].message_status).toBe('held_for_quality_assessment');
  });
});
