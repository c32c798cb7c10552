// Conversations as rows: one per number and contact, opened when the first message either way needs it.
export {
  noteReceived,
  noteSent,
  openThreads,
  type Received,
  type Sent,
  type ThreadCall,
  threadKey,
} from './threads.store.ts';
