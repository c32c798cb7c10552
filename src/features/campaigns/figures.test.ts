// What can be made of a campaign's figures: lists and tags, also of very many people; asking when its price changes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepRecipientsJob } from '#features/campaigns/jobs/keep-recipients.job.ts';
import { newId } from '#kit/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import { recategorised } from './recategorised.ts';

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;
let owner: Client;
let campaignId: string;
const MANY = 20_150;
const FAILED = 120;

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  owner = await workspace.client();
  campaignId = (await owner.campaigns.create({ name: 'Big' })).id;
  await workspace.run(async (call) => {
    const { sql } = await import('kysely');
    await sql`insert into contacts (workspace_id, id, phone, first_name, created_at, updated_at)
      select ${call.workspaceId}, gen_random_uuid(), '+39333' || (1000000 + i), 'Ana', now(), now()
      from generate_series(1, ${MANY}) i`.execute(call.tx);
    await sql`insert into campaign_recipients (workspace_id, campaign_id, contact_id, state, reason)
      select workspace_id, ${campaignId}, id, case when row_number() over (order by id) <= ${FAILED} then 'failed' else 'started' end,
        null from contacts where workspace_id = ${call.workspaceId}`.execute(call.tx);
    await sql`update contacts set blocked_at = now() where id in (
      select contact_id from campaign_recipients where campaign_id = ${campaignId} and state = 'failed' limit 1)`.execute(
      call.tx,
    );
  });
});
afterAll(() => database?.drop());

describe('the people of a figure', () => {
  it('become a list, without those who are blocked', async () => {
    const kept = await owner.campaigns.keepRecipients({
      id: campaignId,
      filter: 'failed',
      as: 'list',
      name: 'Failed ones',
    });
    expect(kept).toMatchObject({ name: 'Failed ones', kept: FAILED, more: false });
    expect(await owner.lists.get({ id: kept.id })).toMatchObject({ memberCount: FAILED - 1 });
    // Once more: the same list, nobody twice.
    const again = await owner.campaigns.keepRecipients({
      id: campaignId,
      filter: 'failed',
      as: 'list',
      name: 'failed ONES',
    });
    expect(again.id).toBe(kept.id);
    expect(await owner.lists.get({ id: kept.id })).toMatchObject({ memberCount: FAILED - 1 });
  });

  it('become a tag; of very many the rest follows in the background', async () => {
    const kept = await owner.campaigns.keepRecipients({ id: campaignId, as: 'tag', name: 'Spring' });
    expect(kept).toMatchObject({ kept: 20_000, more: true });
    const job = await workspace.run(async (call) => {
      const { sql } = await import('kysely');
      const { rows } = await sql<{ last: string }>`
        select contact_id as last from campaign_recipients where campaign_id = ${campaignId}
        order by contact_id offset 19999 limit 1`.execute(call.tx);
      return rows[0]!;
    });
    const payload = {
      workspaceId: workspace.id,
      campaignId,
      filter: null,
      as: 'tag' as const,
      targetId: kept.id,
    };
    await keepRecipientsJob.run(services, { ...payload, after: job.last }, new AbortController().signal);
    const { items } = await owner.tags.list({ search: 'Spring' });
    expect(items[0]).toMatchObject({ contactCount: MANY });
  });

  it('of no campaign are nobody', async () => {
    await expect(
      owner.campaigns.keepRecipients({ id: newId(), as: 'tag', name: 'Nobody' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a template that was moved to another category', () => {
  const campaign = {
    started_categories: ['utility'],
    template_category: 'marketing',
    template_name: 'offer',
    other_templates: null,
  };

  it('is asked about, with both categories in words', () => {
    expect(recategorised(campaign)).toMatchObject({ kind: 'template_recategorised' });
    expect(recategorised(campaign)!.text).toContain('from utility to marketing');
    expect(recategorised({ ...campaign, template_category: 'utility' })).toBeNull();
    const tested = {
      ...campaign,
      started_categories: ['marketing', 'utility'],
      other_templates: [{ name: 'other_offer', category: 'marketing' }],
    };
    expect(recategorised(tested)!.text).toContain('“other_offer” of variant B from utility to marketing');
    expect(recategorised({ ...campaign, started_categories: null })).toBeNull();
  });
});
