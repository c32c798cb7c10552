// Templates and campaign of the demo workspace.
import type { LocalClient } from '#app/local-client.ts';

type Draft = Parameters<LocalClient['templates']['create']>[0];

const OPT_OUT = { kind: 'quick_reply', text: 'Stop promotions' } as const;

export const TEMPLATES: Draft[] = [
  {
    name: 'winter_collection',
    language: 'it',
    category: 'marketing',
    content: {
      header: { kind: 'text', text: 'La collezione d’inverno è arrivata' },
      body: {
        text: 'Ciao {{1}}, da Bottega Aurora è arrivata la nuova collezione: borse in pelle conciata in Toscana e sciarpe di lana cotta.\n\nPassa a trovarci a {{2}} entro domenica: per te il *15% di sconto*.',
        examples: { 1: 'Giulia', 2: 'Roma' },
      },
      footer: 'Bottega Aurora, via dei Fiori 4, Roma',
      buttons: [
        { kind: 'quick_reply', text: 'Raccontami di più' },
        { kind: 'quick_reply', text: 'Stop promozioni' },
      ],
    },
    variables: {
      'body.1': { field: 'FIRST_NAME', fallback: 'cliente' },
      'body.2': { field: 'CITY', fallback: 'Roma' },
    },
  },
  {
    name: 'loyalty_points',
    language: 'en',
    category: 'marketing',
    content: {
      body: {
        text: 'Hi {{1}}, you have {{2}} points on your Bottega Aurora card. With 100 points the next pair of gloves is on us until the end of the month.',
        examples: { 1: 'Emma', 2: '120' },
      },
      footer: 'Bottega Aurora',
      buttons: [{ kind: 'quick_reply', text: 'Show me the gloves' }, OPT_OUT],
    },
    variables: {
      'body.1': { field: 'FIRST_NAME', fallback: 'there' },
      'body.2': { field: 'POINTS', fallback: '0' },
    },
  },
  {
    name: 'order_shipped',
    language: 'en',
    category: 'utility',
    content: {
      header: { kind: 'text', text: 'Your order is on its way' },
      body: {
        text: 'Hello {{1}}, order {{2}} left our workshop today and should reach you within three working days.',
        examples: { 1: 'Marco', 2: '4471' },
      },
      buttons: [
        { kind: 'url', text: 'Follow the parcel', url: 'https://example.com/track/{{1}}', example: 'RX4471' },
      ],
    },
    variables: {
      'body.1': { field: 'FIRST_NAME', fallback: 'there' },
      'body.2': { text: '4471' },
      'button.0': { text: 'RX4471' },
    },
  },
  {
    name: 'appointment_reminder',
    language: 'es',
    category: 'utility',
    content: {
      body: {
        text: 'Hola {{1}}, te recordamos tu cita en el taller de Bottega Aurora el {{2}}. Responde a este mensaje si necesitas cambiarla.',
        examples: { 1: 'Lucía', 2: 'viernes a las 17:00' },
      },
      buttons: [
        { kind: 'quick_reply', text: 'Confirmo' },
        { kind: 'quick_reply', text: 'Quiero cambiarla' },
      ],
    },
    variables: {
      'body.1': { field: 'FIRST_NAME', fallback: 'cliente' },
      'body.2': { text: 'viernes a las 17:00' },
    },
  },
];

/** Left as a draft, to be tried. */
export const DRAFT: Draft = {
  name: 'spring_preview',
  language: 'en',
  category: 'marketing',
  content: {
    body: {
      text: 'Hi {{1}}, our spring colours are ready and our best customers see them first. Come by for a coffee on Saturday?',
      examples: { 1: 'Sophie' },
    },
    footer: 'Bottega Aurora',
    buttons: [OPT_OUT],
  },
  variables: { 'body.1': { field: 'FIRST_NAME', fallback: 'there' } },
};

/** Figures that nobody should take for prices. */
export const RATES = [
  'market,category,valid_from,currency,price,tier_from',
  'IT,marketing,2020-01-01,EUR,0.0600,',
  'IT,utility,2020-01-01,EUR,0.0250,',
  'ES,marketing,2020-01-01,EUR,0.0500,',
  '*,marketing,2020-01-01,EUR,0.0700,',
  '*,utility,2020-01-01,EUR,0.0300,',
].join('\n');

/** To whom WhatsApp cannot reach. */
export const SMS_TEXT =
  'Ciao %%FIRST_NAME%%, la collezione invernale di Bottega Aurora è arrivata: 15% di sconto fino a domenica.';
