// The list of features, one line each.
import type { Feature } from '#operations/feature.ts';

export const features: readonly Feature[] = [];
