// The page docs/reference/failures.md: what becomes of each error code, asked of the code that decides it.
import { FATE_TABLE, type FateRow } from '#features/sending/fate-table.ts';
import { againAfterFailure, fateOf, restAfter, stopsCampaign } from '#features/sending/fates.ts';
import { FAILURE_TABLE, type FailureRow } from '#whatsapp/cloud-api/failure-table.ts';
import { readFailure } from '#whatsapp/cloud-api/failures.ts';
import { FAILURE_KINDS, type Failure, type FailureKind } from '#whatsapp/failure-kinds.ts';

export type Table = { title: string; text: string; head: string[]; rows: string[][] };

export function failureTables(): Table[] {
  return [
    {
      title: 'Codes',
      text:
        'What WhatsApp says, and what becomes of the message. “Answer”: the call to WhatsApp was answered so. “Later”: ' +
        'WhatsApp took the message and told afterwards, by webhook, that it failed.',
      head: ['Code', 'Meaning', 'Kind', 'Answer', 'Later'],
      rows: FAILURE_TABLE.map(codeRow),
    },
    {
      title: 'Kinds',
      text:
        'What a kind means for others: what stops, what is noted with the contact, and what to do. Where a campaign ' +
        'pauses, or WhatsApp no longer accepts the token, the owners get a mail and open pages show it at once.',
      head: ['Kind', 'In words', 'Stops', 'The number', 'The contact', 'What to do'],
      rows: (Object.keys(FATE_TABLE) as FailureKind[]).map(kindRow),
    },
  ];
}

const STOPS: Record<Failure['stops'], string> = {
  message: '',
  recipient: '',
  template: 'campaigns that meet it with this template',
  number: 'campaigns that meet it on this number',
  account: 'campaigns that meet it on a number of this account',
};

const MARKS: Record<NonNullable<FateRow['marks']>, string> = {
  unreachable: 'unreachable',
  opted_out: 'unsubscribed from marketing',
  blocked: 'blocked',
  marketing_rests: 'gets no marketing for 24 hours',
};

function codeRow(row: FailureRow): string[] {
  const code = typeof row.code === 'number' ? row.code : row.code[0];
  const told = readFailure({ code }, 'webhook');
  return [
    typeof row.code === 'number' ? String(row.code) : `${row.code[0]}–${row.code[1]}`,
    row.meaning,
    `\`${row.kind}\``,
    answered(readFailure({ code }, 'answer')),
    againAfterFailure(told, 1) === null
      ? ended(told)
      : 'sent again when it had not left, three times at most',
  ];
}

function answered(failure: Failure): string {
  const tries = [1, 2, 3].map((attempts) => fateOf(failure, { attempts, inCampaign: true }));
  const [first] = tries;
  if (first!.fate === 'uncertain') return 'may have left: waits for proof before it is sent again';
  if (first!.fate === 'halt')
    return `goes back to its campaign, which pauses; else ${outsideCampaigns(failure)}`;
  if (first!.fate === 'fail') return 'fails';
  const waits = tries.flatMap((fate) => (fate.fate === 'retry' ? [`${fate.afterMs / 1_000} s`] : []));
  if (!first!.counted) return `again every ${waits[0]}, as long as it takes`;
  return `again after ${waits.join(', ')}${tries.at(-1)!.fate === 'retry' ? ' …' : ', then fails'}`;
}

function outsideCampaigns(failure: Failure): string {
  const fate = fateOf(failure, { attempts: 1, inCampaign: false });
  return fate.fate === 'retry' ? `again after ${fate.afterMs / 1_000} s` : 'fails';
}

function ended(failure: Failure): string {
  return stopsCampaign(failure) ? 'fails, and its campaign pauses' : 'fails';
}

function kindRow(kind: FailureKind): string[] {
  const { stops, words } = FAILURE_KINDS[kind];
  const { marks, advice } = FATE_TABLE[kind];
  const failure = exampleOf(kind);
  const stopped = stopsCampaign(failure) ? STOPS[stops] : '';
  return [`\`${kind}\``, words, stopped, meanwhile(failure), marks ? MARKS[marks] : '', advice];
}

function exampleOf(kind: FailureKind): Failure {
  const row = FAILURE_TABLE.find((one) => one.kind === kind);
  const code = row && (typeof row.code === 'number' ? row.code : row.code[0]);
  const { stops, words } = FAILURE_KINDS[kind];
  return code === undefined
    ? { kind, stops, retry: 'no', mayHaveBeenAccepted: false, message: words }
    : readFailure({ code }, 'answer');
}

function meanwhile(failure: Failure): string {
  const rest = restAfter(failure, 0);
  if (!rest) return '';
  if (rest.rest === 'slower') return 'sends more slowly for a while';
  return rest.rest === 'all'
    ? `rests ${rest.ms / 1_000} s, longer each time`
    : `bulk rests ${rest.ms / 1_000} s`;
}
