// Pages of deals: the list in each of its orders, and the cards of the board.
import { type RawBuilder, sql } from 'kysely';
import { badInput } from '#kit/errors.ts';
import { decodeCursor } from '#kit/paging.ts';
import type { DealSort } from './deal-shapes.contract.ts';
import type { StoreCall } from './deals.types.ts';
import { type Placed, readChosen } from './read-deals.ts';

type Order = {
  column: RawBuilder<unknown>;
  type: RawBuilder<unknown>;
  kind: 'instant' | 'text';
  isValue: (text: string) => boolean;
};

const isInstant = (text: string) => !Number.isNaN(Date.parse(text));
const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !text.startsWith('0000') &&
  isInstant(text) &&
  new Date(text).toISOString().startsWith(text);
const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));
const isWhole = (text: string) => /^-?\d{1,16}$/.test(text);

/** The column of each order, as its index has it. */
const ORDERS: Record<string, Order> = {
  created: { column: sql`d.created_at`, type: sql`timestamptz`, kind: 'instant', isValue: isInstant },
  updated: { column: sql`d.updated_at`, type: sql`timestamptz`, kind: 'instant', isValue: isInstant },
  title: { column: sql`d.title_key`, type: sql`text`, kind: 'text', isValue: () => true },
  closeDate: {
    column: sql`coalesce(d.close_on, '9999-12-31'::date)`,
    type: sql`date`,
    kind: 'text',
    isValue: isDay,
  },
  amount: { column: sql`coalesce(d.worth, -1)`, type: sql`bigint`, kind: 'text', isValue: isWhole },
};

/** One page of the deals that meet `where`, each with its place in the order. */
export async function readDealPage(
  call: StoreCall,
  where: RawBuilder<boolean>,
  { sort, limit, cursor }: { sort: DealSort; limit: number; cursor?: string | undefined },
): Promise<Placed[]> {
  const down = sort.startsWith('-');
  const name = sort.replace('-', '');
  if (name === 'stage') return readByStage(call, where, { down, limit, cursor });
  const { column, type, kind, isValue } = ORDERS[name]!;
  const [way, sign] = down ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  let rest = sql``;
  if (cursor !== undefined) {
    const [value, id] = decodeCursor(cursor, [kind, 'id']);
    if (!isValue(value)) throw strange();
    rest = sql`and (${column}, d.id) ${sign} (${value}::${type}, ${id}::uuid)`;
  }
  return readChosen(
    call,
    sql`select d.*, (${column})::text as place_text from deals d where ${where} ${rest}
      order by ${column} ${way}, d.id ${way} limit ${limit}`,
  );
}

/** Pipeline by pipeline and stage by stage, within a stage as on the board; few stages, so each is asked for its cards. */
async function readByStage(
  call: StoreCall,
  where: RawBuilder<boolean>,
  { down, limit, cursor }: { down: boolean; limit: number; cursor?: string | undefined },
): Promise<Placed[]> {
  const [way, sign] = down ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  let [from, within] = [sql``, sql``];
  if (cursor !== undefined) {
    const [place, id] = decodeCursor(cursor, ['text', 'id']);
    const [stageId, number] = place.split(' ');
    if (!stageId || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(stageId) || !isNumber(number ?? ''))
      throw strange();
    from = sql`where nth ${sign}= (select nth from ordered where id = ${stageId}::uuid)`;
    within = sql`and (d.stage_id <> ${stageId}::uuid
      or (d.place, d.id) ${sign} (${number}::float8, ${id}::uuid))`;
  }
  return readChosen(
    call,
    sql`with ordered as (
        select s.id, row_number() over (order by p.position, p.id, s.kind_rank, s.position, s.id) as nth
        from stages s join pipelines p on p.workspace_id = s.workspace_id and p.id = s.pipeline_id
        where s.workspace_id = ${call.workspaceId})
      select c.* from (select * from ordered ${from} order by nth ${way}) o
      cross join lateral (
        select d.*, d.stage_id::text || ' ' || d.place::text as place_text from deals d
        where d.stage_id = o.id and ${where} ${within}
        order by d.place ${way}, d.id ${way} limit ${limit}) c
      order by o.nth ${way}, c.place ${way}, c.id ${way} limit ${limit}`,
  );
}

/** The first cards of each of these stages that meet `where`, `limit` of each. */
export async function readCards(
  call: StoreCall,
  where: RawBuilder<boolean>,
  stageIds: readonly string[],
  limit: number,
): Promise<Placed[]> {
  return readChosen(
    call,
    sql`select c.* from unnest(${stageIds}::uuid[]) with ordinality s(id, nth)
      cross join lateral (select d.*, d.place::text as place_text from deals d
        where d.stage_id = s.id and ${where} order by d.place, d.id limit ${limit}) c
      order by s.nth, c.place, c.id`,
  );
}

/** The cards of a stage below the place of a cursor. */
export async function readMoreCards(
  call: StoreCall,
  where: RawBuilder<boolean>,
  stageId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Placed[]> {
  let rest = sql``;
  if (cursor !== undefined) {
    const [place, id] = decodeCursor(cursor, ['text', 'id']);
    if (!isNumber(place)) throw strange();
    rest = sql`and (d.place, d.id) > (${place}::float8, ${id}::uuid)`;
  }
  return readChosen(
    call,
    sql`select d.*, d.place::text as place_text from deals d
      where d.stage_id = ${stageId} and ${where} ${rest} order by d.place, d.id limit ${limit}`,
  );
}

function strange() {
  return badInput([{ path: 'cursor', message: 'Not a cursor of this list' }]);
}
