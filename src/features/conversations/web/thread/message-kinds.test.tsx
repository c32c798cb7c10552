// Every kind of message, received or sent, is drawn as what it is: nothing is left with a bare name of its kind.
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it } from 'vitest';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { messagesOf } from '#web/messages.ts';
import type { IncomingContent } from '#whatsapp/incoming-content.ts';
import type { OutgoingContent } from '#whatsapp/outgoing-message.ts';
import { MessageBubble } from './MessageBubble.tsx';
import { SystemLine } from './SystemLine.tsx';

function message(content: { type: string; [key: string]: unknown }, more: Partial<Message> = {}): Message {
  return {
    id: 'm',
    direction: 'in',
    kind: content.type,
    content: { ...content },
    state: 'received',
    at: '2026-11-21T10:00:00.000Z',
    author: { kind: 'contact', id: null, name: null },
    campaignId: null,
    waitsUntil: null,
    replyTo: null,
    reactions: [],
    failure: null,
    media: null,
    ...more,
  };
}

/** What one reads of it. */
function draw(shown: Message, locale: 'en' | 'it' | 'es' = 'en'): string {
  const queryClient = new QueryClient();
  const permissions = ['contacts:write', 'chats:write'];
  queryClient.setQueryData(['session'], { user: {}, workspaces: [{ id: 'w', permissions }] });
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <MantineProvider>
        <IntlProvider
          locale={locale}
          messages={messagesOf(locale)}
          timeZone="Europe/Rome"
          onError={(error) => {
            throw error;
          }}
        >
          {shown.kind === 'system' ? (
            <SystemLine message={shown} />
          ) : (
            <MessageBubble message={shown} startsGroup />
          )}
        </IntlProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return markup
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/ (title|alt|aria-label|href|src)="([^"]*)"/g, '> $2 <')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;|&quot;/g, "'");
}

const file = { state: 'ready', mimeType: 'x/y', size: 2_400_000, failure: null } as const;

const received: Record<IncomingContent['type'], [IncomingContent, ...words: string[]]> = {
  text: [{ type: 'text', text: 'Avete *pane*?' }, 'pane'],
  image: [{ type: 'image', caption: 'La torta' }, 'La torta'],
  video: [{ type: 'video', caption: 'Il forno' }, 'Il forno'],
  audio: [{ type: 'audio', voiceNote: true }, 'Play'],
  document: [{ type: 'document', fileName: 'ordine.pdf' }, 'ordine.pdf'],
  sticker: [{ type: 'sticker', animated: false }, 'Sticker'],
  location: [
    { type: 'location', latitude: 45.46, longitude: 9.19, name: 'Duomo', address: 'Milano' },
    'Duomo',
    'Milano',
    'openstreetmap.org',
    '45.46000, 9.19000',
  ],
  contacts: [
    {
      type: 'contacts',
      contacts: [
        {
          name: { formatted: 'Ada Neri' },
          phones: [{ phone: '+39 333 1' }],
          organization: { company: 'Neri' },
        },
      ],
    },
    'Ada Neri',
    '+39 333 1',
    'Neri',
    'Add as contact',
  ],
  reaction: [{ type: 'reaction', messageId: 'x', emoji: '👍' }, 'Reacted 👍'],
  template_button: [{ type: 'template_button', payload: 'YES', text: 'Sì, confermo' }, 'Sì, confermo'],
  button_reply: [{ type: 'button_reply', id: '1', title: 'Ritiro io' }, 'Tapped:', 'Ritiro io'],
  list_reply: [
    { type: 'list_reply', id: '1', title: 'Pane', description: 'Di segale' },
    'Chose:',
    'Pane',
    'Di segale',
  ],
  flow_reply: [
    {
      type: 'flow_reply',
      name: 'flow',
      answers: { flow_token: 't', screen_0_Full_name_0: 'Ada_N', screen_0_Day_1: '0_On_Friday' },
      answersText: '',
    },
    'Full name',
    'Ada_N',
    'Day',
    'On Friday',
  ],
  call_permission_reply: [{ type: 'call_permission_reply', accepted: true }, 'Allowed calls'],
  order: [
    {
      type: 'order',
      catalogId: 'c',
      text: 'Per sabato',
      items: [
        { productId: 'segale', quantity: 3, price: 4.1, currency: 'EUR' },
        { productId: 'focaccia', quantity: 1, price: 2.5, currency: 'EUR' },
      ],
    },
    'Order of 4 items',
    '3 × segale',
    '€12.30',
    '€14.80',
    'Per sabato',
  ],
  system: [{ type: 'system', event: 'number_changed', text: 'changed' }, 'new number'],
  unsupported: [{ type: 'unsupported', what: 'poll' }, 'A poll', 'phone'],
  unknown: [{ type: 'unknown', providerType: 'hologram' }, 'does not pass this message on'],
};

