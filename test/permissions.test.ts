// Every operation, tried over HTTP by everybody, against the table of who may.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#features/contract.ts';
import { apiKeyHash, newApiKey } from '#features/people/auth/api-key.ts';
import { addWorkspace } from '#features/people/people.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { OperationMeta } from '#operations/operation.ts';
import { KEY_SCOPES, type Permission, ROLES } from '#operations/permissions.ts';
import { TABLE } from './permissions.table.ts';
import { addMember, type Browser, type TestServer, testServer } from './support/server.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

const COLUMNS = [...ROLES, 'key', 'elsewhere', 'nobody'] as const;
type Column = (typeof COLUMNS)[number];
type Row = Record<Column, string>;

type Operation = { name: string; method: string; path: string; meta: OperationMeta };

/** Every operation of the root contract; `{id}` and the like become the id of a thing that is not there. */
const operations: Operation[] = Object.entries(contract).flatMap(([feature, promises]) =>
  Object.entries(promises).map(([name, promise]) => {
    const { route, meta } = (
      promise as { '~orpc': { route: { method?: string; path?: string }; meta: OperationMeta } }
    )['~orpc'];
    const path = (route.path ?? '').replaceAll(/\{\+?[^}]+\}/g, () => newId());
    return { name: `${feature}.${name}`, method: route.method ?? 'POST', path: `/api/v1${path}`, meta };
  }),
);

const table = new Map<string, Row>(
  TABLE.trim()
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name, ...cells] = line.trim().split(/\s+/);
      return [name!, Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i] ?? '?'])) as Row];
    }),
);

let database: TestDatabase;
let server: TestServer;
let workspaceId: string;
const callers = new Map<Column, Browser>();
const keys = new Map<string, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  const settings = { country: 'IT', language: 'en', timeZone: 'Europe/Rome', isDemo: false };
  const { services } = server;
  const home = await addMember(server, null, 'owner');
  workspaceId = await addWorkspace(services, home.userId, { name: 'Here', ...settings });
  const away = await addMember(server, null, 'owner');
  await addWorkspace(services, away.userId, { name: 'Elsewhere', ...settings });
  callers.set('elsewhere', away).set('nobody', server.browser()).set('owner', home);
  for (const role of ROLES.slice(1)) callers.set(role, await addMember(server, workspaceId, role));
  for (const scope of KEY_SCOPES) {
    keys.set(`with ${scope}`, await addKey([scope]));
    keys.set(`without ${scope}`, await addKey(KEY_SCOPES.filter((each) => each !== scope)));
  }
  keys.set('with all', await addKey(KEY_SCOPES));
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function addKey(scopes: readonly Permission[]): Promise<string> {
  const { secret, prefix } = newApiKey();
  const { services } = server;
  await services.db.inWorkspace(workspaceId, (tx) =>
    tx
      .insertInto('api_keys')
      .values({
        workspace_id: workspaceId,
        id: newId(),
        name: 'Test',
        prefix,
        secret_hash: apiKeyHash(services.secrets, secret),
        scopes: [...scopes],
        created_at: now(),
      })
      .execute(),
  );
  return secret;
}

const REFUSALS = new Set(['unauthenticated', 'forbidden', 'workspace_required']);

/** Whether the caller gets past the door; what the operation makes of an empty input does not matter. */
async function mayCall(
  operation: Operation,
  as: Browser,
  headers: Record<string, string> = {},
): Promise<boolean> {
  as.workspace = workspaceId;
  const body = operation.method === 'GET' ? undefined : {};
  const { status, body: answer } = await as.send(operation.method, operation.path, body, headers);
  expect(answer.code, `${operation.method} ${operation.path} is not served`).not.toBe('internal');
  if (answer.code === 'csrf_refused') throw new Error('the test sends no CSRF header');
  return !((status === 401 || status === 403) && REFUSALS.has(answer.code));
}

async function found(operation: Operation): Promise<Row> {
  const row = {} as Row;
  for (const [column, browser] of callers) row[column] = (await mayCall(operation, browser)) ? 'yes' : '-';
  const { permission } = operation.meta;
  const scoped = keys.has(`with ${permission}`);
  const withIt = { authorization: `Bearer ${keys.get(scoped ? `with ${permission}` : 'with all')}` };
  row.key = (await mayCall(operation, server.browser(), withIt)) ? (scoped ? permission : 'any') : '-';
  if (scoped) {
    const withoutIt = { authorization: `Bearer ${keys.get(`without ${permission}`)}` };
    expect(
      await mayCall(operation, server.browser(), withoutIt),
      `${operation.name} lets in an API key without ${permission}`,
    ).toBe(false);
  }
  return row;
}

function written(name: string, row: Row): string {
  const widths: Record<Column, number> = {
    owner: 7,
    administrator: 15,
    chat_manager: 14,
    chat_operator: 15,
    key: 19,
    elsewhere: 11,
    nobody: 0,
  };
  return name.padEnd(30) + COLUMNS.map((column) => row[column].padEnd(widths[column])).join('');
}

describe('the permission table', () => {
  it('names no operation that is not there', () => {
    const names = new Set(operations.map((operation) => operation.name));
    expect([...table.keys()].filter((name) => !names.has(name))).toEqual([]);
  });

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s',
    async (name, operation) => {
      const row = await found(operation);
      const wanted = table.get(name);
      if (!wanted)
        throw new Error(
          `${name} is missing in test/permissions.table.ts. If this is what it should be, add the row:\n${written(name, row)}`,
        );
      expect(written(name, row)).toBe(written(name, wanted));
    },
  );
});
