// The template that every new account has from the start.

import type { TemplateComponent } from './templates.ts';
import type { World } from './world.ts';

export interface NewTemplate {
  name: string;
  language: string;
  category: string;
  components: TemplateComponent[];
  parameterFormat?: 'POSITIONAL' | 'NAMED';
  ttlSeconds?: number;
  allowCategoryChange?: boolean;
  status?: string;
}

/** Puts a template on the shelf without review. */
export function putTemplate(world: World, wabaId: string, wish: NewTemplate) {
  const now = world.clock.now();
  return world.templates.add({
    wabaId,
    name: wish.name,
    language: wish.language,
    category: wish.category,
    components: wish.components,
    parameterFormat: wish.parameterFormat ?? 'POSITIONAL',
    status: wish.status ?? 'APPROVED',
    rejectedReason: 'NONE',
    quality: { score: 'UNKNOWN', date: Math.floor(now / 1000) },
    ttlSeconds: wish.ttlSeconds,
    allowCategoryChange: wish.allowCategoryChange ?? true,
    createdAt: now,
    edits: [],
    pauses: 0,
    week: [],
    sent: 0,
    proven: false,
    pacing: 'free',
    revision: 0,
  });
}

export function seedTemplates(world: World, wabaId: string): void {
  putTemplate(world, wabaId, {
    name: 'hello_world',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
      {
        type: 'BODY',
        text: 'Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API. Thank you for taking the time to test with us.',
      },
      { type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
    ],
  });
}
