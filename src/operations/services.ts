// What the installation offers to every operation and job.
import type { Database } from '#db/database.ts';
import type { FileStore } from '#kit/file-store.ts';
import type { Mailer } from '#kit/mail.ts';
import type { SecretBox } from '#kit/secrets.ts';

export type Services = {
  db: Database;
  secrets: SecretBox;
  mail: Mailer;
  files: FileStore;
  /** Address under which people and Meta reach the product, without a slash at the end. */
  publicUrl: string;
  graph: { url: string; version: string };
  simulator: SimulatorAddress | null;
  /** How long an uncertain message waits for a status before it may be sent again; default one minute. */
  proofWaitMs?: number;
};

/** Where the simulator runs, when it does: address and the hosts that may be called despite being local. */
export type SimulatorAddress = { url: string; host: string };
