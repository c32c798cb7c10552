// What a ticket can be given: the workspace's statuses, categories and members, and the priorities, as choices.
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { PRIORITIES } from '#features/tickets/tickets.contract.ts';
import { api } from '#web/api.ts';
import { useStatusName } from './TicketMarks.tsx';

export type Choice<V extends string = string> = { value: V; label: string };

export function useTicketChoices() {
  const t = useTranslations('tickets.priority');
  const nameOf = useStatusName();
  const statuses = useQuery(api.ticketStatuses.list.queryOptions({ input: {} }));
  const categories = useQuery(api.ticketCategories.list.queryOptions({ input: {} }));
  const members = useQuery(api.members.list.queryOptions({ input: { limit: 200 } }));
  return {
    statuses: (statuses.data?.items ?? []).map((status) => ({ value: status.code, label: nameOf(status) })),
    defaultStatus: statuses.data?.items.find((status) => status.isDefault)?.code,
    categories: (categories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    members: (members.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name })),
    priorities: PRIORITIES.toReversed().map((value) => ({ value, label: t(value) })),
  };
}
