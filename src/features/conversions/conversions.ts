// Front door of conversions: what becomes of them when two contacts become one.
export { moveConversions } from './conversion-events.store.ts';
