// Plays the world around the demo at the simulator: customers' names, what they write, the SMS provider.
import { safeFetch } from '#kit/safe-fetch.ts';
import type { SimulatorAddress } from '#operations/services.ts';

export async function customerWrites(
  simulator: SimulatorAddress,
  phone: string,
  text: string,
): Promise<void> {
  await tell(simulator, `${phone.slice(1)}/messages`, { text });
}

/** Gives a customer the name that they have on their own phone. */
export async function nameCustomer(simulator: SimulatorAddress, phone: string, name: string): Promise<void> {
  await tell(simulator, phone.slice(1), { name });
}

async function tell(simulator: SimulatorAddress, path: string, body: unknown): Promise<void> {
  const answer = await safeFetch(`${simulator.url}/_simulator/customers/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    allowHosts: [simulator.host],
  });
  if (answer.status >= 300) throw new Error(`The simulator refused with ${answer.status}.`);
}

/** The account at the simulator's SMS provider. */
export async function smsAccount(
  simulator: SimulatorAddress,
): Promise<{ url: string; token: string; secret: string }> {
  const answer = await safeFetch(`${simulator.url}/_simulator/sms/account`, { allowHosts: [simulator.host] });
  if (answer.status >= 300) throw new Error(`The simulator refused with ${answer.status}.`);
  return JSON.parse(answer.body.toString());
}
