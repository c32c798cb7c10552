// Creates, changes, moves, clones and deletes deals.
import { publishAll } from '#events/publish.ts';
import { changeDeal } from '#features/deals/change-deals.ts';
import { createDeals } from '#features/deals/create-deals.ts';
import type { dealsContract } from '#features/deals/deals.contract.ts';
import { removeDeals } from '#features/deals/deals.store.ts';
import { createDeal as create, updateDeal as update } from '#features/deals/deals.ts';
import { findDeal, findDealId, readDeals } from '#features/deals/read-deals.ts';
import { factsOf } from '#features/deals/tell-deals.ts';
import { audit } from '#features/people/people.ts';
import { badInput, notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

type Contract = typeof dealsContract;

export const createDeal: Handler<Contract['create']> = create;

export const updateDeal: Handler<Contract['update']> = (call, { key, version, ...changes }) => {
  if (Object.values(changes).every((value) => value === undefined))
    throw badInput([{ path: 'title', message: 'Say what shall change.' }]);
  return update(call, key, changes, { version });
};

export const moveDeal: Handler<Contract['move']> = (call, { id, stageId, aboveId, belowId, set, version }) =>
  changeDeal(call, id, { ...set, stageId }, { version, beside: { aboveId, belowId } });

export const cloneDeal: Handler<Contract['clone']> = async (call, { key }) => {
  const deal = await findDeal(call, key);
  if (deal.contacts.length === 0)
    throw badInput([{ path: 'key', message: 'Its contacts were erased: create a new deal instead.' }]);
  const open = deal.stage.kind === 'open';
  const copy = {
    contactIds: deal.contacts.map((contact) => contact.id),
    title: deal.title,
    pipelineId: deal.pipeline.id,
    stageId: open ? deal.stage.id : undefined,
    ownerId: deal.owner?.userId,
    amount: deal.amount,
    currency: deal.currency,
    closeDate: open ? deal.closeDate : null,
  };
  const { made, refused } = await createDeals(call, [copy], { lenient: true });
  if (refused[0]) throw badInput(refused[0].problems);
  return (await readDeals(call, made)).get(made[0]!)!;
};

export const deleteDeal: Handler<Contract['delete']> = async (call, { key }) => {
  if ((await remove(call, [await findDealId(call, key)])) === 0) throw notFound('deal');
  return done;
};

export const deleteManyDeals: Handler<Contract['deleteMany']> = async (call, { ids }) => ({
  affected: await remove(call, ids),
});

/** Deals that are gone cannot be brought back; who did it stays in the audit log. */
async function remove(call: Call, ids: readonly string[]): Promise<number> {
  const deals = await readDeals(call, ids);
  const gone = await removeDeals(call, [...deals.keys()]);
  if (gone.length === 0) return 0;
  const only = gone.length === 1 ? gone[0]! : null;
  await audit.record(call, {
    action: 'deal.deleted',
    subjectType: 'deal',
    subjectId: only,
    details: only ? { reference: deals.get(only)!.reference } : { count: gone.length },
  });
  await publishAll(
    call,
    gone.map((id) => ({
      name: 'deal.deleted' as const,
      subjectId: id,
      payload: { deal: factsOf(deals.get(id)!) },
    })),
  );
  return gone.length;
}
