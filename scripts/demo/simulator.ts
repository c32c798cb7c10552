// Asks the simulator, independently of the product, what it received.
import type { SimulatorAccount } from './report.ts';

export type Simulator = {
  /** True when it has nothing left to do: no delivery due soon, no webhook waiting. */
  isIdle(): Promise<boolean>;
  accountOf(phoneNumberId: string, template: string): Promise<SimulatorAccount>;
};

/** What is planned for later than this are looks at limits and quality, not what becomes of a message. */
const SOON_MS = 60_000;

export function askSimulator(url: string): Simulator {
  const get = async (path: string) => {
    const answer = await fetch(`${url}/_simulator${path}`);
    if (!answer.ok) throw new Error(`The simulator answered ${answer.status} to ${path}.`);
    return answer.json();
  };
  return {
    async isIdle() {
      const { plannedInMs, webhooksPending } = (await get('/health')) as {
        plannedInMs: number | null;
        webhooksPending: number;
      };
      return webhooksPending === 0 && (plannedInMs === null || plannedInMs > SOON_MS);
    },
    accountOf: async (phoneNumberId, template) =>
      (await get(
        `/account?${new URLSearchParams({ phone_number_id: phoneNumberId, template })}`,
      )) as SimulatorAccount,
  };
}
