// A workspace with a connected number, a template and people, for benches.
import { createRouterClient } from '@orpc/server';
import { sql } from 'kysely';
import { features } from '#app/features.ts';
import { newId } from '#kit/ids.ts';
import { ROLE_PERMISSIONS } from '#operations/permissions.ts';
import type { Services } from '#operations/services.ts';
import type { Client } from '../test/support/workspace.ts';

export type BenchWorkspace = { id: string; client: Client };

export async function makeWorkspace(services: Services): Promise<BenchWorkspace> {
  const id = newId();
  await services.db.kysely
    .insertInto('workspaces')
    .values({ id, name: 'Bench', country: 'IT', time_zone: 'Europe/Rome' })
    .execute();
  return openWorkspace(services, id);
}

/** One that was made before. */
export function openWorkspace(services: Services, id: string): BenchWorkspace {
  const router = Object.fromEntries(
    features.filter((feature) => feature.operations).map((feature) => [feature.name, feature.operations!]),
  );
  const caller = {
    actor: { kind: 'system', name: 'bench' },
    userId: null,
    workspaceId: id,
    role: 'owner',
    permissions: new Set(ROLE_PERMISSIONS.owner),
  };
  const context = { services, caller, requestId: newId(), headers: {} };
  return {
    id,
    client: createRouterClient(router as never, { context: context as never }) as unknown as Client,
  };
}

/** `count` people with phones of their own. */
export async function addPeople({ db }: Services, workspaceId: string, count: number): Promise<void> {
  const ids = Array.from({ length: count }, newId);
  await db.inWorkspace(workspaceId, (tx) =>
    sql`
      insert into contacts (workspace_id, id, phone, first_name, last_name, email, source, created_at, updated_at)
      select ${workspaceId}, id, '+39335' || lpad(n::text, 7, '0'), 'Ana' || n % 977, 'Surname' || n % 1009,
        'person' || n || '@example.com', 'import', now(), now()
      from unnest(${ids}::uuid[]) with ordinality people(id, n)`.execute(tx),
  );
}

/** A marketing template with the person's name in it; approved when this resolves. */
export async function makeTemplate(client: Client): Promise<string> {
  const { id } = await client.templates.create({
    name: 'bench',
    language: 'en',
    category: 'marketing',
    content: {
      header: { kind: 'none' },
      body: {
        text: 'Hello {{1}}, the autumn collection is in our shop: come and see it.',
        examples: { '1': 'Ana' },
      },
      buttons: [],
    },
    variables: { 'body.1': { field: 'FIRST_NAME' } },
  });
  await client.templates.submit({ id });
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await client.templates.get({ id })).status === 'approved') return id;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('The template was not approved');
}
