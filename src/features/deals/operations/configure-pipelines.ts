// Lists, creates, renames, orders and deletes pipelines.
import { publish } from '#events/publish.ts';
import { lockSettings } from '#features/deals/deal-settings.store.ts';
import { namesOfFirstStages } from '#features/deals/first-stages.ts';
import {
  FIRST_PROBABILITY,
  MOST_PIPELINES,
  type pipelinesContract,
} from '#features/deals/pipelines.contract.ts';
import {
  anyDealIn,
  closeStages,
  insertPipeline,
  insertStages,
  orderPipelines,
  readPipelines,
  readStages,
  removePipeline,
  renamePipeline,
} from '#features/deals/pipelines.store.ts';
import { showPipeline, showPipelines } from '#features/deals/show-pipelines.ts';
import { languageOr } from '#features/people/language.contract.ts';
import { badInput, conflict, notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

type Contract = typeof pipelinesContract;

export const listPipelines: Handler<Contract['list']> = async (call) => ({
  items: await showPipelines(call),
});

export const createPipeline: Handler<Contract['create']> = async (call, { name, stages }) => {
  const { language } = await lockSettings(call);
  const others = await readPipelines(call);
  if (others.length >= MOST_PIPELINES)
    throw conflict(
      'pipeline_limit',
      `There are ${MOST_PIPELINES} pipelines already, which is the most. Delete one without deals first.`,
    );
  requireFree(others, name);
  const names = namesOfFirstStages(languageOr(language, 'en'));
  const open = stages ?? [
    { name: names.first, probability: FIRST_PROBABILITY, rottingDays: null, requiredFields: [] },
  ];
  refuseTwins([...open.map((stage) => stage.name), names.won, names.lost]);
  const id = await insertPipeline(call, name, others.length + 1);
  const fixed = { rottingDays: null, requiredFields: [] };
  await insertStages(call, id, [
    ...open.map((stage) => ({ ...stage, kind: 'open' as const })),
    { ...fixed, name: names.won, kind: 'won', probability: 100 },
    { ...fixed, name: names.lost, kind: 'lost', probability: 0 },
  ]);
  return changed(call, id);
};

export const updatePipeline: Handler<Contract['update']> = async (call, { id, name }) => {
  await lockSettings(call);
  const pipelines = await readPipelines(call);
  requireThere(pipelines, id);
  requireFree(
    pipelines.filter((one) => one.id !== id),
    name,
  );
  await renamePipeline(call, id, name);
  return changed(call, id);
};

export const reorderPipelines: Handler<Contract['reorder']> = async (call, { ids }) => {
  await lockSettings(call);
  const known = await readPipelines(call);
  if (ids.length !== known.length || !known.every(({ id }) => ids.includes(id)))
    throw badInput([{ path: 'ids', message: 'Name each pipeline once.' }]);
  await orderPipelines(call, ids);
  await publish(call, 'deal.settings_changed', null, {});
  return { items: await showPipelines(call) };
};

export const deletePipeline: Handler<Contract['delete']> = async (call, { id }) => {
  await lockSettings(call);
  requireThere(await readPipelines(call), id);
  const stages = (await readStages(call)).filter((stage) => stage.pipelineId === id).map((stage) => stage.id);
  await closeStages(call, stages);
  if (await anyDealIn(call, stages))
    throw conflict('pipeline_in_use', 'There are deals in this pipeline: move or delete them first.');
  await removePipeline(call, id);
  await publish(call, 'deal.settings_changed', null, {});
  return done;
};

async function changed(call: Call, id: string) {
  await publish(call, 'deal.settings_changed', null, {});
  return showPipeline(call, id);
}

function requireThere(pipelines: readonly { id: string }[], id: string): void {
  if (!pipelines.some((pipeline) => pipeline.id === id)) throw notFound('pipeline');
}

function requireFree(others: readonly { id: string; name: string }[], name: string): void {
  const taken = others.find((other) => other.name.toLowerCase() === name.toLowerCase());
  if (taken)
    throw conflict('pipeline_exists', `There is a pipeline “${taken.name}” already.`, {
      pipelineId: taken.id,
    });
}

function refuseTwins(names: readonly string[]): void {
  const lower = names.map((name) => name.toLowerCase());
  const twin = lower.findIndex((name, i) => lower.indexOf(name) < i);
  if (twin >= 0)
    throw badInput([{ path: 'stages', message: `Two stages would be called “${names[twin]}”.` }]);
}
