// Every request body of Meta's OpenAPI examples is accepted once its placeholders are filled.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench } from './testing/graph-client.ts';
import { variablesIn } from './world/template-variables.ts';
import type { TemplateButton, TemplateComponent } from './world/templates.ts';

const FOLDER = join(import.meta.dirname, '..', 'test', 'fixtures', 'whatsapp', 'requests');
const PERSON = '+16505551234';

/** Bodies that are wrong in the source, and what WhatsApp would say to them. */
const WRONG: Record<string, { status: number; why: string }> = {
  'Send_Reply_to_List_Message.json': { status: 400, why: 'no `type`, so it is read as a text without text' },
};

let bench: Bench;
let media: Record<string, string> = {};
beforeAll(async () => {
  bench = await startBench({ settings: { limits: { pair: false } } });
  await bench.open(PERSON);
  const add = (mimeType: string) =>
    bench.simulator.world.media.add(
      { phoneId: bench.phoneId, mimeType, bytes: Buffer.from('x'), from: 'business' },
      Date.now(),
    ).id;
  media = {
    AUDIO: add('audio/ogg'),
    IMAGE: add('image/png'),
    VIDEO: add('video/mp4'),
    DOCUMENT: add('application/pdf'),
    MEDIA: add('image/webp'),
  };
});
afterAll(() => bench.close());

function files(): [folder: string, file: string][] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER).flatMap((folder) =>
    readdirSync(join(FOLDER, folder)).map((file): [string, string] => [folder, file]),
  );
}

describe('request bodies of the OpenAPI examples', () => {
  it.each(files())('%s/%s', async (folder, file) => {
    if (folder.endsWith('_media')) return; // multipart in truth; the examples only name a local file
    const body = JSON.parse(filled(readFileSync(join(FOLDER, folder, file), 'utf8')));
    bench.simulator.world.businesses.phones.get(bench.phoneId)!.blockList.clear();
    clearName(body.name);
    if (body.template) shelve(body.template, folder.endsWith('marketing_messages') ? 'MARKETING' : 'UTILITY');
    const { method, path } = addressOf(folder, file);
    const answer = await bench.call(method, path, body);
    const expected = WRONG[file]?.status ?? 200;
    expect(answer.status, JSON.stringify(answer.body)).toBe(expected);
  });
});

function filled(text: string): string {
  const inbound = bench.simulator.world.messages.list({ direction: 'customer', limit: 1 }).messages[0]!.id;
  return text
    .replace(/<(AUDIO|IMAGE|VIDEO|DOCUMENT|MEDIA)_OBJECT_ID>/g, (_whole, kind: string) => media[kind]!)
    .replace(/<?http\(s\):\/\/(?:[a-z-]+)>?/g, 'https://example.com/file')
    .replace(/\{\{Recipient-(?:WA-)?Phone-Number\}\}/g, PERSON)
    .replace(/https:\/\/your-[^"]+/g, bench.receiver.url)
    .replace(/"wamid\.HBgLMTY1[^"]*"/g, JSON.stringify(inbound))
    .replace('<HEADER_TYPE>', 'text')
    .replace('<TEMPLATE_NAME>', 'template_with_flow')
    .replace(/<(?:UNIQUE_BUTTON_ID_|BUTTON_TITLE_|SECTION_|LIST_SECTION_)[^>]*>/g, (name) =>
      name.slice(1, -1).slice(-20),
    )
    .replace('"language-and-locale-code"', '"en_US"')
    .replace('"template-name"', '"template_name"');
}

function clearName(name: unknown): void {
  const { templates } = bench.simulator.world;
  for (const template of templates.languagesOf(bench.wabaId, String(name))) {
    template.status = 'REJECTED';
    templates.remove(template, Date.now());
  }
}

function marketingTemplate(): string {
  const { templates } = bench.simulator.world;
  const hello = templates.named(bench.wabaId, 'hello_world', 'en_US')!;
  return templates.add({ ...hello, id: undefined, name: 'autumn', category: 'MARKETING' }).id;
}

function addressOf(folder: string, file: string): { method: string; path: string } {
  const [, verb, rest] = /^(post|delete)_Version_(.*)$/.exec(folder)!;
  const owners: [prefix: RegExp, id: string][] = [
    [/^(?:WhatsApp_Business_Account_ID|WABA_ID)_?/, bench.wabaId],
    [/^(?:Pre_Verified_Phone_Number_ID|WhatsApp_Business_Profile_ID|Phone_Number_ID)_?/, bench.phoneId],
    [/^TEMPLATE_ID_?/, marketingTemplate()],
    [/^Application_ID_?/, bench.appId],
    [/^(?:Business_ID|Solution_ID)_?/, '1000000000000001'],
  ];
  const [prefix, id] = owners.find(([pattern]) => pattern.test(rest!))!;
  const edges: Record<string, string> = {
    assigned_user: 'assigned_users',
    whatsapp_business_encrypti: 'whatsapp_business_encryption',
  };
  const edge = rest!.replace(prefix, '');
  if (edge === 'register') bench.simulator.world.businesses.phones.get(bench.phoneId)!.registrations = [];
  expect(file).toMatch(/\.json$/);
  return { method: verb!.toUpperCase(), path: `/v23.0/${id}${edge && `/${edges[edge] ?? edge}`}` };
}

/** Puts a template on the shelf that fits the example of its send. */
function shelve(
  send: { name: string; language: { code: string }; components?: Record<string, unknown>[] },
  category: string,
): void {
  const components: TemplateComponent[] = [{ type: 'BODY', text: 'Hello there.' }];
  const buttons: TemplateButton[] = [];
  for (const part of send.components ?? []) {
    const parameters = (part.parameters ?? []) as { type: string }[];
    if (part.type === 'header')
      components.push({ type: 'HEADER', format: parameters[0]!.type.toUpperCase() });
    if (part.type === 'body')
      components[0]!.text = `Hello ${parameters.map((_one, at) => `{{${at + 1}}} and`).join(' ')} so on.`;
    if (part.type === 'button')
      buttons.push({ type: String(part.sub_type).toUpperCase(), text: `Button ${part.index}` });
  }
  if (buttons.length > 0) components.push({ type: 'BUTTONS', buttons });
  expect(variablesIn(components[0]!.text).length).toBeLessThan(10);
  bench.simulator.world.templates.add({
    ...bench.simulator.world.templates.named(bench.wabaId, 'hello_world', 'en_US')!,
    id: undefined,
    name: send.name,
    language: send.language.code,
    category,
    components,
  });
}
