// Lets a customer of the simulator write to us.
import { safeFetch } from '#kit/safe-fetch.ts';
import type { SimulatorAddress } from '#operations/services.ts';

export async function customerWrites(
  simulator: SimulatorAddress,
  phone: string,
  name: string,
  text: string,
): Promise<void> {
  const answer = await safeFetch(`${simulator.url}/_simulator/customers/${phone.slice(1)}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, name }),
    allowHosts: [simulator.host],
  });
  if (answer.status >= 300)
    throw new Error(`The simulator refused a customer's message with ${answer.status}.`);
}
