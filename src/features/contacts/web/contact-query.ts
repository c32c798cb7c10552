// The filters of the contacts page: as they stand in the address, and as the server understands them.
import {
  type ContactFilter,
  FIELD_CHECKS,
  type FieldCondition,
} from '#features/contacts/contact-filter.contract.ts';

export type ContactSearch = {
  search?: string;
  tag?: string;
  list?: string;
  consent?: 'not_declared' | 'subscribed' | 'unsubscribed';
  blocked?: 'yes' | 'no';
  /** Conditions on custom fields, each as `CODE check value`. */
  where?: string[];
  sort?: 'name';
  open?: string;
};

export function filterOf(search: ContactSearch): ContactFilter {
  const conditions = (search.where ?? []).map(readCondition).filter((each) => each !== undefined);
  return {
    ...(search.search ? { search: search.search } : {}),
    ...(search.tag ? { tagIds: [search.tag] } : {}),
    ...(search.list ? { listIds: [search.list] } : {}),
    ...(search.consent ? { consent: [search.consent] } : {}),
    ...(search.blocked ? { blocked: search.blocked === 'yes' } : {}),
    ...(conditions.length > 0 ? { fields: conditions } : {}),
  };
}

export const noFilters = { search: null, tag: null, list: null, consent: null, blocked: null, where: null };

export function isFiltered(search: ContactSearch): boolean {
  return Object.keys(filterOf(search)).length > 0;
}

export function writeCondition({ code, check, value }: FieldCondition): string {
  return [code, check, value].join(' ').trim();
}

export function readCondition(text: string): FieldCondition | undefined {
  const [code = '', check, ...value] = text.split(' ');
  const known = FIELD_CHECKS.find((each) => each === check);
  return known && { code, check: known, value: value.join(' ') };
}
