// The guardian before a start and day by day, through the typed client, with engines, simulator and a moved clock.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { reasonsFor } from '../../../test/support/guardian.ts';
import { makeDue } from '../../../test/support/jobs.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let numberId: string;
let templateId: string;
let next = 0;

beforeAll(async () => {
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  numberId = (await owner.numbers.connectSimulator({})).id;
  await workspace.run((call) =>
    call.tx.updateTable('numbers').set({ throughput_per_second: 1000 }).execute(),
  );
  templateId = await approvedTemplate('guarded');
});
afterAll(() => product?.close());

async function approvedTemplate(name: string): Promise<string> {
  const { id } = await owner.templates.create({
    name,
    language: 'en',
    category: 'marketing',
    content: {
      header: { kind: 'none' },
      body: { text: 'Hello {{1}}, our shop has new shoes until Sunday.', examples: { '1': 'Ana' } },
      buttons: [{ kind: 'quick_reply', text: 'Stop promotions' }],
    },
    variables: { 'body.1': { field: 'FIRST_NAME', fallback: 'friend' } },
  });
  await owner.templates.submit({ id });
  await eventually(async () => (await owner.templates.get({ id })).status === 'approved');
  return id;
}

/** A list of new contacts who opted in; the first `warm` of them wrote a day ago. */
async function list(count: number, { warm = 0, origin = 'customers' as const } = {}): Promise<string> {
  const { id } = await owner.lists.create({ name: `List ${newId()}`, origin });
  await fill(id, count, warm);
  return id;
}

async function fill(id: string, count: number, warm = 0): Promise<void> {
  await workspace.run(async (call) => {
    const from = next;
    next += count;
    await sql`
      with made as (
        insert into contacts (workspace_id, id, phone, first_name, consent, last_inbound_at, created_at, updated_at)
        select ${call.workspaceId}, gen_random_uuid(), '+39333' || lpad((${from}::int + i)::text, 7, '0'), 'Ana',
          'subscribed', case when i <= ${warm} then ${call.now}::timestamptz - interval '1 day' end, ${call.now}, ${call.now}
        from generate_series(1, ${count}::int) i returning id
      )
      insert into list_members (workspace_id, list_id, contact_id, added_at)
      select ${call.workspaceId}, ${id}, id, ${call.now} from made`.execute(call.tx);
  });
}

const draft = (listId: string, more: object = {}) =>
  owner.campaigns.create({
    name: 'Guarded',
    numberId,
    templateId,
    audience: { listIds: [listId], contactIds: [] },
    ...more,
  } as never);

const verdictOf = async (id: string, rule: string) =>
  (await owner.campaigns.preflight({ id })).verdicts.find((verdict) => verdict.rule === rule)!;

