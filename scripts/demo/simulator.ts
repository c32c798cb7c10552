// Asks the simulator, independently of the product, what it received.
import type { SimulatorAccount } from './report.ts';

export type Simulator = {
  /** True when it has nothing left to do: no delivery planned, no webhook waiting. */
  isIdle(): Promise<boolean>;
  accountOf(phoneNumberId: string, template: string): Promise<SimulatorAccount>;
};

export function askSimulator(url: string): Simulator {
  const get = async (path: string) => {
    const answer = await fetch(`${url}/_simulator${path}`);
    if (!answer.ok) throw new Error(`The simulator answered ${answer.status} to ${path}.`);
    return answer.json();
  };
  return {
    async isIdle() {
      const { planned, webhooksPending } = (await get('/health')) as {
        planned: number;
        webhooksPending: number;
      };
      return planned === 0 && webhooksPending === 0;
    },
    accountOf: async (phoneNumberId, template) =>
      (await get(
        `/account?${new URLSearchParams({ phone_number_id: phoneNumberId, template })}`,
      )) as SimulatorAccount,
  };
}
