// Writes the mail about tickets: what was opened and changed, a line for each.
import type { Language } from '#features/people/language.contract.ts';
import { type Letter, workspaceLink } from '#features/people/people.ts';
import { builtInName, DEFAULT_STATUSES } from '#features/tickets/default-statuses.contract.ts';
import type { Priority, TicketChange } from '#features/tickets/ticket-shapes.contract.ts';
import { digestTexts } from './digest-texts.ts';

type Field = TicketChange['field'];
type Side = TicketChange['from'];

export type DigestTicket = {
  id: string;
  reference: string;
  title: string;
  /** Who opened it, when that is news. */
  openedBy: string | null;
  /** Who changed it. */
  people: Set<string>;
  changes: Map<Field, { from: Side; to: Side }>;
};

/** More tickets than this are only counted. */
const SHOWN = 40;

/** `from`: where the product is reached, and the workspace that the tickets belong to. */
export function writeDigest(
  language: Language,
  from: { publicUrl: string; workspaceId: string },
  tickets: readonly DigestTicket[],
): Letter {
  const words = digestTexts[language];
  const [first] = tickets;
  const single = tickets.length === 1 && first !== undefined;
  const rest = tickets.length - SHOWN;
  return {
    subject: single
      ? `${first.openedBy === null ? '' : `${words.newTicket}: `}${first.title} (${first.reference})`
      : words.several(tickets.length),
    lines: [
      ...tickets.slice(0, SHOWN).flatMap((ticket) => linesOf(ticket, language, !single)),
      ...(rest > 0 ? [words.more(rest)] : []),
    ],
    button: {
      label: single ? words.openOne : words.openAll,
      address: workspaceLink(
        from.publicUrl,
        single ? `/tickets/${first.id}` : '/tickets?sort=-updated',
        from.workspaceId,
      ),
    },
    ending: [`${words.optOut} ${from.publicUrl}/settings/profile`],
  };
}

function linesOf(ticket: DigestTicket, language: Language, named: boolean): string[] {
  const words = digestTexts[language];
  const what = [
    ...(ticket.openedBy === null ? [] : [words.openedBy(ticket.openedBy)]),
    ...(ticket.people.size === 0 ? [] : [words.changedBy([...ticket.people].join(', '))]),
    ...[...ticket.changes].map(([field, change]) => changeLine(field, change, language)),
  ].join(' · ');
  return [named ? `${ticket.reference} — ${ticket.title}: ${what}` : what];
}

function changeLine(field: Field, { from, to }: { from: Side; to: Side }, language: Language): string {
  const words = digestTexts[language];
  // A long text is not told twice: that it changed is enough.
  if (field === 'description') return words.fields.description;
  const spell = (side: Side) => (side === null ? '–' : nameOf(field, side, language));
  return `${words.fields[field]}: ${spell(from)} → ${spell(to)}`;
}

/** Built-in names are said in the reader's language. */
function nameOf(field: Field, { value, name }: NonNullable<Side>, language: Language): string {
  if (field === 'priority') return digestTexts[language].priorities[value as Priority] ?? name;
  if (field !== 'status') return name;
  const builtIn = DEFAULT_STATUSES.find(({ code }) => code === value);
  return builtIn && Object.values(builtIn.names).includes(name) ? builtInName(value, language) : name;
}
