// Lists, enters and imports the rates by which sums are told in the workspace's currency.
import { publish } from '#events/publish.ts';
import {
  readRates,
  removeRates,
  revalueDeals,
  unratedAmounts,
  writeRates,
} from '#features/deals/currency-rates.store.ts';
import { currenciesOfGoals } from '#features/deals/deal-goals.store.ts';
import { dayIn, factorsOf } from '#features/deals/deal-rules.ts';
import type { CurrencyRate, dealSettingsContract } from '#features/deals/deal-settings.contract.ts';
import { lockSettings, readSettings } from '#features/deals/deal-settings.store.ts';
import { readRatesCsv } from '#features/deals/read-rates-csv.ts';
import { badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

type Contract = typeof dealSettingsContract;

export const listRates: Handler<Contract['rates']> = (call) => shown(call);

export const setRates: Handler<Contract['setRates']> = async (call, { rates }) => {
  const { currency, timeZone } = await lockSettings(call);
  const today = dayIn(timeZone, call.now);
  refuseOwn(
    currency,
    rates.map((rate) => rate.currency),
  );
  const byCurrency = new Map(rates.map((rate) => [rate.currency, rate]));
  const entered = [...byCurrency.values()].flatMap(({ currency: code, rate, asOf }): CurrencyRate[] =>
    rate === null ? [] : [{ currency: code, rate, source: 'entered', asOf: asOf ?? today }],
  );
  const gone = [...byCurrency.values()].filter(({ rate }) => rate === null).map((rate) => rate.currency);
  return write(call, entered, gone);
};

export const importRates: Handler<Contract['importRates']> = async (call, { csv }) => {
  const { currency, timeZone } = await lockSettings(call);
  const read = readRatesCsv(csv, dayIn(timeZone, call.now));
  if ('problems' in read) throw badInput(read.problems);
  return write(
    call,
    read.rates.filter((rate) => rate.currency !== currency),
    [],
  );
};

async function write(call: Call, rates: readonly CurrencyRate[], gone: readonly string[]) {
  await writeRates(call, rates);
  await removeRates(call, gone);
  await revalueDeals(call, factorsOf(await readSettings(call)));
  await publish(call, 'deal.settings_changed', null, {});
  return shown(call);
}

async function shown(call: Call) {
  const { currency, rates, timeZone } = await readSettings(call);
  const missing = await unratedAmounts(call);
  const ofGoals = await currenciesOfGoals(call, dayIn(timeZone, call.now).slice(0, 7));
  for (const code of ofGoals)
    if (!rates.has(code) && !missing.some((one) => one.currency === code))
      missing.push({ currency: code, amount: 0, count: 0 });
  return { currency, items: await readRates(call), missing };
}

function refuseOwn(currency: string, codes: readonly string[]): void {
  if (codes.includes(currency))
    throw badInput([{ path: 'rates', message: `${currency} is the workspace’s currency: it is always 1.` }]);
}
