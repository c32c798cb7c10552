// The figures of today, 7 days and 30 days.
import { type Day, readDays } from '#features/reports/read-days.ts';
import { readPeople } from '#features/reports/read-people.ts';
import type { reportsContract } from '#features/reports/reports.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const overview: Handler<typeof reportsContract.overview> = async (call) => {
  const { timeZone, days } = await readDays(call);
  const of = { today: days.slice(-1), week: days.slice(-7), month: days };
  const from = { today: of.today[0]!.begins, week: of.week[0]!.begins, month: of.month[0]!.begins };
  const people = await readPeople(call, from);
  return {
    timeZone,
    periods: {
      today: { from: from.today.toISOString(), ...sum(of.today), ...people.today },
      week: { from: from.week.toISOString(), ...sum(of.week), ...people.week },
      month: { from: from.month.toISOString(), ...sum(of.month), ...people.month },
    },
    days: days.map(({ begins: _, ...day }) => day),
  };
};

function sum(days: readonly Day[]) {
  const total = (key: 'sent' | 'delivered' | 'read' | 'failed' | 'received') =>
    days.reduce((all, day) => all + day[key], 0);
  return {
    sent: total('sent'),
    delivered: total('delivered'),
    read: total('read'),
    failed: total('failed'),
    received: total('received'),
  };
}
