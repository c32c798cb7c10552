// The list of features, one line each.
import { fieldsOperations } from '#features/fields/fields.operations.ts';
import { listsOperations } from '#features/lists/lists.operations.ts';
import { peopleFeatures } from '#features/people/people.operations.ts';
import { tagsOperations } from '#features/tags/tags.operations.ts';
import type { Feature } from '#operations/feature.ts';

export const features: readonly Feature[] = [
  ...peopleFeatures,
  { name: 'tags', operations: tagsOperations },
  { name: 'lists', operations: listsOperations },
  { name: 'fields', operations: fieldsOperations },
];
