// Lists, adds, renames, orders and deletes the reasons why deals are lost.
import { publish } from '#events/publish.ts';
import type { dealSettingsContract } from '#features/deals/deal-settings.contract.ts';
import {
  insertLostReason,
  lockSettings,
  orderLostReasons,
  readLostReasons,
  removeLostReason,
  renameLostReason,
} from '#features/deals/deal-settings.store.ts';
import { badInput, conflict, notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

type Contract = typeof dealSettingsContract;
const MOST = 100;

export const listLostReasons: Handler<Contract['lostReasons']> = async (call) => ({
  items: await shown(call),
});

export const createLostReason: Handler<Contract['createLostReason']> = async (call, { name }) => {
  await lockSettings(call);
  const reasons = await readLostReasons(call);
  if (reasons.length >= MOST) throw conflict('lost_reason_limit', `There are ${MOST} reasons already.`);
  requireFree(reasons, name);
  const id = await insertLostReason(call, name, reasons.length + 1);
  await publish(call, 'deal.settings_changed', null, {});
  return { id, name };
};

export const updateLostReason: Handler<Contract['updateLostReason']> = async (call, { id, name }) => {
  await lockSettings(call);
  const reasons = await readLostReasons(call);
  requireThere(reasons, id);
  requireFree(
    reasons.filter((reason) => reason.id !== id),
    name,
  );
  await renameLostReason(call, id, name);
  await publish(call, 'deal.settings_changed', null, {});
  return { id, name };
};

export const reorderLostReasons: Handler<Contract['reorderLostReasons']> = async (call, { ids }) => {
  await lockSettings(call);
  const reasons = await readLostReasons(call);
  if (ids.length !== reasons.length || !reasons.every(({ id }) => ids.includes(id)))
    throw badInput([{ path: 'ids', message: 'Name each reason once.' }]);
  await orderLostReasons(call, ids);
  await publish(call, 'deal.settings_changed', null, {});
  return { items: await shown(call) };
};

export const deleteLostReason: Handler<Contract['deleteLostReason']> = async (call, { id }) => {
  await lockSettings(call);
  requireThere(await readLostReasons(call), id);
  await removeLostReason(call, id);
  await publish(call, 'deal.settings_changed', null, {});
  return done;
};

async function shown(call: Call) {
  return (await readLostReasons(call)).map(({ id, name }) => ({ id, name }));
}

function requireThere(reasons: readonly { id: string }[], id: string): void {
  if (!reasons.some((reason) => reason.id === id)) throw notFound('reason');
}

function requireFree(others: readonly { id: string; name: string }[], name: string): void {
  const taken = others.find((other) => other.name.toLowerCase() === name.toLowerCase());
  if (taken)
    throw conflict('lost_reason_exists', `There is a reason “${taken.name}” already.`, { id: taken.id });
}