describe('preflight', () => {
  it('names every rule, with figures in words', async () => {
    const { id } = await draft(await list(600, { warm: 100 }));
    const found = await owner.campaigns.preflight({ id });
    expect(found.verdicts).toHaveLength(20);
    expect(found).toMatchObject({ people: 600, stage: 'first_week', mayStart: false });
    expect(found.verdicts[0]).toMatchObject({ rule: 'R2', outcome: 'warn', endedBy: 'administrator' });
    expect(found.verdicts[0]!.text).toContain('600 people on day 1');
    expect(found.plan.waves[0]).toMatchObject({ people: 250, warm: 100, known: 150, cold: 0 });
  });

  it('reads every variant of a test, and says which one it is about', async () => {
    const { id: loud } = await owner.templates.create({
      name: 'loud_offer',
      language: 'en',
      category: 'marketing',
      content: {
        header: { kind: 'none' },
        body: { text: 'You won! Claim your free prize now and click here!' },
        buttons: [],
      },
    });
    const split = {
      share: 10,
      others: [{ templateId: loud, variables: {}, share: 10 }],
      measure: 'read',
      waitMinutes: 60,
    };
    const { id } = await draft(await list(5), { split });
    expect(await verdictOf(id, 'R8')).toMatchObject({ outcome: 'inform', says: 'missing', variants: [2] });
    expect(await verdictOf(id, 'R14')).toMatchObject({ outcome: 'inform', says: 'spam', variants: [2] });
    expect(await verdictOf(id, 'R1')).toMatchObject({ variants: [] });
    await owner.campaigns.update({ id, split: null });
    expect(await verdictOf(id, 'R8')).toMatchObject({ outcome: 'pass', variants: [] });
  });

  it('stops a list that nobody declared, and one that was bought', async () => {
    const { id: listId } = await owner.lists.create({ name: 'From somewhere' });
    await fill(listId, 3);
    const { id } = await draft(listId);
    await expect(owner.campaigns.start({ id })).rejects.toMatchObject({
      code: 'preflight_blocked',
      message: expect.stringContaining('“From somewhere” does not say where'),
    });
    await owner.lists.update({ id: listId, origin: 'bought' });
    await expect(
      owner.campaigns.start({ id, reasons: [{ rule: 'R1', reason: 'We want to.' }] }),
    ).rejects.toMatchObject({ code: 'preflight_blocked' });
    await owner.lists.update({ id: listId, origin: 'event' });
    expect(await verdictOf(id, 'R1')).toMatchObject({ outcome: 'pass' });
  });

  it('asks for a reason, keeps it in the audit log, and lets it hold for no more than it was given for', async () => {
    const listId = await list(300);
    const { id } = await draft(listId);
    await expect(owner.campaigns.start({ id })).rejects.toMatchObject({ code: 'preflight_unanswered' });
    await expect(
      owner.campaigns.start({ id, reasons: [{ rule: 'R2', reason: 'no' }] }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const scheduled = await owner.campaigns.schedule({
      id,
      at,
      reasons: [{ rule: 'R2', reason: 'They asked for it at the fair.' }],
    });
    expect(scheduled.state).toBe('scheduled');
    const { items } = await owner.audit.list({ limit: 5 });
    expect(items[0]).toMatchObject({
      action: 'campaign.warning_overruled',
      subjectId: id,
      details: {
        rule: 'R2',
        reason: 'They asked for it at the fair.',
        numbers: { people: 300, perDay: 250 },
      },
    });
    expect((await verdictOf(id, 'R2')).answer).toMatchObject({ reason: 'They asked for it at the fair.' });
    await fill(listId, 200);
    expect((await verdictOf(id, 'R2')).answer).toBeNull();
  });

  it('takes reasons only from whom the rule names', async () => {
    const { id } = await draft(await list(300));
    const reasons = [{ rule: 'R2' as const, reason: 'We know them all.' }];
    const manager = await workspace.client('chat_manager');
    await expect(manager.campaigns.start({ id, reasons })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await verdictOf(id, 'R2')).answer).toBeNull();
    const limit = (people: number | null) =>
      workspace.run((call) =>
        call.tx.updateTable('whatsapp_accounts').set({ messaging_limit: people }).execute(),
      );
    await limit(250);
    const over = [...reasons, { rule: 'R16' as const, reason: 'It may take two days.' }];
    const administrator = await workspace.client('administrator');
    await expect(administrator.campaigns.start({ id, reasons: over })).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('Only the owner'),
    });
    const at = new Date(Date.now() + 3_600_000).toISOString();
    expect((await owner.campaigns.schedule({ id, at, reasons: over })).state).toBe('scheduled');
    await limit(null);
  });

  it('asks anew at the start when the template was changed meanwhile', async () => {
    const { id } = await draft(await list(60));
    expect((await owner.campaigns.preflight({ id })).verdicts.some(({ outcome }) => outcome === 'warn')).toBe(
      false,
    );
    const content = sql`jsonb_set(content, '{body,text}', to_jsonb('Hello {{1}}, you won! Our shop.'::text))`;
    await workspace.run((call) =>
      sql`update templates set content = ${content} where id = ${templateId}`.execute(call.tx),
    );
    await expect(owner.campaigns.start({ id })).rejects.toMatchObject({
      code: 'preflight_unanswered',
      message: expect.stringContaining('spam'),
    });
    await workspace.run((call) =>
      sql`update templates set content = jsonb_set(content, '{body,text}',
        to_jsonb('Hello {{1}}, our shop has new shoes until Sunday.'::text)) where id = ${templateId}`.execute(
        call.tx,
      ),
    );
  });

  it('obeys the numbers of the workspace, within their bounds', async () => {
    await expect(owner.guardian.setRule({ id: 'R2', parameters: { perDay: 5_000 } })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await owner.guardian.setRule({ id: 'R2', parameters: { perDay: 400 } });
    const { id } = await draft(await list(380));
    expect(await verdictOf(id, 'R2')).toMatchObject({ outcome: 'pass', says: 'within' });
    await owner.guardian.setRule({ id: 'R2', parameters: {} });
    expect(await verdictOf(id, 'R2')).toMatchObject({ outcome: 'warn' });
    const administrator = await workspace.client('administrator');
    await expect(
      administrator.guardian.declareProven({ id: numberId, proven: true, reason: 'Two years elsewhere' }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('counts the workspace’s own phrases as spam', async () => {
    const { id } = await draft(await list(60));
    expect(await verdictOf(id, 'R14')).toMatchObject({ outcome: 'pass' });
    await owner.watch.setWords({ added: ['new shoes'], allowed: [] });
    expect(await verdictOf(id, 'R14')).toMatchObject({ outcome: 'warn', says: 'spam' });
    await owner.watch.setWords({ added: [], allowed: [] });
  });

  it('pauses a scheduled campaign that fails at its time, with the reason', async () => {
    const listId = await list(40);
    const { id } = await draft(listId);
    await owner.campaigns.schedule({ id, at: new Date(Date.now() + 3_600_000).toISOString() });
    await fill(listId, 400);
    await makeDue(product.database, `campaign start ${id}`);
    const paused = await eventually(async () => {
      const campaign = await owner.campaigns.get({ id });
      return campaign.state === 'paused' && campaign;
    });
    expect(paused.pausedReason).toMatchObject({
      kind: 'preflight_unanswered',
      text: expect.stringContaining('440 people'),
      params: { rules: expect.stringContaining('R2') },
    });
    expect(paused.figures.sent).toBe(0);
    const mail = await eventually(async () =>
      product.services.sent.find(({ subject }) => subject === 'The campaign “Guarded” did not start'),
    );
    expect(mail.text).toContain('440 people');
    expect(mail.text).toContain(`/campaigns/${id}`);
    // What stands in its way is answered in the editor.
    expect((await owner.campaigns.unschedule({ id })).state).toBe('draft');
  });
});

describe('a planned campaign', () => {
  it('passes the rules on the size of a day, and sends only its first wave today', async () => {
    const { id } = await draft(await list(620, { warm: 30 }), { planned: true });
    expect(await reasonsFor(owner, id)).toEqual([]);
    await owner.campaigns.start({ id });
    await eventually(async () => (await owner.campaigns.get({ id })).figures.sent === 250);
    const campaign = await owner.campaigns.get({ id });
    expect(campaign).toMatchObject({ state: 'running', planned: true, figures: { waiting: 370 } });
    const { plan } = await owner.campaigns.plan({ id });
    expect(plan!.waves.map(({ people, state, fed }) => [people, state, fed])).toEqual([
      [250, 'checking', 250],
      [250, 'planned', 0],
      [120, 'planned', 0],
    ]);
    expect(campaign.nextDueAt).not.toBeNull();
    const first = await workspace.run(
      async (call) =>
        (
          await sql<{ warm: number }>`
            select count(*) filter (where c.last_inbound_at is not null) as warm
            from campaign_recipients r join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
            where r.workspace_id = ${call.workspaceId} and r.campaign_id = ${id} and r.state = 'started'`.execute(
            call.tx,
          )
        ).rows[0]!.warm,
    );
    expect(first).toBe(30);
  });
});

describe('a template', () => {
  it('is called fresh, or to be renewed, by its quality, age and volume', async () => {
    const fresh = await owner.watch.ageing({ id: templateId });
    expect(fresh).toMatchObject({ outcome: 'pass', says: 'fresh', numbers: { days: 90, people: 20_000 } });
    expect(fresh.numbers.reached).toBeGreaterThan(200);
    const rate = (quality: string) =>
      workspace.run((call) =>
        call.tx.updateTable('templates').set({ quality }).where('id', '=', templateId).execute(),
      );
    await rate('medium');
    expect(await owner.watch.ageing({ id: templateId })).toMatchObject({
      outcome: 'inform',
      says: 'falling',
    });
    await rate('high');
    await expect(owner.watch.ageing({ id: newId() })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a number that rests', () => {
  it('lets a campaign be scheduled for after its rest, and no earlier', async () => {
    const { id } = await draft(await list(60));
    const { phoneNumberId } = (await owner.numbers.list({ limit: 1 })).items[0]!;
    await product.control('POST', `/phone-numbers/${phoneNumberId}`, { quality_rating: 'RED' });
    await eventually(async () => (await owner.numbers.list({ limit: 1 })).items[0]!.pausedReason !== null);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    await expect(owner.campaigns.schedule({ id, at: inDays(3) })).rejects.toMatchObject({
      code: 'number_paused',
    });
    expect(await verdictOf(id, 'R6')).toMatchObject({ outcome: 'block' });
    const { verdicts } = await owner.campaigns.preflight({ id, at: inDays(7.5) });
    expect(verdicts.filter(({ outcome }) => outcome === 'block')).toEqual([]);
    expect((await owner.campaigns.schedule({ id, at: inDays(7.5) })).state).toBe('scheduled');
  });
});
