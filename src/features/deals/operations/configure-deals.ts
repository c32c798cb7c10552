// Gets and changes the settings of deals: the currency of sums, and what every deal must have.
import { publish } from '#events/publish.ts';
import { readRates, removeRates, revalueDeals, writeRates } from '#features/deals/currency-rates.store.ts';
import { factorsOf } from '#features/deals/deal-rules.ts';
import type { DealSettings, dealSettingsContract } from '#features/deals/deal-settings.contract.ts';
import {
  changeSettings,
  lockSettings,
  readSettings,
  type Settings,
} from '#features/deals/deal-settings.store.ts';
import { rebaseRates } from '#features/deals/rebase-rates.ts';
import type { Handler } from '#operations/handle.ts';

type Contract = typeof dealSettingsContract;

export const getSettings: Handler<Contract['get']> = async (call) => shown(await readSettings(call));

export const updateSettings: Handler<Contract['update']> = async (call, input) => {
  const before = await lockSettings(call);
  const currency = input.currency ?? before.currency;
  const requiredFields = [...new Set(input.requiredFields ?? before.requiredFields)];
  await changeSettings(call, { currency, requiredFields });
  if (currency !== before.currency) {
    const rates = rebaseRates(await readRates(call), before.currency, currency);
    await removeRates(call);
    await writeRates(call, rates);
    await revalueDeals(call, factorsOf(await readSettings(call)));
  }
  await publish(call, 'deal.settings_changed', null, {});
  return shown(await readSettings(call));
};

function shown({ currency, requiredFields }: Settings): DealSettings {
  return { currency, requiredFields: requiredFields.filter((field) => field !== 'lostReason') };
}
