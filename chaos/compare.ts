// Compares our account of a campaign with the simulator's: every person, every message, every figure.
import type { CampaignFigures, CampaignRecipient } from '#features/campaigns/campaigns.contract.ts';
import type { SimulatorAccount } from '../scripts/demo/report.ts';
import type { SimulatorMessage } from './control.ts';

type Figures = (typeof CampaignFigures)['_output'];
export type OurRecipient = Pick<CampaignRecipient, 'phone' | 'state' | 'messageId'>;

export type Comparison = {
  /** People who got more than one message. */
  twice: number;
  /** People who got none and are not shown as failed, uncertain or left out. */
  lost: number;
  /** Messages whose state here is not the simulator's. */
  otherState: number;
  /** Messages that the simulator took and that are nobody's here. */
  strange: number;
  /** Shown as uncertain here: what the simulator knows of them. */
  uncertain: { accepted: number; notAccepted: number };
  figures: { name: string; ours: number; theirs: number }[];
  /** One line per finding, with at most a few examples each. */
  findings: string[];
};

export type Accounts = {
  contacts: number;
  figures: Figures;
  /** Of the whole workspace, which has nothing but this campaign. */
  overview: Record<'sent' | 'delivered' | 'read' | 'failed', number>;
  recipients: readonly OurRecipient[];
  messages: readonly SimulatorMessage[];
  account: SimulatorAccount;
};

const EXAMPLES = 3;

export function compare(accounts: Accounts): Comparison {
  const { contacts, figures, recipients, messages } = accounts;
  const byMessage = groups(messages, (message) => message.biz_opaque_callback_data ?? '');
  const byCustomer = groups(messages, (message) => message.customer);
  const ours = new Set(recipients.map((recipient) => recipient.messageId));
  const lost: string[] = [];
  const otherState: string[] = [];
  const uncertain = { accepted: 0, notAccepted: 0 };
  for (const { phone, state, messageId } of recipients) {
    const theirs = messageId ? byMessage.get(messageId)?.at(-1) : undefined;
    if (state === 'uncertain') {
      if (theirs) uncertain.accepted += 1;
      else uncertain.notAccepted += 1;
    } else if (!theirs && state !== 'failed' && state !== 'excluded') lost.push(`${phone} is ${state}`);
    if (theirs && theirs.state !== state)
      otherState.push(`${messageId} is ${state} here and ${theirs.state} there`);
  }
  const twice = [...byCustomer].filter(([, all]) => all.length > 1);
  const strange = messages.filter((message) => !ours.has(message.biz_opaque_callback_data ?? ''));
  const compared = figuresOf(accounts);
  const findings = [
    ...examples(
      'got more than one message',
      twice.map(([customer, all]) => `${customer}: ${all.length}`),
    ),
    ...examples('were lost', lost),
    ...examples('have another state', otherState),
    ...examples(
      'are not of this campaign',
      strange.map((message) => message.customer),
    ),
    ...compared
      .filter(({ ours, theirs }) => ours !== theirs)
      .map(({ name, ours, theirs }) => `${name}: ${ours} here, ${theirs} there`),
  ];
  if (recipients.length !== contacts || figures.audience !== contacts)
    findings.push(`${contacts} contacts, ${recipients.length} recipients, audience ${figures.audience}`);
  if (uncertain.accepted > 0)
    findings.push(`${uncertain.accepted} messages are uncertain here although their statuses were told`);
  return {
    twice: twice.length,
    lost: lost.length,
    otherState: otherState.length,
    strange: strange.length,
    uncertain,
    figures: compared,
    findings,
  };
}

/** What was accepted includes all that happened afterwards. */
function figuresOf({ figures, overview, account }: Accounts): Comparison['figures'] {
  const each = ['sent', 'delivered', 'read', 'failed'] as const;
  return [
    { name: 'accepted', ours: figures.accepted + figures.sent + figures.failed, theirs: account.accepted },
    ...each.map((name) => ({ name, ours: figures[name], theirs: account[name] })),
    ...each.map((name) => ({ name: `${name}, overview`, ours: overview[name], theirs: account[name] })),
  ];
}

function examples(what: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, EXAMPLES).join('; ');
  return [`${all.length} ${what}: ${shown}${all.length > EXAMPLES ? ' …' : ''}`];
}

function groups<T>(all: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of all) {
    const key = by(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return found;
}
