// Imports a rate card, all of it or nothing.
import { audit } from '#features/people/people.ts';
import type { ratesContract } from '#features/rates/rates.contract.ts';
import { replaceRates } from '#features/rates/rates.store.ts';
import { readRateFile } from '#features/rates/read-rate-file.ts';
import type { Handler } from '#operations/handle.ts';

export const importRates: Handler<typeof ratesContract.import> = async (call, { csv }) => {
  const { rows, problems } = readRateFile(csv);
  if (problems.length > 0) return { saved: 0, problems };
  await replaceRates(call, rows);
  await audit.record(call, {
    action: 'rates.imported',
    subjectType: 'rates',
    subjectId: null,
    details: { count: rows.length },
  });
  return { saved: rows.length, problems: [] };
};
