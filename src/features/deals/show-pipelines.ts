// Shows pipelines with their stages, and how many deals are in each.
import { countByStage } from './deal-tallies.store.ts';
import type { StoreCall } from './deals.types.ts';
import type { Pipeline } from './pipelines.contract.ts';
import { readPipelines, readStages } from './pipelines.store.ts';

/** In their order. */
export async function showPipelines(call: StoreCall): Promise<Pipeline[]> {
  const [pipelines, stages, counts] = [
    await readPipelines(call),
    await readStages(call),
    await countByStage(call),
  ];
  return pipelines.map(({ id, name }) => {
    const own = stages
      .filter((stage) => stage.pipelineId === id)
      .map(({ pipelineId: _, pipelineName: __, ...stage }) => ({
        ...stage,
        dealCount: counts.get(stage.id) ?? 0,
      }));
    return { id, name, dealCount: own.reduce((sum, stage) => sum + stage.dealCount, 0), stages: own };
  });
}

export async function showPipeline(call: StoreCall, id: string): Promise<Pipeline> {
  return (await showPipelines(call)).find((pipeline) => pipeline.id === id)!;
}
