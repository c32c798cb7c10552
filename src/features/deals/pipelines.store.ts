// The SQL on pipelines and their stages.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Requirable, StageKind } from './deal-shapes.contract.ts';
import type { StageRow, StoreCall } from './deals.types.ts';

type ReadCall = Pick<StoreCall, 'tx' | 'workspaceId'>;

export async function readPipelines(call: ReadCall): Promise<{ id: string; name: string }[]> {
  return call.tx
    .selectFrom('pipelines')
    .select(['id', 'name'])
    .where('workspace_id', '=', call.workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The stages of all pipelines, in the order of the pipelines, Won and Lost last in each. */
export async function readStages(call: ReadCall): Promise<StageRow[]> {
  const { rows } = await sql<StageRow>`
    select s.id, s.pipeline_id as "pipelineId", p.name as "pipelineName", s.name, s.kind, s.probability,
      s.rotting_days as "rottingDays", s.required_fields as "requiredFields"
    from stages s join pipelines p on p.workspace_id = s.workspace_id and p.id = s.pipeline_id
    where s.workspace_id = ${call.workspaceId}
    order by p.position, p.id, s.kind_rank, s.position, s.id`.execute(call.tx);
  return rows;
}

/** Holds the stages to the end of the transaction, so that no card comes between two others meanwhile; gone ones are left out. */
export async function holdStages(call: ReadCall, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from stages where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
    order by id for no key update`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** Like that, but nobody can put a deal into them either, not even one who has looked already. */
export async function closeStages(call: ReadCall, ids: readonly string[]): Promise<void> {
  await sql`select 1 from stages where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
    order by id for update`.execute(call.tx);
}

export async function anyDealIn(call: ReadCall, stageIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select 1 from deals
    where workspace_id = ${call.workspaceId} and stage_id = any(${stageIds}::uuid[]) limit 1`.execute(
    call.tx,
  );
  return rows.length > 0;
}

export async function insertPipeline(call: StoreCall, name: string, position: number): Promise<string> {
  const id = newId();
  await call.tx
    .insertInto('pipelines')
    .values({ workspace_id: call.workspaceId, id, name, position, created_at: call.now })
    .execute();
  return id;
}

export async function renamePipeline(call: ReadCall, id: string, name: string): Promise<void> {
  await call.tx
    .updateTable('pipelines')
    .set({ name })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function removePipeline(call: ReadCall, id: string): Promise<void> {
  await sql`delete from pipelines where workspace_id = ${call.workspaceId} and id = ${id}`.execute(call.tx);
}

export async function orderPipelines(call: ReadCall, ids: readonly string[]): Promise<void> {
  await sql`
    update pipelines p set position = o.position
    from unnest(${ids}::uuid[]) with ordinality o(id, position)
    where p.workspace_id = ${call.workspaceId} and p.id = o.id`.execute(call.tx);
}

export type NewStage = {
  name: string;
  kind: StageKind;
  probability: number;
  rottingDays: number | null;
  requiredFields: readonly Requirable[];
};

/** Adds stages in this order behind those of their kind. */
export async function insertStages(
  call: StoreCall,
  pipelineId: string,
  stages: readonly NewStage[],
  from = 1,
): Promise<void> {
  await call.tx
    .insertInto('stages')
    .values(
      stages.map((stage, i) => ({
        workspace_id: call.workspaceId,
        id: newId(),
        pipeline_id: pipelineId,
        name: stage.name,
        kind: stage.kind,
        probability: stage.probability,
        position: from + i,
        rotting_days: stage.rottingDays,
        required_fields: [...stage.requiredFields],
        created_at: call.now,
      })),
    )
    .execute();
}

export type StageChanges = {
  name?: string | undefined;
  probability?: number | undefined;
  rottingDays?: number | null | undefined;
  requiredFields?: readonly Requirable[] | undefined;
};

export async function changeStage(call: ReadCall, id: string, set: StageChanges): Promise<void> {
  const columns = {
    ...(set.name === undefined ? {} : { name: set.name }),
    ...(set.probability === undefined ? {} : { probability: set.probability }),
    ...(set.rottingDays === undefined ? {} : { rotting_days: set.rottingDays }),
    ...(set.requiredFields === undefined ? {} : { required_fields: [...set.requiredFields] }),
  };
  if (Object.keys(columns).length === 0) return;
  await call.tx
    .updateTable('stages')
    .set(columns)
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function orderStages(call: ReadCall, ids: readonly string[]): Promise<void> {
  await sql`
    update stages s set position = o.position
    from unnest(${ids}::uuid[]) with ordinality o(id, position)
    where s.workspace_id = ${call.workspaceId} and s.id = o.id`.execute(call.tx);
}

export async function removeStage(call: ReadCall, id: string): Promise<void> {
  await sql`delete from stages where workspace_id = ${call.workspaceId} and id = ${id}`.execute(call.tx);
}
