// Templates from draft to verdict, against the simulator over HTTP and its signed webhooks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '#events/publish.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import type { Template } from './templates.contract.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;

beforeAll(async () => {
  product = await startProduct({ simulator: { settings: { review: { delayMs: 60 } } } });
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await owner.numbers.connectSimulator({});
});
afterAll(() => product?.close());

const body = {
  text: 'Hello {{1}}, the spring collection is here and waits for you in the shop.',
  examples: { '1': 'Ana' },
};
const draft = (name: string, words = name) => ({
  name,
  language: 'en',
  category: 'marketing' as const,
  content: {
    header: { kind: 'text' as const, text: 'Spring news' },
    body: { ...body, text: `${body.text} (${words})` },
    footer: 'Bottega Verde',
    buttons: [
      { kind: 'quick_reply' as const, text: 'Stop promotions' },
      {
        kind: 'url' as const,
        text: 'Shop',
        url: 'https://shop.example.com/{{1}}',
        example: 'https://shop.example.com/spring',
      },
    ],
  },
  variables: { 'body.1': { field: 'FIRST_NAME', fallback: 'friend' }, 'button.1': { text: 'spring' } },
});

const becomes = (id: string, status: Template['status']) =>
  eventually(async () => {
    const template = await owner.templates.get({ id });
    return template.status === status && template;
  });
