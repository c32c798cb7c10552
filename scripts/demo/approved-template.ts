// Writes a marketing template and waits until it is approved, by the public API.
import { setTimeout as wait } from 'node:timers/promises';
import type { Journey } from './journey.ts';

const POLL_MS = 200;
const PATIENCE_MS = 120_000;

/** Throws with the reason when it is not approved. */
export async function approvedTemplate({ server, say }: Pick<Journey, 'server' | 'say'>, name: string) {
  say('Writing a template and having it reviewed …');
  const draft = await server.api.templates.create({
    name,
    language: 'en',
    category: 'marketing',
    content: {
      header: { kind: 'text', text: 'A gift for the holidays' },
      body: {
        text: 'Hello {{1}}, the winter collection of Bottega Aurora is here. Show this message in the shop and take 15% off until Sunday.',
        examples: { 1: 'Anna' },
      },
      footer: 'Bottega Aurora, Via dei Fiori 4, Roma',
      buttons: [
        { kind: 'quick_reply', text: 'Tell me more' },
        { kind: 'quick_reply', text: 'Stop promotions' },
      ],
    },
    variables: { 'body.1': { field: 'FIRST_NAME', fallback: 'there' } },
  });
  await server.api.templates.submit({ id: draft.id });
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const now = await server.api.templates.get({ id: draft.id });
    if (now.status === 'approved') return now;
    if (now.status !== 'pending')
      throw new Error(`The template is ${now.status}: ${now.statusReason ?? 'no reason given'}.`);
    await wait(POLL_MS);
  }
  throw new Error('The review of the template takes too long.');
}
