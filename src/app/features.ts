// The list of features, one line each.
import { peopleFeatures } from '#features/people/people.operations.ts';
import type { Feature } from '#operations/feature.ts';

export const features: readonly Feature[] = [...peopleFeatures];
