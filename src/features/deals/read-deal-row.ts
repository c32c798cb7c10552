// Makes a deal of a row of CSV, or says in words why it is none. Pure.
import { readPhone } from '#features/contacts/contacts.ts';
import { plainName } from '#kit/csv-table.ts';
import { withoutGuard } from '#kit/csv-writer.ts';
import type { StageRow } from './deals.types.ts';
import { DEAL_COLUMNS, type DealColumn } from './deals-file.contract.ts';
import { Currency, digitsOf } from './money.contract.ts';
import { readAmount, readDay } from './read-written.ts';

/** What else the columns are called, in the three languages and by other systems. */
const ALSO: Record<DealColumn, readonly string[]> = {
  Title: [
    ...[
      'name',
      'deal',
      'deal name',
      'opportunity',
      'titolo',
      'nome',
      'trattativa',
      'nome trattativa',
      'oggetto',
    ],
    ...['titulo', 'nombre', 'negocio', 'nombre del negocio', 'oportunidad'],
  ],
  Contacts: [
    ...[
      'contact',
      'phone',
      'phones',
      'phone number',
      'mobile',
      'whatsapp',
      'contatti',
      'contatto',
      'telefono',
    ],
    ...['numero', 'cellulare', 'contactos', 'contacto', 'movil', 'celular', 'numero de telefono'],
  ],
  Pipeline: ['embudo'],
  Stage: ['deal stage', 'fase', 'stadio', 'etapa'],
  Owner: ['deal owner', 'responsabile', 'proprietario', 'responsable', 'propietario'],
  Amount: ['value', 'deal value', 'importo', 'valore', 'importe', 'valor', 'monto'],
  Currency: ['valuta', 'divisa', 'moneda'],
  'Close date': [
    ...['expected close', 'expected close date', 'chiusura prevista', 'data di chiusura', 'data chiusura'],
    ...['cierre previsto', 'fecha de cierre'],
  ],
  Reference: ['ref', 'order', 'riferimento', 'ordine', 'referencia', 'pedido'],
};

export type Known = {
  stages: readonly StageRow[];
  /** Ids of members by e-mail and by name, in lower case. */
  owners: ReadonlyMap<string, string>;
  country: string;
};

export type DealRowInput = {
  phones: string[];
  title?: string;
  stageId?: string;
  pipelineId?: string;
  ownerId?: string;
  /** As it is written: what it means depends on the currency, which may be that of the deal. */
  amount?: string;
  currency?: string;
  closeDate?: string;
  reference?: string;
};

/** Which column stands where; the first of its names that is there counts. */
export function readHeader(cells: readonly string[]): Map<DealColumn, number> {
  const names = cells.map(plainName);
  return new Map(
    DEAL_COLUMNS.flatMap((column) => {
      const at = [plainName(column), ...ALSO[column]]
        .map((name) => names.indexOf(name))
        .find((one) => one >= 0);
      return at === undefined ? [] : [[column, at] as const];
    }),
  );
}

export function readDealRow(
  cells: readonly string[],
  columns: ReadonlyMap<DealColumn, number>,
  known: Known,
): DealRowInput | { reason: string } {
  const cell = (column: DealColumn) => withoutGuard((cells[columns.get(column) ?? -1] ?? '').trim());
  const row: DealRowInput = { phones: [] };
  for (const written of cell('Contacts').split(';').filter(Boolean)) {
    const read = readPhone(written.trim(), known.country);
    if ('problem' in read) return { reason: `${written.trim()}: ${read.problem}` };
    row.phones.push(read.phone);
  }
  if (cell('Title')) row.title = cell('Title');
  if (cell('Reference')) row.reference = cell('Reference');
  if ([row.title, row.reference].some((text) => text && (text.length > 256 || /\p{Cc}/u.test(text))))
    return { reason: 'Title and reference are one line of at most 256 characters' };
  const pipeline = cell('Pipeline').toLowerCase();
  const ofPipeline = known.stages.filter(
    (stage) => !pipeline || stage.pipelineName.toLowerCase() === pipeline,
  );
  if (pipeline && ofPipeline.length === 0) return { reason: `There is no pipeline ${cell('Pipeline')}` };
  if (pipeline) row.pipelineId = ofPipeline[0]!.pipelineId;
  const stage = cell('Stage').toLowerCase();
  if (stage) {
    const found = ofPipeline.find((one) => one.name.toLowerCase() === stage);
    if (!found) return { reason: `There is no stage ${cell('Stage')} in the pipeline` };
    row.stageId = found.id;
  }
  const owner = cell('Owner').toLowerCase();
  if (owner) {
    const found = known.owners.get(owner);
    if (!found) return { reason: `Nobody here is called ${cell('Owner')}` };
    row.ownerId = found;
  }
  if (cell('Currency')) {
    const currency = Currency.safeParse(cell('Currency'));
    if (!currency.success) return { reason: `There is no currency ${cell('Currency')}` };
    row.currency = currency.data;
  }
  if (cell('Amount')) row.amount = cell('Amount');
  if (cell('Close date')) {
    const day = readDay(cell('Close date'), known.country);
    if (day === undefined) return { reason: `${cell('Close date')} is not a date: write it as 2026-11-21` };
    row.closeDate = day;
  }
  return row;
}

/** The amount of a row in the smallest unit of `currency`. */
export function amountIn(currency: string, written: string): { amount: number } | { reason: string } {
  const amount = readAmount(written, digitsOf(currency));
  return amount === undefined ? { reason: `${written} is not an amount: write it as 1250.50` } : { amount };
}

/** `125050` as `1250.50`. */
export function writeAmount(amount: number, currency: string): string {
  const digits = digitsOf(currency);
  return (amount / 10 ** digits).toFixed(digits);
}
