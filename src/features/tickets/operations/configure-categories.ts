// Lists, adds, renames and deletes the categories of tickets.
import { publish } from '#events/publish.ts';
import { moveAway } from '#features/tickets/move-away.ts';
import {
  insertCategory,
  readCategories,
  removeCategory,
  renameCategory,
} from '#features/tickets/ticket-categories.store.ts';
import type {
  CategorySetting,
  ticketCategoriesContract,
} from '#features/tickets/ticket-settings.contract.ts';
import { countBy } from '#features/tickets/ticket-tallies.store.ts';
import { badInput, conflict, notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

type Contract = typeof ticketCategoriesContract;

export const listCategories: Handler<Contract['list']> = async (call) => ({ items: await settings(call) });

export const createCategory: Handler<Contract['create']> = async (call, { name }) => {
  const category = await insertCategory(call, name);
  if (!category) throw await taken(call, name);
  await publish(call, 'ticket.settings_changed', null, {});
  return { ...category, ticketCount: 0 };
};

export const updateCategory: Handler<Contract['update']> = async (call, { id, name }) => {
  await oneOf(call, id);
  const other = (await readCategories(call)).find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (other && other.id !== id) throw await taken(call, name);
  await renameCategory(call, id, name);
  await publish(call, 'ticket.settings_changed', null, {});
  return (await settings(call)).find((category) => category.id === id)!;
};

export const deleteCategory: Handler<Contract['delete']> = async (call, { id, moveTo }) => {
  await oneOf(call, id);
  if (moveTo === id) throw badInput([{ path: 'moveTo', message: 'Choose another category.' }]);
  await moveAway(call, 'category_id', id, { categoryId: moveTo ?? null });
  await removeCategory(call, id);
  await publish(call, 'ticket.settings_changed', null, {});
  return done;
};

async function settings(call: Call): Promise<CategorySetting[]> {
  const counts = await countBy(call, 'category_id');
  return (await readCategories(call)).map((category) => ({
    ...category,
    ticketCount: counts.get(category.id) ?? 0,
  }));
}

async function oneOf(call: Call, id: string): Promise<void> {
  if ((await readCategories(call, [id])).length === 0) throw notFound('category');
}

async function taken(call: Call, name: string) {
  const other = (await readCategories(call)).find((one) => one.name.toLowerCase() === name.toLowerCase());
  return conflict(
    'category_exists',
    `There is a category “${other?.name ?? name}” already.`,
    other ? { categoryId: other.id } : {},
  );
}
