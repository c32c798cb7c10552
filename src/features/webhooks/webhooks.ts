// The front door of received webhooks: how a feature says that it acts on what WhatsApp tells.

export { type ProviderEventHandler, readBatch } from './reader.ts';
export { eraseBodies } from './webhooks-erase.store.ts';