const judge = (id: string, verdict: object) =>
  workspace
    .run((call) =>
      call.tx.selectFrom('templates').select('remote_id').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    .then(({ remote_id }) => product.control('POST', `/templates/${remote_id}`, verdict));

async function approved(name: string): Promise<Template> {
  const made = await owner.templates.create(draft(name));
  await owner.templates.submit({ id: made.id });
  return becomes(made.id, 'approved');
}

describe('review', () => {
  it('goes from draft to approved by webhook, and the opt-out button is known', async () => {
    const made = await owner.templates.create(draft('spring_one'));
    expect(made).toMatchObject({ status: 'draft', optOutButton: 0, editsLeft: null, submittedAt: null });
    const submitted = await owner.templates.submit({ id: made.id });
    expect(submitted.submittedAt).not.toBeNull();
    const template = await becomes(made.id, 'approved');
    expect(template).toMatchObject({ editsLeft: 10, nextEditAt: null, statusReason: null });
    expect(template.reviewedAt).not.toBeNull();
    const events = await workspace.run((call) =>
      call.tx.selectFrom('events').select(['name', 'payload']).where('subject_id', '=', made.id).execute(),
    );
    expect(events.map((event) => event.name)).toContain('template.status_changed');
  });

  it('tells why a template was rejected, and takes it again once mended', async () => {
    const made = await owner.templates.create(draft('rejected_scam_spring'));
    await owner.templates.submit({ id: made.id });
    const rejected = await becomes(made.id, 'rejected');
    expect(rejected).toMatchObject({ statusReason: 'scam' });
    const mended = await owner.templates.update({
      id: made.id,
      content: { ...draft('x', 'quite different').content },
    });
    expect(mended.pendingEdit).not.toBeNull();
    expect((await owner.templates.submit({ id: made.id })).pendingEdit).toBeNull();
  });

  it('refuses to hand in what Meta would refuse, each fault at its field', async () => {
    const made = await owner.templates.create({
      ...draft('faulty'),
      content: { body: { text: '{{1}} hello' }, buttons: [{ kind: 'quick_reply', text: 'x'.repeat(40) }] },
    });
    await expect(owner.templates.submit({ id: made.id })).rejects.toMatchObject({
      code: 'bad_input',
      fields: expect.arrayContaining([
        expect.objectContaining({ path: 'content.body.text' }),
        expect.objectContaining({ path: 'content.body.examples.1' }),
        expect.objectContaining({ path: 'content.buttons.0.text' }),
      ]),
    });
    const { findings } = await owner.templates.check({ ...draft('ok'), content: { body: { text: '' } } });
    expect(findings).toContainEqual(expect.objectContaining({ path: 'content.body.text' }));
  });

  it('refuses to change or hand in what is in review', async () => {
    await product.control('POST', '/settings', { review: { delayMs: 60_000 } });
    const made = await owner.templates.create(draft('slow_one'));
    await owner.templates.submit({ id: made.id });
    await expect(owner.templates.submit({ id: made.id })).rejects.toMatchObject({
      code: 'template_in_review',
    });
    await product.control('POST', '/settings', { review: { delayMs: 60 } });
  });
});

describe('an approved template', () => {
  it('keeps what is sent until an edit is handed in, once a day', async () => {
    const template = await approved('edited_one');
    const content = { ...template.content, footer: 'Bottega Verde, Roma' };
    const edited = await owner.templates.update({ id: template.id, content });
    expect(edited.content.footer).toBe('Bottega Verde');
    expect(edited.pendingEdit?.content.footer).toBe('Bottega Verde, Roma');
    await expect(owner.templates.update({ id: template.id, name: 'other' })).rejects.toMatchObject({
      fields: [expect.objectContaining({ path: 'name' })],
    });
    await owner.templates.submit({ id: template.id });
    const again = await becomes(template.id, 'approved');
    expect(again).toMatchObject({
      pendingEdit: null,
      editsLeft: 9,
      content: { footer: 'Bottega Verde, Roma' },
    });
    expect(again.nextEditAt).not.toBeNull();
    await owner.templates.update({ id: template.id, content: { ...content, footer: 'Once more' } });
    await expect(owner.templates.submit({ id: template.id })).rejects.toMatchObject({
      code: 'template_edit_limit',
    });
    expect((await owner.templates.discardEdit({ id: template.id })).pendingEdit).toBeNull();
    await expect(owner.templates.submit({ id: template.id })).rejects.toMatchObject({
      code: 'template_unchanged',
    });
  });

  it('is paused, loses quality and comes back by webhook', async () => {
    const template = await approved('paused_one');
    await judge(template.id, { quality: 'YELLOW' });
    await eventually(async () => (await owner.templates.get({ id: template.id })).quality === 'medium');
    await judge(template.id, { pause: true });
    expect((await becomes(template.id, 'paused')).statusReason).not.toBeNull();
    await expect(
      workspace.run(async (call) => (await import('./templates.ts')).templateForSending(call, template.id)),
    ).rejects.toMatchObject({ code: 'template_not_sendable' });
    await judge(template.id, { unpause: true });
    expect((await becomes(template.id, 'approved')).statusReason).toBeNull();
  });

  it('is deleted at WhatsApp too, and its name stays blocked', async () => {
    const template = await approved('deleted_one');
    await owner.templates.delete({ id: template.id });
    expect((await owner.templates.get({ id: template.id })).status).toBe('deleted');
    expect((await owner.templates.list({})).items.map((item) => item.name)).not.toContain('deleted_one');
    await expect(owner.templates.create(draft('deleted_one'))).rejects.toMatchObject({
      fields: [expect.objectContaining({ path: 'name' })],
    });
    expect((await owner.templates.clone({ id: template.id })).name).toBe('deleted_one_2');
  });
});

describe('synchronising', () => {
  it('happens as soon as a number is connected', async () => {
    const [number] = (await owner.numbers.list({})).items;
    await product.control('POST', '/templates', {
      name: 'made_before',
      language: 'it',
      category: 'UTILITY',
      waba_id: number!.wabaId,
      components: [{ type: 'BODY', text: 'Siamo aperti.' }],
    });
    await workspace.run((call) => publish(call, 'number.connected', number!.id, {}));
    await eventually(async () => (await owner.templates.list({ search: 'made before' })).items[0]);
  });

  it('imports templates made elsewhere, and marks changed and deleted ones', async () => {
    const kept = await approved('kept_one');
    await product.control('POST', '/templates', {
      name: 'made_elsewhere',
      language: 'it',
      category: 'UTILITY',
      waba_id: (await owner.numbers.list({})).items[0]!.wabaId,
      components: [{ type: 'BODY', text: 'Ciao {{1}}, eccoci.', example: { body_text: [['Ana']] } }],
    });
    expect(await owner.templates.synchronise()).toEqual({ accounts: 1 });
    const found = await eventually(
      async () => (await owner.templates.list({ search: 'made elsewhere' })).items[0],
    );
    expect(found).toMatchObject({
      status: 'approved',
      language: 'it',
      category: 'utility',
      content: { body: { text: 'Ciao {{1}}, eccoci.', examples: { '1': 'Ana' } } },
    });
    expect((await owner.templates.get({ id: kept.id })).status).toBe('approved');
    await judge(found.id, { status: 'DELETED' });
    await becomes(found.id, 'deleted');
  });
});
