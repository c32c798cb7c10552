// What may be asked about pipelines and their stages: the ways that deals go, from the first stage to Won or Lost.
import { z } from 'zod';
import { Done, Id, operation } from '#operations/operation.ts';
import { line, Requirable, StageKind } from './deal-shapes.contract.ts';

export const MOST_PIPELINES = 10;
export const MOST_STAGES = 30;
/** Of the stage with which a pipeline begins, per cent. */
export const FIRST_PROBABILITY = 10;

const Name = (what: string) =>
  line('A name', 60).min(1, `Give the ${what} a name`).describe('Unique name, whatever the case');
const PipelineId = Id.describe('Pipeline');
const StageId = Id.describe('Stage');
const Probability = z.int().min(0).max(100).describe('How likely a deal in it is won, per cent');
const Required = z
  .array(Requirable)
  .max(10)
  .transform((fields) => [...new Set(fields)])
  .describe('What a deal must have to be in it');
const RottingDays = z
  .int()
  .min(1)
  .max(3650)
  .nullable()
  .describe('After so many days in it a deal counts as getting old; null: never');

const StageFields = z.object({
  name: Name('stage'),
  probability: Probability,
  rottingDays: RottingDays.default(null),
  requiredFields: Required.default([]),
});

export const Stage = z.object({
  id: Id,
  name: z.string(),
  kind: StageKind,
  probability: z.int(),
  rottingDays: z.int().nullable(),
  requiredFields: z.array(Requirable),
  dealCount: z.int().describe('Deals in it now'),
});
export type Stage = z.infer<typeof Stage>;

export const Pipeline = z.object({
  id: Id,
  name: z.string(),
  dealCount: z.int(),
  stages: z.array(Stage).describe('In their order; Won and Lost are the last'),
});
export type Pipeline = z.infer<typeof Pipeline>;
const Pipelines = z.object({ items: z.array(Pipeline).describe('In their order') });

export const pipelinesContract = {
  list: operation('deals:read', { tool: true })
    .route({ method: 'GET', path: '/pipelines', summary: 'List pipelines with their stages' })
    .input(z.object({}))
    .output(Pipelines),
  create: operation('deals:configure', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/pipelines',
      successStatus: 201,
      summary: 'Create a pipeline',
      description:
        'With the open stages given, or with one to begin with; Won (100 %) and Lost (0 %) come by themselves. At most 10 pipelines.',
    })
    .input(
      z.object({
        name: Name('pipeline'),
        stages: z
          .array(StageFields)
          .min(1)
          .max(MOST_STAGES)
          .optional()
          .describe('Open stages, first to last; one is made when left out'),
      }),
    )
    .output(Pipeline),
  update: operation('deals:configure', { tool: true })
    .route({ method: 'PATCH', path: '/pipelines/{id}', summary: 'Rename a pipeline' })
    .input(z.object({ id: PipelineId, name: Name('pipeline') }))
    .output(Pipeline),
  reorder: operation('deals:configure')
    .route({ method: 'PUT', path: '/pipelines/order', summary: 'Put the pipelines in order' })
    .input(z.object({ ids: z.array(Id).max(MOST_PIPELINES).describe('All of them, first to last') }))
    .output(Pipelines),
  delete: operation('deals:configure')
    .route({
      method: 'DELETE',
      path: '/pipelines/{id}',
      summary: 'Delete a pipeline without deals',
      description: 'Refused with `pipeline_in_use` while deals are in it.',
    })
    .input(z.object({ id: PipelineId }))
    .output(Done),
  addStage: operation('deals:configure', { creates: true })
    .route({
      method: 'POST',
      path: '/pipelines/{id}/stages',
      successStatus: 201,
      summary: 'Add a stage before Won and Lost',
    })
    .input(StageFields.extend({ id: PipelineId }))
    .output(Pipeline),
  updateStage: operation('deals:configure')
    .route({
      method: 'PATCH',
      path: '/stages/{id}',
      summary: 'Change a stage',
      description: 'Won stays at 100 % and Lost at 0 %; a name can be changed in every stage.',
    })
    .input(
      z.object({
        id: StageId,
        name: Name('stage').optional(),
        probability: Probability.optional(),
        rottingDays: RottingDays.optional(),
        requiredFields: Required.optional(),
      }),
    )
    .output(Pipeline),
  reorderStages: operation('deals:configure')
    .route({
      method: 'PUT',
      path: '/pipelines/{id}/stages/order',
      summary: 'Put the open stages of a pipeline in order',
    })
    .input(
      z.object({
        id: PipelineId,
        stageIds: z.array(Id).max(MOST_STAGES).describe('All open stages, first to last'),
      }),
    )
    .output(Pipeline),
  deleteStage: operation('deals:configure')
    .route({
      method: 'DELETE',
      path: '/stages/{id}',
      summary: 'Delete a stage without deals',
      description:
        'Refused with `stage_in_use` while deals are in it, with `stage_fixed` for Won, Lost and the last open stage.',
    })
    .input(z.object({ id: StageId }))
    .output(Done),
};
