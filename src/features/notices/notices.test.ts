// What owners are mailed about trouble: in their language, once a day for each matter.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { now, shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { runJobs } from '../../../test/support/jobs.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createWorkspace, type TestWorkspace, testServices } from '../../../test/support/workspace.ts';
import { noticeOf } from './notice.ts';
import { tellOwnersJob } from './tell-owners.job.ts';

const numberId = newId();
const campaignId = newId();
let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  await workspace.caller('owner');
  const { userId } = await workspace.run(({ tx }) =>
    tx.selectFrom('memberships').select('user_id as userId').executeTakeFirstOrThrow(),
  );
  await services.db.kysely.updateTable('users').set({ language: 'it' }).where('id', '=', userId).execute();
  await workspace.run(async ({ tx, workspaceId }) => {
    const made = { workspace_id: workspaceId, created_at: now(), updated_at: now() };
    const account = newId();
    await tx
      .insertInto('whatsapp_accounts')
      .values({
        ...made,
        id: account,
        waba_id: '1',
        token_sealed: '',
        app_secret_sealed: '',
        graph_url: services.graph.url,
        graph_version: 'v26.0',
      })
      .execute();
    await tx
      .insertInto('numbers')
      .values({
        workspace_id: workspaceId,
        id: numberId,
        account_id: account,
        phone_number_id: '2',
        phone: '+390655501001',
        created_at: now(),
      })
      .execute();
    await tx
      .insertInto('campaigns')
      .values({ ...made, id: campaignId, name: 'Saldi', state: 'paused' })
      .execute();
  });
});
afterAll(async () => {
  shiftClock(0);
  await database.drop();
});

const tell = (name: string, subjectId: string | null, payload: object) =>
  tellOwnersJob.run(
    services,
    { workspaceId: workspace.id, name, subjectId, payload },
    new AbortController().signal,
  );
const say = (
  language: 'en' | 'it' | 'es',
  name: string,
  payload: object,
  subjectId: string | null = campaignId,
) => workspace.run(async (call) => (await noticeOf(call, { name, subjectId, payload }))?.say(language));
const mails = async () => {
  await runJobs(database, services);
  return services.sent;
};

it('is said once a day for the same matter', async () => {
  const refused = { kind: 'token_invalid', text: 'WhatsApp no longer accepts the access token.' };
  await tell('number.refused', numberId, refused);
  await tell('number.refused', numberId, refused);
  expect(await mails()).toMatchObject([{ subject: 'WhatsApp non accetta messaggi da +390655501001' }]);
  await tell('number.refused', numberId, { ...refused, kind: 'payment_problem' });
  expect(await mails()).toHaveLength(2);
  shiftClock(25 * 3_600_000);
  await tell('number.refused', numberId, refused);
  expect(await mails()).toHaveLength(3);
});

it('is said in the owner’s language, with what WhatsApp added', async () => {
  const paused = {
    kind: 'template_paused',
    text: 'WhatsApp paused the template because of its quality. (Template is paused)',
    params: {},
  };
  expect(await say('it', 'campaign.stopped', paused)).toMatchObject({
    subject: 'La campagna “Saldi” è stata messa in pausa',
    lines: ['WhatsApp ha sospeso il template per la sua qualità. (Template is paused)', expect.any(String)],
  });
  const many = {
    kind: 'too_many_failures',
    text: '…',
    params: { failed: 50, of: 200, worst: 'recipient_unreachable' },
  };
  expect((await say('es', 'campaign.stopped', many))!.lines[0]).toMatch(
    /^Fallaron 50 de los últimos 200 mensajes\. No se puede llegar/,
  );
  const full = { limit: 2_000, until: '2026-03-08T09:00:00.000Z' };
  expect((await say('en', 'sending.limit_reached', full))!.lines[1]).toContain('10:00');
  const template = { name: 'saldi', language: 'it', status: 'disabled' };
  expect((await say('it', 'template.status_changed', template))!.subject).toContain('“saldi (it)”');
});

it('is one mail for one failure, whichever word of it comes first', async () => {
  const templateId = newId();
  const stopped = newId();
  await workspace.run(async ({ tx, workspaceId }) => {
    const made = { workspace_id: workspaceId, created_at: now(), updated_at: now() };
    const { account_id } = await tx.selectFrom('numbers').select('account_id').executeTakeFirstOrThrow();
    const template = { name: 'saldi', language: 'it', category: 'marketing', content: '{}' };
    await tx
      .insertInto('templates')
      .values({ ...made, ...template, id: templateId, account_id })
      .execute();
    const own = { template_id: templateId, number_id: numberId };
    await tx
      .insertInto('campaigns')
      .values({ ...made, ...own, id: stopped, name: 'Primavera', state: 'paused' })
      .execute();
  });
  const before = (await mails()).length;
  const paused = { kind: 'template_paused', text: 'WhatsApp paused the template.', params: {} };
  await tell('campaign.stopped', stopped, paused);
  await tell('template.status_changed', templateId, { name: 'saldi', language: 'it', status: 'paused' });
  const lost = { kind: 'number_deleted', text: 'The number was deleted from WhatsApp.' };
  await tell('number.refused', numberId, lost);
  await tell('campaign.stopped', stopped, { ...lost, params: {} });
  const subjects = (await mails()).slice(before).map(({ subject }) => subject);
  expect(subjects.toSorted()).toEqual([
    'WhatsApp ha sospeso il template “saldi (it)”',
    'WhatsApp non accetta messaggi da +390655501001',
  ]);
});

it('is left to the guardian where it stopped the number, and to nobody where nothing stops', async () => {
  expect(
    await say('en', 'campaign.stopped', { kind: 'number_resting', text: '', params: {} }),
  ).toBeUndefined();
  const approved = { name: 'x', language: 'it', status: 'approved' };
  expect(await say('en', 'template.status_changed', approved)).toBeUndefined();
});
