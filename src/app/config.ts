// The one reader of the environment: every setting, its meaning and its default.
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import type { S3Settings } from '#kit/s3-client.ts';

const port = z.coerce
  .number('must be a number')
  .int()
  .min(0, 'must be 0–65535')
  .max(65535, 'must be 0–65535');
const flag = z
  .enum(['1', '0', 'true', 'false', 'yes', 'no'], 'must be 1 or 0')
  .transform((v) => v === '1' || v === 'true' || v === 'yes');
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address like https://example.com' });

/** Every setting; `docs/reference/settings.md` is generated from this. */
export const settings = {
  PORT: port.optional().describe('Port of the product. Without it: 4000, or the next free one.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address the servers bind to. Set 0.0.0.0 to serve the network.'),
  SIMULATOR_PORT: port.optional().describe('Port of the simulator. Without it: 4010, or the next free one.'),
  SIMULATOR: flag
    .optional()
    .describe(
      '1 runs the simulator, 0 does not. Without it: on, except with NODE_ENV=production or a real number.',
    ),
  DATA_DIR: z
    .string()
    .default('data')
    .describe('Folder of the embedded database, uploaded files and the master key.'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be an address like postgres://user:password@host:5432/rondine',
    })
    .optional()
    .describe('PostgreSQL 15 or newer to use instead of the embedded one.'),
  S3_ENDPOINT: webAddress
    .optional()
    .describe(
      'S3-compatible store for files (without the bucket), e.g. https://s3.eu-central-1.amazonaws.com. Without it they are kept in DATA_DIR.',
    ),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional()
    .describe('Bucket in which files are kept; it must exist.'),
  S3_REGION: z.string().default('us-east-1').describe('Region of the bucket, where the store knows regions.'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Key id with which the bucket is read and written.'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret of that key.'),
  PUBLIC_URL: webAddress
    .optional()
    .describe('Address under which people and Meta reach the product. Without it: the local address.'),
  ADMIN_EMAIL: z
    .email('must be an e-mail address')
    .optional()
    .describe('E-mail of the first owner, made at the first start.'),
  ADMIN_PASSWORD: z
    .string()
    .min(10, 'must have at least 10 characters')
    .optional()
    .describe('Password of the first owner. Without it one is made and printed once.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtp://user:password@host:587' })
    .optional()
    .describe(
      'Mail server. Without it mail goes to the simulator’s mailbox, or is not sent when there is none.',
    ),
  MAIL_FROM: z.string().default('Rondine <rondine@localhost>').describe('Sender of system mail.'),
  MASTER_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits')
    .optional()
    .describe('Key that encrypts tokens. Without it one is made in DATA_DIR/master.key: back it up.'),
  GRAPH_URL: webAddress.default('https://graph.facebook.com').describe('Base address of Meta’s Graph API.'),
  GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'must look like v26.0')
    .default('v26.0')
    .describe('Version of the Graph API.'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug')
    .default('warn')
    .describe('What is logged.'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('Bearer token for /metrics. Without it /metrics answers only to this machine.'),
  TRUST_PROXY: flag.default(false).describe('1 when a reverse proxy in front sets X-Forwarded-For.'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(12)
    .describe(
      'Database connections per process; a worker has ten more, for sending and for reading webhooks.',
    ),
  PROOF_WAIT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(60)
    .describe(
      'How long a message of which it is not known whether it left waits for a status before it may be sent again.',
    ),
  NODE_ENV: z
    .string()
    .default('development')
    .describe('production turns the simulator and the demo off unless asked for.'),
} as const;

/** What the command line reads; the rest of `settings` is for the server. */
export const cliSettings = {
  RONDINE_URL: webAddress.optional().describe('Address of the server that commands go to.'),
  RONDINE_API_KEY: z.string().optional().describe('API key with which they go; goes with RONDINE_URL.'),
  RONDINE_LOGIN_FILE: z
    .string()
    .optional()
    .describe(
      'File in which rondine login keeps both, readable by its owner alone. Without it: rondine/login.json in XDG_CONFIG_HOME or ~/.config.',
    ),
  NO_COLOR: z.string().optional().describe('Anything: no bold letters.'),
} as const;

const Environment = z.object(settings);
export type Environment = z.infer<typeof Environment>;

/** A wrong setting; its message is the one line that the start prints. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Config = ReturnType<typeof readConfig>;

/** Reads and checks the environment. Throws ConfigError naming the first wrong setting. */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
  cwd: string = process.cwd(),
) {
  const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''));
  const read = Environment.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    const name = String(issue.path[0]);
    throw new ConfigError(`${name}: ${issue.message} (it is ${quote(name, given[name])})`);
  }
  const e = read.data;
  const production = e.NODE_ENV === 'production';
  return {
    port: e.PORT,
    host: e.HOST,
    simulatorPort: e.SIMULATOR_PORT,
    simulator: e.SIMULATOR,
    dataDir: isAbsolute(e.DATA_DIR) ? e.DATA_DIR : resolve(cwd, e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    databasePool: e.DATABASE_POOL,
    s3: s3Of(e),
    publicUrl: e.PUBLIC_URL?.replace(/\/+$/, ''),
    admin: { email: e.ADMIN_EMAIL, password: e.ADMIN_PASSWORD },
    mail: { smtpUrl: e.SMTP_URL, from: e.MAIL_FROM },
    masterKey: e.MASTER_KEY ? Buffer.from(e.MASTER_KEY, 'hex') : undefined,
    graph: { url: e.GRAPH_URL.replace(/\/+$/, ''), version: e.GRAPH_VERSION },
    proofWaitMs: e.PROOF_WAIT_SECONDS * 1000,
    logLevel: e.LOG_LEVEL,
    metricsToken: e.METRICS_TOKEN,
    trustProxy: e.TRUST_PROXY,
    production,
  };
}

/** The environment as the command line sees it. Throws ConfigError. */
export function readCliSettings(env: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''));
  const read = z.object(cliSettings).safeParse(given);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw new ConfigError(`${String(path[0])}: ${message}`);
  }
  const { RONDINE_URL, RONDINE_API_KEY, RONDINE_LOGIN_FILE, NO_COLOR } = read.data;
  const folder = given.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  return {
    url: RONDINE_URL,
    key: RONDINE_API_KEY,
    file: RONDINE_LOGIN_FILE ?? join(folder, 'rondine', 'login.json'),
    color: NO_COLOR === undefined,
  };
}

/** All of it or nothing. */
function s3Of(e: Environment): S3Settings | undefined {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = e;
  const parts = { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
  const missing = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length === Object.keys(parts).length) return undefined;
  if (missing.length > 0)
    throw new ConfigError(`${missing[0]}: must be set too when files are kept in an S3-compatible store.`);
  return {
    endpoint: S3_ENDPOINT!,
    region: S3_REGION,
    bucket: S3_BUCKET!,
    accessKeyId: S3_ACCESS_KEY_ID!,
    secretAccessKey: S3_SECRET_ACCESS_KEY!,
  };
}

const SECRET = /PASSWORD|KEY|TOKEN|URL/;

function quote(name: string, value: string | undefined): string {
  if (value === undefined) return 'not set';
  return SECRET.test(name) ? `${value.length} characters long` : JSON.stringify(value);
}
