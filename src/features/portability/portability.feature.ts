// What portability brings to the application.
import type { Feature } from '#operations/feature.ts';
import { portabilityRoutes } from './portability.routes.ts';

export const portabilityFeature: Feature = { name: 'portability', routes: portabilityRoutes };
