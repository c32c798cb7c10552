// A chaos run as a person reads it.
import type { ChaosResult } from './send.chaos.ts';

export function asTable(result: ChaosResult): string {
  const number = (value: number) => value.toLocaleString('en');
  const rows: [string, string][] = [
    ['Contacts', number(result.contacts)],
    ['Messages that the simulator accepted', number(result.accepted)],
    ['People who got more than one', number(result.twice)],
    ['People who were lost', number(result.lost)],
    ['Messages with another state here', number(result.otherState)],
    ['Shown as uncertain, not accepted', number(result.uncertain.notAccepted)],
    ['Shown as uncertain, accepted', number(result.uncertain.accepted)],
    [
      'Webhooks posted, refused or unanswered',
      `${number(result.webhooks.posts)}, ${number(result.webhooks.refused)}`,
    ],
    ['Seconds until sent, until settled', `${result.secondsToSend}, ${result.secondsToSettle}`],
  ];
  const figures = result.figures.map(
    ({ name, ours, theirs }) =>
      `  ${name.padEnd(22)}${number(ours).padStart(10)}${number(theirs).padStart(12)}${ours === theirs ? '' : '  differs'}`,
  );
  return [
    ...rows.map(([name, value]) => `  ${name.padEnd(42)}${value.padStart(14)}`),
    '',
    `  ${''.padEnd(22)}${'Rondine'.padStart(10)}${'simulator'.padStart(12)}`,
    ...figures,
  ].join('\n');
}
