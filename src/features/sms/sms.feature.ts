// What SMS bring to the application; who is told of moves is decided there.
import type { Feature } from '#operations/feature.ts';
import { smsEngine } from './engine/sms-engine.ts';
import { smsOperations } from './sms.operations.ts';
import { smsRoutes } from './sms.routes.ts';
import type { SmsWatcher } from './sms.types.ts';

export function smsFeature(watcher: SmsWatcher): Feature {
  return {
    name: 'sms',
    operations: smsOperations,
    routes: smsRoutes(watcher),
    engines: [smsEngine(watcher)],
  };
}
