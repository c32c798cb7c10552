// What a chaos run is asked to do, read from the command line.
import { parseArgs } from 'node:util';

export type ChaosOptions = {
  contacts: number;
  /** Messages per second that the number may send: WhatsApp knows two levels. */
  rate: 80 | 1000;
  /** How often a process of the product gets SIGKILL. */
  kills: number;
  /** 1: one process does everything. More: a web process and so many workers, killed in turn. */
  workers: number;
  /** How often PostgreSQL dies in the middle, without a checkpoint. */
  databaseRestarts: number;
  /** Troubles of the simulator: lost answers, resets, errors, slowness, late webhooks. */
  troubles: number;
  /** Whether some calls never get an answer: the product then waits half a minute for each. */
  hangs: boolean;
  /** How long an uncertain message waits for proof, in seconds. */
  proofWait: number;
  seed: number;
  /** The whole run ends after so many seconds, settled or not; null: when nothing can come of waiting longer. */
  patience: number | null;
  /** A PostgreSQL of yours; without it one of its own is started, and can be killed. */
  databaseUrl: string | undefined;
  /** Folder for what the product's processes log. */
  logs: string | undefined;
};

export const USAGE = `npm run chaos -- send [options]
  --contacts N            contacts of the campaign (default 20000)
  --rate N                messages per second that the number may send: 80 or 1000 (default)
  --kills N               SIGKILLs at random moments (default 10)
  --workers N             1: one process; more: a web process and N workers, all of them victims (default 2)
  --database-restarts N   PostgreSQL killed in the middle so many times (default 0)
  --troubles N            troubles of the simulator (default: two for each kill)
  --no-hangs              no calls that are never answered
  --proof-wait S          seconds that an uncertain message waits for proof (default 60)
  --seed N                what is thrown by the dice (default: of the clock, printed)
  --patience S            give up after so many seconds (default: as long as the outages ask for)
  --database URL          use this PostgreSQL instead of one of its own
  --logs FOLDER           keep what the product's processes log
  --json                  print one object
Exit code 0: everybody got exactly one message and all figures agree with the simulator's.`;

/** Throws with a line that says which option is wrong. */
export function readOptions(args: string[], clock: number): ChaosOptions & { json: boolean; help: boolean } {
  const { values } = parseArgs({
    args,
    options: {
      contacts: { type: 'string', default: '20000' },
      rate: { type: 'string', default: '1000' },
      kills: { type: 'string', default: '10' },
      workers: { type: 'string', default: '2' },
      'database-restarts': { type: 'string', default: '0' },
      troubles: { type: 'string' },
      'no-hangs': { type: 'boolean', default: false },
      'proof-wait': { type: 'string', default: '60' },
      seed: { type: 'string' },
      patience: { type: 'string' },
      database: { type: 'string' },
      logs: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const whole = (name: keyof typeof values, least: number, most: number, otherwise = 0): number => {
    const given = values[name];
    const number = given === undefined ? otherwise : Number(given);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new Error(`--${name} must be a number from ${least} to ${most}.`);
  };
  const kills = whole('kills', 0, 1_000);
  if (values.rate !== '80' && values.rate !== '1000') throw new Error('--rate must be 80 or 1000.');
  const options = {
    contacts: whole('contacts', 10, 1_000_000),
    rate: values.rate === '80' ? (80 as const) : (1000 as const),
    kills,
    workers: whole('workers', 1, 8),
    databaseRestarts: whole('database-restarts', 0, 100),
    troubles: whole('troubles', 0, 1_000, 2 * kills),
    hangs: !values['no-hangs'],
    proofWait: whole('proof-wait', 1, 3_600),
    seed: whole('seed', 0, 2 ** 31, clock % 1_000_000),
    patience: values.patience === undefined ? null : whole('patience', 10, 7_200),
    databaseUrl: values.database,
    logs: values.logs,
    json: values.json,
    help: values.help,
  };
  if (options.databaseRestarts > 0 && options.databaseUrl)
    throw new Error('--database-restarts needs a database of its own: leave --database out.');
  return options;
}
