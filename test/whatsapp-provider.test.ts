// The provider against the simulator, which reads the same documentation independently.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingContent } from '#whatsapp/outgoing-message.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import { type ConnectedSimulator, connectSimulator } from './support/whatsapp-simulator.ts';

type Shown = {
  id: string;
  type: string;
  biz_opaque_callback_data?: string;
  context_id?: string;
  content: unknown;
};

let simulator: ConnectedSimulator;
let provider: WhatsAppProvider;
let control: ConnectedSimulator['control'];
const customer = '+393331234567';

beforeAll(async () => {
  simulator = await connectSimulator();
  ({ provider, control } = simulator);
});
beforeEach(async () => {
  await control('POST', 'reset');
  await control('POST', 'customers/393331234567/messages', { text: 'Hello' });
});
afterAll(() => simulator.close());

async function received(id: string): Promise<Shown> {
  return control<Shown>('GET', `messages/${encodeURIComponent(id)}`);
}
async function sent(
  content: OutgoingContent,
  rest: { replyTo?: string; callbackId?: string } = {},
): Promise<Shown> {
  const outcome = await provider.send({ recipient: { phone: customer }, content, ...rest });
  expect(outcome).toMatchObject({ outcome: 'accepted', waId: '393331234567', held: false });
  return received(outcome.outcome === 'accepted' ? outcome.providerMessageId : '');
}

const link = 'https://example.org/picture.jpg';
const card = {
  header: { type: 'image' as const, media: { link } },
  body: 'Text',
  label: 'See',
  url: 'https://example.org',
};

describe('sending', () => {
  it.each<[string, OutgoingContent, string]>([
    ['text', { type: 'text', text: 'Ciao *Ana* 😀', previewUrl: true }, 'text'],
    ['image', { type: 'image', media: { link }, caption: 'A picture' }, 'image'],
    ['video', { type: 'video', media: { link: 'https://example.org/a.mp4' } }, 'video'],
    ['audio', { type: 'audio', media: { link: 'https://example.org/a.ogg' }, voiceNote: true }, 'audio'],
    [
      'document',
      { type: 'document', media: { link: 'https://example.org/a.pdf' }, fileName: 'a.pdf' },
      'document',
    ],
    ['sticker', { type: 'sticker', media: { link: 'https://example.org/a.webp' } }, 'sticker'],
    ['location', { type: 'location', latitude: 45.46, longitude: 9.19, name: 'Milano' }, 'location'],
    [
      'contacts',
      {
        type: 'contacts',
        contacts: [
          {
            name: { formatted: 'Ana Bo' },
            phones: [{ phone: '+39 333 1', type: 'CELL' }],
            birthday: '1990-01-02',
          },
        ],
      },
      'contacts',
    ],
    [
      'buttons',
      {
        type: 'buttons',
        header: { type: 'image', media: { link } },
        body: 'Which?',
        footer: 'Foot',
        buttons: [
          { id: 'a', title: 'One' },
          { id: 'b', title: 'Two' },
        ],
      },
      'interactive',
    ],
    [
      'list',
      {
        type: 'list',
        header: { type: 'text', text: 'Head' },
        body: 'Which?',
        button: 'Choose',
        sections: [{ title: 'S', rows: [{ id: 'a', title: 'One', description: 'First' }] }],
      },
      'interactive',
    ],
    ['cta_url', { type: 'cta_url', body: 'Go', label: 'Open', url: 'https://example.org' }, 'interactive'],
    [
      'flow',
      { type: 'flow', body: 'Fill', label: 'Start', flow: { id: '123' }, screen: 'FIRST', flowToken: 't' },
      'interactive',
    ],
    ['product', { type: 'product', catalogId: '1', productId: 'p', body: 'Look' }, 'interactive'],
    [
      'product_list',
      {
        type: 'product_list',
        header: { type: 'text', text: 'Head' },
        body: 'Look',
        catalogId: '1',
        sections: [{ title: 'S', productIds: ['p', 'q'] }],
      },
      'interactive',
    ],
    ['catalog', { type: 'catalog', body: 'Look', productId: 'p' }, 'interactive'],
    ['carousel', { type: 'carousel', body: 'Look', cards: [card, card] }, 'interactive'],
    ['location request', { type: 'location_request', body: 'Where are you?' }, 'interactive'],
    ['contact request', { type: 'contact_request', body: 'Who are you?' }, 'interactive'],
    ['call permission', { type: 'call_permission_request', body: 'May we call?' }, 'interactive'],
    ['template', { type: 'template', name: 'hello_world', language: 'en_US' }, 'template'],
  ])('%s', async (_name, content, type) => {
    expect(await sent(content, { callbackId: 'ours-1' })).toMatchObject({
      type,
      biz_opaque_callback_data: 'ours-1',
    });
  });

  it('quotes, reacts, and takes a reaction back', async () => {
    const first = await sent({ type: 'text', text: 'One' });
    expect(await sent({ type: 'text', text: 'Two' }, { replyTo: first.id })).toMatchObject({
      context_id: first.id,
    });
    const on = await provider.send({
      recipient: { phone: customer },
      content: { type: 'reaction', messageId: first.id, emoji: '👍' },
      replyTo: first.id,
    });
    expect(on.outcome).toBe('accepted');
    const off = await provider.send({
      recipient: { phone: customer },
      content: { type: 'reaction', messageId: first.id, emoji: null },
    });
    expect(off.outcome).toBe('accepted');
  });

  it('is refused with the right kind', async () => {
    const send = (content: OutgoingContent, phone = customer) =>
      provider.send({ recipient: { phone }, content });
    expect(await send({ type: 'template', name: 'nothing_here', language: 'en_US' })).toMatchObject({
      outcome: 'refused',
      failure: { kind: 'template_missing', stops: 'template' },
    });
    expect(
      await send({
        type: 'template',
        name: 'hello_world',
        language: 'en_US',
        values: { body: [{ text: 'x' }] },
      }),
    ).toMatchObject({ failure: { kind: 'template_parameters' } });
    expect(await send({ type: 'text', text: 'a'.repeat(4097) })).toMatchObject({
      failure: { kind: 'request_invalid' },
    });
    await control('POST', 'faults', { code: 130429 });
    expect(await send({ type: 'text', text: 'x' })).toMatchObject({
      failure: { kind: 'throughput_exceeded', retry: 'yes', mayHaveBeenAccepted: false },
    });
    await control('POST', 'faults', { code: 131000 });
    expect(await send({ type: 'text', text: 'x' })).toMatchObject({ outcome: 'uncertain' });
  });

  it('marks as read and shows that we type', async () => {
    const list = await control<{ data?: Shown[]; messages?: Shown[] }>('GET', 'messages');
    const [inbound] = list.data ?? list.messages ?? [];
    await provider.markRead(inbound?.id ?? '', { typing: true });
    expect(await received(inbound?.id ?? '')).toMatchObject({ read_by_business: true });
    await expect(provider.markRead('wamid.none')).rejects.toMatchObject({ name: 'AppError' });
  });
});