it.each(Object.entries(received))('draws a received %s', (kind, [content, ...words]) => {
  const media = ['image', 'video', 'audio', 'document', 'sticker'].includes(kind)
    ? { ...file, name: kind === 'document' ? 'ordine.pdf' : null }
    : null;
  const text = draw(message(content, { media }));
  for (const one of words) expect(text).toContain(one);
  for (const language of ['it', 'es'] as const)
    expect(draw(message(content, { media }), language)).toBeTruthy();
});

const body = 'Come vuoi ricevere il pane?';
const sent: Record<Exclude<OutgoingContent['type'], keyof typeof received>, [object, ...words: string[]]> = {
  buttons: [
    {
      header: { type: 'text', text: 'Consegna' },
      body,
      footer: 'Forno',
      buttons: [{ id: '1', title: 'A casa' }],
    },
    'Consegna',
    body,
    'Forno',
    'A casa',
  ],
  list: [
    {
      body,
      button: 'Scegli',
      sections: [{ title: 'Pane', rows: [{ id: '1', title: 'Segale', description: 'Un chilo' }] }],
    },
    'Scegli',
    '1 choice',
    'Segale',
    'Un chilo',
  ],
  cta_url: [
    { body, label: 'Apri il sito', url: 'https://forno.example/' },
    'Apri il sito',
    'https://forno.example/',
  ],
  flow: [{ body, flow: { id: '1' }, label: 'Prenota' }, body, 'Prenota'],
  product: [{ catalogId: 'c', productId: 'segale', body }, 'segale', 'See the products'],
  product_list: [
    { catalogId: 'c', body, sections: [{ productIds: ['segale', 'focaccia'] }] },
    '2 products: segale, focaccia',
  ],
  catalog: [{ body }, 'See the products'],
  carousel: [
    {
      body,
      cards: [
        {
          header: { type: 'image', media: { id: '1' } },
          body: 'Torte',
          label: 'Vedi',
          url: 'https://a.example',
        },
      ],
    },
    '1 card',
    'Torte',
    'Vedi',
  ],
  location_request: [{ body }, 'Send location'],
  contact_request: [{ body }, 'Share phone number'],
  call_permission_request: [{ body }, 'Allow calls'],
  template: [
    {
      name: 'offerta',
      values: { header: { type: 'document', media: { id: '1' }, fileName: 'listino.pdf' } },
      shown: {
        header: { kind: 'document' },
        body: 'Ciao *Anna*',
        footer: 'Forno Aurora',
        buttons: [{ kind: 'url', text: 'Ordina', target: 'https://forno.example/a' }],
        cards: [
          {
            header: { kind: 'image' },
            body: 'Colomba',
            buttons: [{ kind: 'quick_reply', text: 'La voglio' }],
          },
        ],
      },
    },
    'listino.pdf',
    'Anna',
    'Forno Aurora',
    'Ordina',
    'Colomba',
    'La voglio',
  ],
};

it.each(Object.entries(sent))('draws a sent %s', (type, [content, ...words]) => {
  const text = draw(message({ ...content, type }, { direction: 'out', state: 'read' }));
  for (const one of words) expect(text).toContain(one);
});

it('says what stands around a message', () => {
  const text = draw(
    message(
      {
        type: 'text',
        text: 'Alle nove',
        edited: true,
        earlier: ['Alle otto'],
        forwarded: true,
        forwardedManyTimes: true,
        product: { catalogId: 'c', productId: 'segale' },
        referral: { sourceType: 'ad', headline: 'Pane fresco', sourceUrl: 'https://fb.example/1' },
      },
      {
        replyTo: { id: 'q', direction: 'out', preview: '[image]', name: 'Giulia' },
        reactions: [{ emoji: '❤️', direction: 'out', name: 'Giulia' }],
      },
    ),
  );
  for (const one of [
    'Edited: show',
    'many times',
    'segale',
    'Pane fresco',
    'https://fb.example/1',
    'Photo',
    '❤️',
  ])
    expect(text).toContain(one);
});

it('shows the picture of an advertisement, or why there is none', () => {
  const from = (picture: object | undefined) =>
    draw(
      message({
        type: 'text',
        text: 'Ciao',
        referral: { sourceType: 'ad', headline: 'Pane fresco', ...(picture ? { picture } : {}) },
      }),
    );
  expect(from({ state: 'ready', mimeType: 'image/jpeg' })).toContain('/api/v1/messages/m/ad-picture');
  expect(from({ state: 'ready', mimeType: 'video/mp4' })).toContain('/api/v1/messages/m/ad-picture');
  expect(from({ state: 'waiting' })).toContain('on its way');
  expect(from({ state: 'failed', failure: 'gone' })).toContain('no longer has the picture');
  expect(from(undefined)).not.toContain('picture');
});

it('shows nothing of a withdrawn message, and follows no link but those of the web', () => {
  expect(draw(message({ type: 'text', withdrawn: true }))).toContain('withdrew');
  const bad = draw(
    message({ type: 'cta_url', body, label: 'Apri', url: 'javascript:alert(1)' }, { direction: 'out' }),
  );
  expect(bad).not.toContain('> javascript');
});
