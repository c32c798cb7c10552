// Templates with a picture and with contacts' values: uploaded, reviewed, filled, sent to the simulator.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerForNumber } from '#features/numbers/numbers.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
} from '../../../test/support/workspace.ts';
import { buildTemplateMessage, templateForSending } from './templates.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let key: string;

beforeAll(async () => {
  product = await startProduct({ simulator: { settings: { review: { delayMs: 60 } } } });
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await owner.numbers.connectSimulator({});
  const made = await owner.apiKeys.create({
    name: 'test',
    scopes: ['templates:read', 'templates:write'],
  });
  key = made.secret;
});
afterAll(() => product?.close());

const upload = (kind: string, bytes: Buffer) =>
  fetch(`${product.url}/api/v1/templates/media?kind=${kind}&name=spring.png`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });

describe('header media', () => {
  it('is uploaded, shown to reviewers and sent', async () => {
    const answer = await upload('image', PNG);
    expect(answer.status).toBe(201);
    const file = (await answer.json()) as { fileId: string };
    expect(file).toMatchObject({ name: 'spring.png', mimeType: 'image/png', size: PNG.length });
    const back = await fetch(`${product.url}/api/v1/templates/media/${file.fileId}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(back.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await back.arrayBuffer())).toEqual(PNG);

    const made = await owner.templates.create({
      name: 'picture',
      language: 'en',
      category: 'marketing',
      content: {
        header: { kind: 'image' },
        body: { text: 'Hello {{1}}, look at this.', examples: { '1': 'Ana' } },
      },
      variables: { 'body.1': { field: 'FIRST_NAME' } },
      media: { header: file.fileId },
    });
    await owner.templates.submit({ id: made.id });
    await eventually(async () => (await owner.templates.get({ id: made.id })).status === 'approved');

    const number = (await owner.numbers.list({})).items[0]!;
    const outcome = await workspace.run(async (call) => {
      const template = await templateForSending(call, made.id, { numberId: number.id });
      expect((await templateForSending(call, made.id, { numberId: number.id })).media).toEqual(
        template.media,
      );
      const built = buildTemplateMessage(template, { texts: { 'body.1': 'Ana' }, media: template.media });
      if (!built.ok) throw new Error(JSON.stringify(built.missing));
      const provider = await providerForNumber(call, number.id);
      return provider.send({ recipient: { phone: '+393331234567' }, content: built.message });
    });
    expect(outcome).toMatchObject({ outcome: 'accepted' });
  });

  it('is refused when its bytes are of another kind', async () => {
    const answer = await upload('video', PNG);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ fields: [{ path: 'file' }] });
    const stored = await workspace.run((call) =>
      call.tx.selectFrom('files').select('id').where('purpose', '=', 'template_media').execute(),
    );
    expect(stored).toHaveLength(1);
  });
});

describe('a preview', () => {
  it('shows samples or a contact’s values, and names what lacks', async () => {
    const contact = await owner.contacts.create({ phone: '+393330000001', firstName: 'Livia' });
    const made = await owner.templates.create({
      name: 'greeting',
      language: 'en',
      category: 'utility',
      content: {
        body: { text: 'Hello {{1}} of {{2}}, welcome.', examples: { '1': 'Ana', '2': 'Pisa' } },
      },
      variables: { 'body.1': { field: 'FIRST_NAME' }, 'body.2': { field: 'CITY' } },
    });
    const samples = await owner.templates.preview({ id: made.id });
    expect(samples).toMatchObject({ rendered: { body: 'Hello Ana of Pisa, welcome.' }, missing: [] });
    const own = await owner.templates.preview({ id: made.id, contactId: contact.id });
    expect(own).toMatchObject({
      rendered: { body: 'Hello Livia of {{2}}, welcome.' },
      missing: [{ key: 'body.2', field: 'CITY' }],
    });
    const operator = clientFor(product.services, await workspace.caller('chat_operator'));
    await expect(operator.templates.preview({ id: made.id, contactId: contact.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
