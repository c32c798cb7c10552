// Starts the simulator: in-process from tests, or as its own process by main.ts.

import type { AddressInfo } from 'node:net';
import { type MailServer, startMailServer } from './mail/smtp.ts';
import { buildServer } from './server.ts';
import { keepJournal } from './world/journal.ts';
import type { Preset } from './world/presets.ts';
import type { SettingsPatch } from './world/settings.ts';
import { World } from './world/world.ts';

export interface SimulatorOptions {
  /** 0 takes a free port. */
  port?: number;
  host?: string;
  /** Port of the mail server; 0 takes a free one (the default), false leaves it out. */
  smtpPort?: number | false;
  /** `lively` (default): a public that answers and sometimes fails; `strict`: one that does not forgive; `exact`: no chance. */
  preset?: Preset;
  settings?: SettingsPatch;
  /** File that remembers the world across restarts; without it everything is forgotten. */
  stateFile?: string;
}

export interface Simulator {
  url: string;
  port: number;
  /** Where the product's mail goes: smtp://…; empty without a mail server. */
  smtpUrl: string;
  /** The inside, for tests that run in the same process. */
  world: World;
  close: () => Promise<void>;
  reset: () => Promise<void>;
}

/** Starts on 127.0.0.1 unless `host` says otherwise. Throws when the port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const world = new World({ preset: options.preset, settings: options.settings });
  const stopJournal = options.stateFile ? keepJournal(world, options.stateFile) : undefined;
  const app = await buildServer(world);
  const host = options.host ?? '127.0.0.1';
  let mail: MailServer | undefined;
  try {
    if (options.smtpPort !== false) mail = await startMailServer(world, options.smtpPort ?? 0, host);
    await app.listen({ port: options.port ?? 0, host });
  } catch (error) {
    stopJournal?.();
    await mail?.close();
    await world.close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  const shownHost =
    host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  world.url = `http://${shownHost}:${port}`;
  return {
    url: world.url,
    port,
    smtpUrl: mail ? `smtp://${shownHost}:${mail.port}` : '',
    world,
    reset: () => world.reset(),
    close: async () => {
      stopJournal?.();
      await world.close();
      await mail?.close();
      await app.close();
    },
  };
}
