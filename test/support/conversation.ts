// A conversation of a contact with a number of its own, written as rows: for tests of who may see and keep what.
import { newId } from '#kit/ids.ts';
import type { TestWorkspace } from './workspace.ts';

/** Answers the conversation's id. */
export function openConversation(workspace: TestWorkspace, contactId: string): Promise<string> {
  return workspace.run(async ({ tx, workspaceId: workspace_id, now }) => {
    const [account, number, conversation] = [newId(), newId(), newId()];
    await tx
      .insertInto('whatsapp_accounts')
      .values({
        workspace_id,
        id: account,
        waba_id: account,
        token_sealed: '',
        app_secret_sealed: '',
        graph_url: 'http://127.0.0.1:9',
        graph_version: 'v26.0',
        created_at: now,
        updated_at: now,
      })
      .execute();
    await tx
      .insertInto('numbers')
      .values({
        workspace_id,
        id: number,
        account_id: account,
        phone_number_id: number,
        phone: '+390212345678',
        created_at: now,
      })
      .execute();
    await tx
      .insertInto('conversations')
      .values({ workspace_id, id: conversation, number_id: number, contact_id: contactId, created_at: now })
      .execute();
    return conversation;
  });
}
