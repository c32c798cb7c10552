// Adds, changes, orders and deletes the stages of a pipeline.
import { publish } from '#events/publish.ts';
import { lockSettings } from '#features/deals/deal-settings.store.ts';
import type { StageRow } from '#features/deals/deals.types.ts';
import { MOST_STAGES, type pipelinesContract } from '#features/deals/pipelines.contract.ts';
import {
  anyDealIn,
  changeStage,
  closeStages,
  insertStages,
  orderStages,
  readPipelines,
  readStages,
  removeStage,
} from '#features/deals/pipelines.store.ts';
import { showPipeline } from '#features/deals/show-pipelines.ts';
import { badInput, conflict, notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

type Contract = typeof pipelinesContract;

export const addStage: Handler<Contract['addStage']> = async (call, { id, ...stage }) => {
  await lockSettings(call);
  if (!(await readPipelines(call)).some((pipeline) => pipeline.id === id)) throw notFound('pipeline');
  const stages = (await readStages(call)).filter((one) => one.pipelineId === id);
  const open = stages.filter((one) => one.kind === 'open');
  if (open.length >= MOST_STAGES)
    throw conflict('stage_limit', `There are ${MOST_STAGES} stages already, which is the most.`);
  requireFree(stages, stage.name);
  // Behind the others: their places are counted anew, for some may have been deleted.
  await orderStages(
    call,
    open.map((one) => one.id),
  );
  await insertStages(call, id, [{ ...stage, kind: 'open' }], open.length + 1);
  return changed(call, id);
};

export const updateStage: Handler<Contract['updateStage']> = async (call, { id, ...changes }) => {
  await lockSettings(call);
  const stages = await readStages(call);
  const stage = oneOf(stages, id);
  if (stage.kind !== 'open' && changes.probability !== undefined && changes.probability !== stage.probability)
    throw conflict('stage_fixed', `“${stage.name}” stays at ${stage.probability} %.`);
  if (stage.kind !== 'open' && changes.rottingDays)
    throw badInput([{ path: 'rottingDays', message: 'Deals in Won and Lost do not get old.' }]);
  if (stage.kind !== 'lost' && changes.requiredFields?.includes('lostReason'))
    throw badInput([
      { path: 'requiredFields', message: 'Only lost deals have a reason why they were lost.' },
    ]);
  if (changes.name)
    requireFree(
      stages.filter((one) => one.pipelineId === stage.pipelineId && one.id !== id),
      changes.name,
    );
  await changeStage(call, id, changes);
  return changed(call, stage.pipelineId);
};

export const reorderStages: Handler<Contract['reorderStages']> = async (call, { id, stageIds }) => {
  await lockSettings(call);
  if (!(await readPipelines(call)).some((pipeline) => pipeline.id === id)) throw notFound('pipeline');
  const open = (await readStages(call)).filter((stage) => stage.pipelineId === id && stage.kind === 'open');
  if (stageIds.length !== open.length || !open.every((stage) => stageIds.includes(stage.id)))
    throw badInput([
      { path: 'stageIds', message: 'Name each open stage of the pipeline once; Won and Lost stay the last.' },
    ]);
  await orderStages(call, stageIds);
  return changed(call, id);
};

export const deleteStage: Handler<Contract['deleteStage']> = async (call, { id }) => {
  await lockSettings(call);
  const stages = await readStages(call);
  const stage = oneOf(stages, id);
  if (stage.kind !== 'open')
    throw conflict('stage_fixed', `“${stage.name}” belongs to every pipeline and cannot be deleted.`);
  if (stages.filter((one) => one.pipelineId === stage.pipelineId && one.kind === 'open').length === 1)
    throw conflict('stage_fixed', 'A pipeline needs a stage to begin with: add another one first.');
  await closeStages(call, [id]);
  if (await anyDealIn(call, [id]))
    throw conflict('stage_in_use', 'There are deals in this stage: move or delete them first.');
  await removeStage(call, id);
  await publish(call, 'deal.settings_changed', null, {});
  return done;
};

async function changed(call: Call, pipelineId: string) {
  await publish(call, 'deal.settings_changed', null, {});
  return showPipeline(call, pipelineId);
}

function oneOf(stages: readonly StageRow[], id: string): StageRow {
  const found = stages.find((stage) => stage.id === id);
  if (!found) throw notFound('stage');
  return found;
}

function requireFree(others: readonly StageRow[], name: string): void {
  const taken = others.find((other) => other.name.toLowerCase() === name.toLowerCase());
  if (taken)
    throw conflict('stage_exists', `There is a stage “${taken.name}” already.`, { stageId: taken.id });
}
