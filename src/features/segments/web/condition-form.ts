// What the form of one condition offers: subjects, their checks, and a condition to begin with. Pure.
import {
  type ContactCondition,
  SET_CHECKS,
  TEXT_CHECKS,
  TEXT_SUBJECTS,
  TIME_CHECKS,
  TIME_SUBJECTS,
} from '#features/contacts/contact-conditions.contract.ts';
import { FIELD_CHECKS } from '#features/contacts/contact-filter.contract.ts';
import type { Field } from '#features/fields/fields.contract.ts';

/** Subjects every workspace has; custom fields come after them as `field:CODE`. */
export const SUBJECTS = [
  'tags',
  'lists',
  'consent',
  'country',
  ...TIME_SUBJECTS.map((of) => `time_${of}` as const),
  ...TEXT_SUBJECTS.map((of) => `text_${of}` as const),
  'unreachable',
  'blocked',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export function subjectOf(condition: ContactCondition): Subject | `field:${string}` {
  switch (condition.about) {
    case 'field':
      return `field:${condition.code}`;
    case 'time':
      return `time_${condition.of}`;
    case 'text':
      return `text_${condition.of}`;
    default:
      return condition.about;
  }
}

/** A condition about the subject that still lacks its value. */
export function startCondition(subject: string): ContactCondition {
  if (subject.startsWith('field:'))
    return { about: 'field', code: subject.slice('field:'.length), check: 'is', value: '' };
  const time = TIME_SUBJECTS.find((of) => `time_${of}` === subject);
  if (time) return { about: 'time', of: time, check: 'within_days', days: 30 };
  const text = TEXT_SUBJECTS.find((of) => `text_${of}` === subject);
  if (text) return { about: 'text', of: text, check: 'contains', value: '' };
  switch (subject) {
    case 'lists':
      return { about: 'lists', check: 'any_of', ids: [] };
    case 'consent':
      return { about: 'consent', check: 'any_of', values: ['subscribed'] };
    case 'country':
      return { about: 'country', check: 'any_of', values: [] };
    case 'unreachable':
      return { about: 'unreachable', is: true };
    case 'blocked':
      return { about: 'blocked', is: true };
    default:
      return { about: 'tags', check: 'any_of', ids: [] };
  }
}

/** The checks that can be chosen, as keys of the texts. */
export function checksOf(condition: ContactCondition, field: Field | undefined): readonly string[] {
  switch (condition.about) {
    case 'tags':
    case 'lists':
      return SET_CHECKS;
    case 'consent':
    case 'country':
      return ['any_of', 'none_of'];
    case 'time':
      return TIME_CHECKS;
    case 'text':
      return TEXT_CHECKS;
    case 'field':
      return FIELD_CHECKS.filter(
        (check) => field?.type !== 'boolean' || !['above', 'below', 'contains'].includes(check),
      );
    default:
      return ['yes', 'no'];
  }
}

/** The check that is chosen, in the spelling of `checksOf`. */
export function checkOf(condition: ContactCondition): string {
  return 'is' in condition ? (condition.is ? 'yes' : 'no') : condition.check;
}

export function withCheck(condition: ContactCondition, check: string): ContactCondition {
  if ('is' in condition) return { ...condition, is: check === 'yes' };
  return { ...condition, check } as ContactCondition;
}

/** Whether it says all that it must, so that it can be counted. */
export function isComplete(condition: ContactCondition): boolean {
  switch (condition.about) {
    case 'tags':
    case 'lists':
      return condition.ids.length > 0;
    case 'consent':
    case 'country':
      return condition.values.length > 0;
    case 'time':
      return condition.check === 'before' || condition.check === 'after' ? Boolean(condition.date) : true;
    case 'text':
    case 'field':
      return ['is_set', 'is_empty'].includes(condition.check) || condition.value.trim() !== '';
    default:
      return true;
  }
}
