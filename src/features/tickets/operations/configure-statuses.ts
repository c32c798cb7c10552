// Lists, adds, renames, orders and deletes the statuses of tickets.
import { publish } from '#events/publish.ts';
import { builtInName, DEFAULT_STATUSES } from '#features/tickets/default-statuses.contract.ts';
import { moveAway } from '#features/tickets/move-away.ts';
import type { StatusSetting, ticketStatusesContract } from '#features/tickets/ticket-settings.contract.ts';
import {
  changeStatus,
  insertStatus,
  lockStatuses,
  orderStatuses,
  readStatuses,
  removeStatus,
  setDefaultStatus,
} from '#features/tickets/ticket-statuses.store.ts';
import { countBy } from '#features/tickets/ticket-tallies.store.ts';
import { anyTicketIn } from '#features/tickets/tickets.store.ts';
import type { Status } from '#features/tickets/tickets.types.ts';
import { badInput, conflict, notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

type Contract = typeof ticketStatusesContract;

export const listStatuses: Handler<Contract['list']> = async (call) => ({ items: await settings(call) });

export const createStatus: Handler<Contract['create']> = async (call, { name, macroState }) => {
  const statuses = await lockStatuses(call);
  requireFree(statuses, name);
  const code = newCode(
    name,
    statuses.map((status) => status.code),
  );
  await insertStatus(call, {
    code,
    name,
    macroState,
    position: Math.max(...statuses.map((s) => s.position)) + 1,
  });
  return changed(call, code);
};

export const updateStatus: Handler<Contract['update']> = async (
  call,
  { code, name, macroState, isDefault },
) => {
  const statuses = await lockStatuses(call);
  const status = oneOf(statuses, code);
  const builtIn = DEFAULT_STATUSES.some((one) => one.code === code);
  if (name) requireFree(statuses, name, code);
  if (name === null && !builtIn)
    throw badInput([{ path: 'name', message: 'This status has no built-in name.' }]);
  const meaning = macroState ?? status.macroState;
  if (meaning !== status.macroState && (await anyTicketIn(call, code)))
    throw conflict(
      'status_in_use',
      'Tickets are in this status: move them first, then change what it means.',
    );
  if (meaning === 'closed' && (isDefault || status.isDefault))
    throw conflict('status_default', 'New tickets begin in progress: choose another default status.');
  await changeStatus(call, code, { name, macroState });
  if (isDefault) await setDefaultStatus(call, code);
  return changed(call, code);
};

export const reorderStatuses: Handler<Contract['reorder']> = async (call, { codes }) => {
  const statuses = await lockStatuses(call);
  const known = new Set(statuses.map((status) => status.code));
  if (
    new Set(codes).size !== known.size ||
    codes.length !== known.size ||
    !codes.every((code) => known.has(code))
  )
    throw badInput([{ path: 'codes', message: `Name each status once: ${[...known].join(', ')}.` }]);
  await orderStatuses(call, codes);
  await publish(call, 'ticket.settings_changed', null, {});
  return { items: await settings(call) };
};

export const deleteStatus: Handler<Contract['delete']> = async (call, { code, moveTo }) => {
  const statuses = await lockStatuses(call);
  if (oneOf(statuses, code).isDefault)
    throw conflict('status_default', 'New tickets begin with this status: choose another default first.');
  if (moveTo === code) throw badInput([{ path: 'moveTo', message: 'Choose another status.' }]);
  if (moveTo) {
    oneOf(statuses, moveTo);
    await moveAway(call, 'status', code, { status: moveTo });
  }
  if (await anyTicketIn(call, code))
    throw conflict('status_in_use', 'Tickets are in this status: say where they go, or move them first.');
  await removeStatus(call, code);
  await publish(call, 'ticket.settings_changed', null, {});
  return done;
};

async function settings(call: Call): Promise<StatusSetting[]> {
  const counts = await countBy(call, 'status');
  return (await readStatuses(call)).map(({ position: _, ...status }) => ({
    ...status,
    ticketCount: counts.get(status.code) ?? 0,
  }));
}

async function changed(call: Call, code: string): Promise<StatusSetting> {
  await publish(call, 'ticket.settings_changed', null, {});
  return (await settings(call)).find((status) => status.code === code)!;
}

function oneOf(statuses: readonly Status[], code: string): Status {
  const found = statuses.find((status) => status.code === code);
  if (!found) throw notFound('status');
  return found;
}

/** Built-in names count in every language: pages show them so. */
function requireFree(statuses: readonly Status[], name: string, except?: string): void {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  const taken = statuses.find(
    ({ code, name: own, renamed }) =>
      code !== except &&
      (same(own) ||
        (!renamed && (['en', 'it', 'es'] as const).some((language) => same(builtInName(code, language))))),
  );
  if (taken)
    throw conflict('status_exists', `There is a status “${taken.name}” already.`, { code: taken.code });
}

/** Letters and digits of the name, as a code that no other status has. */
function newCode(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '_')
    .slice(0, 50)
    .replace(/_$/, '');
  const stem = plain || 'status';
  let code = stem;
  for (let i = 2; taken.includes(code); i++) code = `${stem}_${i}`;
  return code;
}
