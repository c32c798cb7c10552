// Starting and stopping as a newcomer does it: first start, second start, Ctrl-C, kill -9, wrong settings.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { choosePort } from '#app/ports.ts';
import { removeStore } from '#db/embedded-placement.ts';
import { lives, startProcess, stopAllStarted } from './support/started.ts';
import { newFolder } from './support/temporary-folder.ts';

const folders: string[] = [];
/** Only its owner can enter it: as root, the database's user cannot. */
const closedFolder = () => kept(mkdtempSync(join(tmpdir(), 'rondine-start-')));
const openFolder = () => kept(newFolder('start'));
function kept(folder: string): string {
  folders.push(folder);
  return folder;
}
afterEach(stopAllStarted);
afterAll(() => {
  for (const folder of folders) {
    removeStore(join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true });
  }
});

async function isUp(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Whether each still answers. */
async function serversOf(ports: string[]): Promise<boolean[]> {
  return Promise.all(ports.map((url) => isUp(url)));
}

describe('npm start', () => {
  it('starts, refuses a second one on the same folder, survives kill -9, and leaves nothing after Ctrl-C', async () => {
    const env = {
      DATA_DIR: join(closedFolder(), 'data'),
      ADMIN_EMAIL: 'owner@example.com',
      ADMIN_PASSWORD: 'a long password',
    };
    const first = startProcess(env, ['--empty']);
    const told = await first.ready();
    expect(told['First login']).toContain('owner@example.com');
    expect(await isUp(`${told.Rondine}/readyz`)).toBe(true);
    expect(await isUp(simulatorOf(told))).toBe(true);

    const second = startProcess(env, ['--empty']);
    expect(await second.ended).toBe(1);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    expect(second.output()).toContain(`already runs on ${env.DATA_DIR} at ${told.Rondine}`);

    first.kill('SIGKILL');
    await first.ended;
    const again = startProcess(env, ['--empty']);
    const toldAgain = await again.ready();
    expect(toldAgain['First login']).toBeUndefined();
    const login = await fetch(`${toldAgain.Rondine}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-rondine-csrf': '1', origin: toldAgain.Rondine! },
      body: JSON.stringify({ email: 'owner@example.com', password: 'a long password' }),
    });
    expect(login.status).toBe(200);
    expect(await serversOf([`${told.Rondine}/healthz`, simulatorOf(told)])).toEqual([false, false]);

    const postmaster = postmasterOf(env.DATA_DIR);
    if (postmaster) expect(lives(postmaster)).toBe(true);
    again.kill('SIGINT');
    expect(await again.ended).toBe(0);
    expect(await serversOf([`${toldAgain.Rondine}/healthz`, simulatorOf(toldAgain)])).toEqual([false, false]);
    if (postmaster) expect(lives(postmaster)).toBe(false);
  }, 600_000);

  it('is killed at any moment of its first start and starts then', async () => {
    const env = { DATA_DIR: join(openFolder(), 'data') };
    for (const patience of [300, 900, 1_500, 2_100]) {
      const victim = startProcess(env, ['--empty']);
      await wait(patience);
      victim.kill('SIGKILL');
      await victim.ended;
    }
    const survivor = startProcess(env, ['--empty']);
    const told = await survivor.ready();
    expect(await isUp(`${told.Rondine}/readyz`)).toBe(true);
    survivor.kill('SIGTERM');
    expect(await survivor.ended).toBe(0);
  }, 600_000);

  it('splits into a web and a worker process on one data folder', async () => {
    const env = {
      DATA_DIR: join(openFolder(), 'data'),
      ADMIN_EMAIL: 'o@example.com',
      ADMIN_PASSWORD: 'a long password',
    };
    const web = startProcess(env, ['--empty', '--only=web']);
    const told = await web.ready();
    const worker = startProcess(env, ['--empty', '--only=worker']);
    const toldByWorker = await worker.ready();
    expect(toldByWorker['Phone (simulated customers)']).toBe(told['Phone (simulated customers)']);
    // The worker does what the web process enqueues: here, a mail.
    const reset = await fetch(`${told.Rondine}/api/auth/request-password-reset`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-rondine-csrf': '1', origin: told.Rondine! },
      body: JSON.stringify({ email: 'o@example.com', redirectTo: '/reset-password' }),
    });
    expect(reset.status).toBe(200);
    const mails = simulatorOf(told).replace('business', 'mails');
    await expect.poll(() => fetch(mails).then((r) => r.text())).toContain('o@example.com');
    worker.kill('SIGINT');
    expect(await worker.ended).toBe(0);
    expect(await isUp(`${told.Rondine}/readyz`)).toBe(true);
    web.kill('SIGINT');
    expect(await web.ended).toBe(0);
  }, 600_000);

  it.each([
    [{ PORT: 'abc' }, 'PORT: must be a number (it is "abc")'],
    [{ PORT: '70000' }, 'PORT: must be 0–65535'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: must be an address like postgres://'],
    [{ MASTER_KEY: 'short' }, 'MASTER_KEY: must be 64 hexadecimal digits (it is 5 characters long)'],
    [{ HOST: '203.0.113.9' }, 'HOST: 203.0.113.9 is not an address of this machine'],
  ])('says in one line what is wrong with %o', async (env, line) => {
    const wrong = startProcess({ DATA_DIR: join(openFolder(), 'data'), SIMULATOR: '0', ...env }, ['--empty']);
    expect(await wrong.ended).toBe(1);
    expect(wrong.output().trim().split('\n')).toHaveLength(1);
    expect(wrong.output()).toContain(line);
  });
});

describe('the port', () => {
  it('is the next free one when the preferred one is taken, and must be free when it was asked for', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as AddressInfo;
    try {
      const next = await choosePort('PORT', '127.0.0.1', undefined, port);
      expect(next.taken).toBe(true);
      expect(next.port).toBeGreaterThan(port);
      await expect(choosePort('PORT', '127.0.0.1', port, 4000)).rejects.toThrow(`port ${port} is taken`);
    } finally {
      server.close();
    }
  });
});

function simulatorOf(told: Record<string, string>): string {
  return told['Phone (simulated customers)']!.replace(/phone$/, '_simulator/business');
}

function postmasterOf(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    // As root its rows live elsewhere; the ports above tell enough.
    return undefined;
  }
}
