// For the simulator's own tests: a simulator, a receiver of its webhooks, and short ways to call it.

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Simulator, type SimulatorOptions, startSimulator } from '../simulator.ts';

export interface Post {
  raw: Buffer;
  headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever shape they expect
  body: any;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever shape they expect
  body: any;
}

export interface Bench {
  simulator: Simulator;
  url: string;
  phoneId: string;
  secondPhoneId: string;
  wabaId: string;
  appId: string;
  appSecret: string;
  token: string;
  call(method: string, path: string, body?: unknown, token?: string | null): Promise<Answer>;
  send(body: Record<string, unknown>): Promise<Answer>;
  control(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Lets a customer write, which opens the window. */
  open(number: string): Promise<void>;
  receiver: Receiver;
  /** Puts everything back as it was at the start: settings, clock, faults, messages, subscriptions, what was received. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

export interface Receiver {
  url: string;
  posts: Post[];
  handshakes: Record<string, string>[];
  /** Status code to answer posts with; 200 at first. */
  answer: { status: number };
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const posts: Post[] = [];
  const handshakes: Record<string, string>[] = [];
  const answer = { status: 200 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'GET') {
        const query = Object.fromEntries(new URL(request.url!, 'http://localhost').searchParams);
        handshakes.push(query);
        const agreed = query['hub.verify_token'] !== 'wrong';
        response.writeHead(agreed ? 200 : 403).end(agreed ? query['hub.challenge'] : '');
        return;
      }
      if (answer.status === 200) {
        const raw = Buffer.concat(chunks);
        posts.push({ raw, headers: request.headers, body: JSON.parse(raw.toString()) });
      }
      response.writeHead(answer.status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    posts,
    handshakes,
    answer,
    close,
  };
}

export async function readAnswer(answer: Response): Promise<Answer> {
  const text = await answer.text();
  const json = text.startsWith('{') || text.startsWith('[');
  return { status: answer.status, body: json ? JSON.parse(text) : text };
}

/** A simulator with nothing left to chance, and a receiver subscribed to all webhooks of its default business. */
export async function startBench(options: SimulatorOptions = {}): Promise<Bench> {
  const simulator = await startSimulator({ preset: 'exact', ...options });
  const receiver = await startReceiver();
  const keys = simulator.world.defaultKeys;
  const call: Bench['call'] = async (method, path, body, token = keys.access_token) => {
    const answer = await fetch(simulator.url + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return readAnswer(answer);
  };
  const phoneId = keys.phone_numbers[0]!.id;
  const appToken = `${keys.app_id}|${keys.app_secret}`;
  const fields =
    'messages,message_template_status_update,message_template_quality_update,message_template_components_update,template_category_update,user_preferences,phone_number_quality_update,business_capability_update,account_update,account_alerts';
  const hook = {
    object: 'whatsapp_business_account',
    callback_url: receiver.url,
    verify_token: 'right',
    fields,
  };
  const subscribe = async () => {
    await call('POST', `/v26.0/${keys.waba_id}/subscribed_apps`);
    await call('POST', `/v26.0/${keys.app_id}/subscriptions`, hook, appToken);
  };
  await subscribe();
  return {
    simulator,
    receiver,
    url: simulator.url,
    phoneId,
    secondPhoneId: keys.phone_numbers[1]!.id,
    wabaId: keys.waba_id,
    appId: keys.app_id,
    appSecret: keys.app_secret,
    token: keys.access_token,
    call,
    send: (body) => call('POST', `/v26.0/${phoneId}/messages`, { messaging_product: 'whatsapp', ...body }),
    control: (method, path, body) => call(method, `/_simulator${path}`, body, null),
    open: async (number) => {
      await call('POST', `/_simulator/customers/${number}/messages`, { text: 'Ciao' }, null);
    },
    restore: async () => {
      await simulator.reset();
      await subscribe();
      receiver.posts.length = 0;
      receiver.handshakes.length = 0;
      receiver.answer.status = 200;
    },
    close: async () => {
      await simulator.close();
      await receiver.close();
    },
  };
}

/** Waits until `check` gives something; throws after `ms`. */
export async function until<T>(check: () => T | undefined | false, ms = 60_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = check();
    if (found) return found;
    if (Date.now() > end) throw new Error('Waited in vain.');
    await new Promise((done) => setTimeout(done, 5));
  }
}

/** Everything of one field that the receiver got so far, in order. */
export function received(receiver: Receiver, field: string) {
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever shape they expect
  const values: any[] = [];
  for (const { body } of receiver.posts) {
    for (const entry of body.entry) {
      for (const change of entry.changes) if (change.field === field) values.push(change.value);
    }
  }
  return values;
}

export function statusesOf(receiver: Receiver, id: string) {
  const all = received(receiver, 'messages').flatMap((value) => value.statuses ?? []);
  return all.filter((status) => status.id === id);
}

export function inboundOf(receiver: Receiver) {
  return received(receiver, 'messages').flatMap((value) => value.messages ?? []);
}
