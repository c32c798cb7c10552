// The world across restarts, ordinary ones and sudden deaths.

import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, startBench, statusesOf, until } from './testing/graph-client.ts';

let folder: string;
let bench: Bench;
const stateFile = () => join(folder, 'world.jsonl');
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  bench = await startBench({ stateFile: stateFile() });
});
afterEach(async () => {
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

const hello = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };

async function restart(): Promise<void> {
  await bench.close();
  bench = await startBench({ stateFile: stateFile() });
}

describe('a restart', () => {
  it('keeps businesses, templates, people, messages, windows and the account', async () => {
    const { body: other } = await bench.control('POST', '/business', { name: 'Second' });
    const { body: template } = await bench.control('POST', '/templates', {
      name: 'kept',
      language: 'it',
      components: [{ type: 'BODY', text: 'Ciao a tutti' }],
    });
    await bench.control('POST', '/customers/393331110001', { name: 'Ada Conti' });
    await bench.control('POST', '/customers/393331110002/block', {});
    await bench.open('393331110001');
    await bench.send({ to: '393331110001', ...hello, biz_opaque_callback_data: 'one' });
    await bench.control('POST', '/customers/393331110001/messages', { image: {}, reply_to: 'wamid.x' });
    const world = bench.simulator.world;
    await until(() => world.accounts.read(bench.phoneId).read === 1);
    const account = world.accounts.read(bench.phoneId);
    const photo = world.messages.list({ direction: 'customer', limit: 9 }).messages.at(-1)!.content as {
      id: string;
    };

    await restart();
    const after = bench.simulator.world;
    expect(after.accounts.read(bench.phoneId)).toEqual(account);
    expect(after.templates.find(template.id)?.status).toBe('APPROVED');
    expect(after.customers.find('393331110001')?.name).toBe('Ada Conti');
    expect(after.customers.find('393331110002')?.blocked.has(bench.phoneId)).toBe(true);
    expect(
      (await bench.call('GET', `/v26.0/${other.waba_id}`, undefined, other.access_token)).body.name,
    ).toBe('Second');
    expect((await bench.call('GET', `/v26.0/${photo.id}`)).body.mime_type).toBe('image/png');
    const listed = await bench.control('GET', '/messages?biz_opaque_callback_data=one');
    expect(listed.body.messages).toHaveLength(1);
    const free = await bench.send({ to: '393331110001', text: { body: 'Ancora qui' } });
    await until(() =>
      statusesOf(bench.receiver, free.body.messages[0].id).some(({ status }) => status === 'read'),
    );
  });

  it('carries on with what was under way', async () => {
    await bench.control('POST', '/settings', { delays: { delivered: 60_000 } });
    const { body } = await bench.send({ to: '393331110003', ...hello });
    const { id } = body.messages[0];
    await until(() => bench.simulator.world.messages.find(id)?.state === 'sent');
    await restart();
    await until(() => bench.simulator.world.messages.find(id)?.state === 'read');
    expect(bench.simulator.world.accounts.read(bench.phoneId)).toMatchObject({
      accepted: 1,
      sent: 1,
      delivered: 1,
      read: 1,
    });
  });

  it('survives a last line that was cut off', async () => {
    await bench.send({ to: '393331110004', ...hello });
    await bench.close();
    appendFileSync(stateFile(), '{"kind":"message","mess');
    bench = await startBench({ stateFile: stateFile() });
    expect(bench.simulator.world.messages.size).toBe(1);
  });

  it('starts afresh after a reset', async () => {
    await bench.send({ to: '393331110005', ...hello });
    await bench.control('POST', '/reset');
    await restart();
    expect(bench.simulator.world.messages.size).toBe(0);
  });

  it('keeps quality, standing, limits in use, pauses and held messages', async () => {
    const judged = { people: { judge: true }, pacing: { on: true, firstPart: 2, assessMs: 60_000 } };
    await bench.control('POST', '/settings', { ...judged, limits: { byTier: true } });
    const { body: template } = await bench.control('POST', '/templates', {
      name: 'new_one',
      components: [{ type: 'BODY', text: 'Hello there' }],
    });
    const wish = { type: 'template', template: { name: 'new_one', language: { code: 'en_US' } } };
    const sent = [];
    for (let at = 0; at < 3; at++) sent.push(await bench.send({ to: `39333111100${at}`, ...wish }));
    const held = sent[2]!.body.messages[0];
    expect(held.message_status).toBe('held_for_quality_assessment');
    const world = () => bench.simulator.world;
    const phone = () => world().businesses.phones.get(bench.phoneId)!;
    await until(() => phone().week.at(-1)?.delivered === 2);
    world().businesses.wabas.get(bench.wabaId)!.standing = { strikes: 2, strikeAt: 1, banned: false };
    const { body: other } = await bench.control('POST', '/templates', { name: 'paused', components: [] });
    await bench.control('POST', `/templates/${other.id}`, { pause: true });
    await restart();
    await bench.control('POST', '/settings', judged);
    expect(phone().week.at(-1)).toMatchObject({ delivered: 2, blocked: 0 });
    expect(world().businesses.wabas.get(bench.wabaId)!.standing.strikes).toBe(2);
    expect(world().businesses.portfolioOf(phone()).reach.day.size).toBe(3);
    expect(world().templates.find(template.id)!.pacing).toBe('hold');
    await bench.control('POST', '/clock', { advance: '3h' });
    expect(world().templates.find(other.id)!.status).toBe('APPROVED');
    await until(() => world().messages.find(held.id)!.state === 'read');
  });
});
