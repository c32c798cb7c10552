// Asks the local simulator for a business that no workspace has connected yet.
import { z } from 'zod';
import { AppError } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import { safeFetch } from '#kit/safe-fetch.ts';
import type { Services } from '#operations/services.ts';

import type { ConnectInput } from './numbers.contract.ts';
import { findKeysByWaba } from './numbers.store.ts';

const Business = z.object({
  waba_id: z.string(),
  app_id: z.string(),
  app_secret: z.string(),
  access_token: z.string(),
  phone_numbers: z.array(z.object({ id: z.string() })).min(1),
});

/** The simulator's first business, or a new one named `name` when that is taken. Throws `simulator_off`. */
export async function simulatorKeys(services: Services, name: string): Promise<ConnectInput> {
  const first = await ask(services, 'GET');
  const taken = await findKeysByWaba(services.db, [first.waba_id]);
  const business =
    taken.length === 0
      ? first
      : await ask(services, 'POST', { name, phones: [{ number: freshNumber(), verified_name: name }] });
  return {
    token: business.access_token,
    wabaId: business.waba_id,
    phoneNumberId: business.phone_numbers[0]!.id,
    appSecret: business.app_secret,
    appId: business.app_id,
  };
}

/** An Italian mobile number of the imitation, different each time. */
function freshNumber(): string {
  const digits = BigInt(`0x${newId().replaceAll('-', '').slice(-14)}`) % 10_000_000n;
  return `+39351${digits.toString().padStart(7, '0')}`;
}

async function ask(
  services: Services,
  method: 'GET' | 'POST',
  body?: object,
): Promise<z.infer<typeof Business>> {
  const { simulator } = services;
  if (!simulator)
    throw new AppError(
      'simulator_off',
      'The simulator is not running here. Start Rondine with SIMULATOR=1.',
      {
        status: 409,
      },
    );
  const answer = await safeFetch(`${simulator.url}/_simulator/business`, {
    method,
    allowHosts: [simulator.host],
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
  const read = Business.safeParse(JSON.parse(answer.body.toString('utf8')));
  if (answer.status >= 300 || !read.success)
    throw new AppError('simulator_off', 'The simulator did not answer as expected.', { status: 502 });
  return read.data;
}
