// What the demo reports, and whether the simulator's own account agrees.

export type Report = {
  contacts: number;
  imported: number;
  rejected: number;
  sent: number;
  delivered: number;
  read: number;
  failed: number;
  replied: number;
  optedOut: number;
  seconds: number;
};

/** What the simulator counted for the demo's template: messages, and people who answered or opted out. */
export type SimulatorAccount = {
  accepted: number;
  sent: number;
  delivered: number;
  read: number;
  failed: number;
  replied: number;
  optedOut: number;
  uniqueCustomers: number;
  maxPerCustomer: number;
};

/** One line per difference; none when both accounts agree and everybody got exactly one message. */
export function differences(ours: Report, simulator: SimulatorAccount): string[] {
  const found: string[] = [];
  const same = (name: string, mine: number, theirs: number) => {
    if (mine !== theirs) found.push(`${name}: Rondine says ${mine}, the simulator says ${theirs}`);
  };
  same('sent', ours.sent, simulator.sent);
  same('delivered', ours.delivered, simulator.delivered);
  same('read', ours.read, simulator.read);
  same('failed', ours.failed, simulator.failed);
  same('replied', ours.replied, simulator.replied);
  same('opted out', ours.optedOut, simulator.optedOut);
  same('messages accepted and customers reached', simulator.accepted, simulator.uniqueCustomers);
  same('contacts settled', ours.sent + ours.failed, ours.imported);
  if (simulator.maxPerCustomer > 1) found.push(`a customer got ${simulator.maxPerCustomer} messages`);
  return found;
}

export function asTable(report: Report): string {
  const lines: [string, number, string][] = [
    ['Contacts in the file', report.contacts, ''],
    ['Imported', report.imported, share(report.imported, report.contacts)],
    ['Rejected', report.rejected, share(report.rejected, report.contacts)],
    ['Sent', report.sent, share(report.sent, report.imported)],
    ['Delivered', report.delivered, share(report.delivered, report.sent)],
    ['Read', report.read, share(report.read, report.sent)],
    ['Failed', report.failed, share(report.failed, report.imported)],
    ['Replied', report.replied, share(report.replied, report.sent)],
    ['Opted out', report.optedOut, share(report.optedOut, report.sent)],
  ];
  const rows = lines.map(
    ([name, n, part]) => `  ${name.padEnd(22)}${n.toLocaleString('en').padStart(9)}  ${part}`,
  );
  return [...rows, `  ${'Seconds'.padEnd(22)}${report.seconds.toFixed(1).padStart(9)}`].join('\n');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${((part / whole) * 100).toFixed(1)} %`;
}
