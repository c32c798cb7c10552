// The service worker's own code, run as a browser runs it: what it does when the device gets another address.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';

type Handler = (event: object) => void;

/** Loads the worker and hands it an event; answers what it asked the server for. */
async function happens(name: string, event: object, made?: object): Promise<[string, RequestInit][]> {
  const handlers = new Map<string, Handler>();
  const asked: [string, RequestInit][] = [];
  const pushManager = { subscribe: async (options: object) => ({ ...made, options, toJSON: () => made }) };
  runInNewContext(readFileSync(new URL('./public/sw.js', import.meta.url), 'utf8'), {
    self: {
      addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
      registration: { pushManager },
    },
    fetch: async (path: string, request: RequestInit) => asked.push([path, request]),
    URL,
  });
  const works: Promise<unknown>[] = [];
  handlers.get(name)!({ ...event, waitUntil: (work: Promise<unknown>) => works.push(work) });
  await Promise.all(works);
  return asked;
}

const fresh = { endpoint: 'https://push.example/new', keys: { p256dh: 'p', auth: 'a' } };
const former = {
  endpoint: 'https://push.example/old',
  options: { applicationServerKey: new ArrayBuffer(1) },
};

it('tells the server of a new address in the place of the former one', async () => {
  const subscribed = { oldSubscription: former, newSubscription: { ...fresh, toJSON: () => fresh } };
  for (const [event, made] of [
    [subscribed, undefined],
    [{ oldSubscription: former }, fresh],
  ] as const) {
    const [[path, request] = []] = await happens('pushsubscriptionchange', event, made);
    expect(path).toBe('/api/v1/push-devices');
    expect(request).toMatchObject({ method: 'POST', headers: { 'x-rondine-csrf': '1' } });
    expect(JSON.parse(String(request?.body))).toEqual({ ...fresh, replaces: former.endpoint });
  }
});

it('leaves it to the app where the browser says neither the former nor the new one', async () => {
  expect(await happens('pushsubscriptionchange', {})).toEqual([]);
});
