// The SQL on what accounts of one business at Meta share: their messaging limit.
import { sql } from 'kysely';
import type { NumbersCall } from './numbers.store.ts';

export type PortfolioNews = {
  /** Meta's id of the business; absent: not told. */
  portfolioId?: string | undefined;
  /** People within 24 hours; null: no limit; absent: not told. */
  messagingLimit?: number | null | undefined;
};

/**
 * Notes the business of an account, and the limit with every account of that business. Answers the connected numbers
 * for which something changed.
 */
export async function notePortfolio(
  call: NumbersCall,
  accountId: string,
  { portfolioId, messagingLimit }: PortfolioNews,
): Promise<string[]> {
  const changed = new Set<string>();
  if (portfolioId !== undefined) {
    const { rows } = await sql<{ id: string }>`
      update whatsapp_accounts set portfolio_id = ${portfolioId}
      where workspace_id = ${call.workspaceId} and id = ${accountId} and portfolio_id is distinct from ${portfolioId}
      returning id`.execute(call.tx);
    for (const { id } of rows) changed.add(id);
  }
  if (messagingLimit !== undefined) {
    const { rows } = await sql<{ id: string }>`
      update whatsapp_accounts a set messaging_limit = ${messagingLimit}
      from whatsapp_accounts own
      where own.workspace_id = ${call.workspaceId} and own.id = ${accountId}
        and a.workspace_id = own.workspace_id and (a.id = own.id or a.portfolio_id = own.portfolio_id)
        and a.messaging_limit is distinct from ${messagingLimit}
      returning a.id`.execute(call.tx);
    for (const { id } of rows) changed.add(id);
  }
  if (changed.size === 0) return [];
  const numbers = await call.tx
    .selectFrom('numbers')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .where('account_id', 'in', [...changed])
    .where('disconnected_at', 'is', null)
    .execute();
  return numbers.map(({ id }) => id);
}
