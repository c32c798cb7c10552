// Asks the simulator, independently of the product, and troubles it.
import type { SimulatorAccount } from '../scripts/demo/report.ts';
import { persistently } from './persistently.ts';

/** A message as the simulator keeps it. */
export type SimulatorMessage = {
  sequence: number;
  customer: string;
  state: string;
  /** When it was taken. */
  at: string;
  template?: { name: string };
  biz_opaque_callback_data?: string;
};

export type Control = {
  post<T = unknown>(path: string, body: object): Promise<T>;
  get<T = unknown>(path: string): Promise<T>;
  account(phoneNumberId: string, template: string): Promise<SimulatorAccount>;
  /** Everything that was accepted for a template. */
  messages(phoneNumberId: string, template: string): Promise<SimulatorMessage[]>;
  /** Nothing is due soon and every webhook was taken. */
  isIdle(): Promise<boolean>;
};

/** What is planned for later than this are looks at limits and quality, not what becomes of a message. */
const SOON_MS = 60_000;

export function controlOf(url: string): Control {
  const once = (path: string, body?: object) =>
    fetch(`${url}/_simulator${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    // Connections break here as well while everything is hit; a question may be asked again.
    const answer = body ? await once(path, body) : await persistently(() => once(path), performance.now());
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    post: ask,
    get: (path) => ask(path),
    account: (phoneNumberId, template) =>
      ask(`/account?${new URLSearchParams({ phone_number_id: phoneNumberId, template })}`),
    async messages(phoneNumberId, template) {
      const found: SimulatorMessage[] = [];
      const query = { phone_number_id: phoneNumberId, direction: 'business', limit: '5000' };
      for (let after: number | null = 0; after !== null; ) {
        const page: { messages: SimulatorMessage[]; next: number | null } = await ask(
          `/messages?${new URLSearchParams({ ...query, after: String(after) })}`,
        );
        found.push(...page.messages.filter((message) => message.template?.name === template));
        after = page.next;
      }
      return found;
    },
    async isIdle() {
      const { plannedInMs, webhooksPending } = await ask<{
        plannedInMs: number | null;
        webhooksPending: number;
      }>('/health');
      return webhooksPending === 0 && (plannedInMs === null || plannedInMs > SOON_MS);
    },
  };
}
