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
export { bringToInbox, setAssignees, setUnread } from './threads-assignees.store.ts';
export { foldThreads, pairThreads, type ThreadPair } from './threads-merge.store.ts';
export {
  type ViewerCall,
  type VisibleThread,
  type VisibleThreads,
  visibleThread,
  visibleThreads,
} from './visibility.ts';
