// Conversations as rows: one per number and contact, opened when the first message either way needs it.
export { bringBack } from './bring-back.ts';
export {
  addEntries,
  type Entry,
  type EntryContent,
  type EntryKind,
  type EntryPlace,
  type NewEntry,
  readEntries,
} from './entries.store.ts';
export { tellAssigned } from './tell-assigned.ts';
export {
  notePast,
  noteReceived,
  noteSent,
  openThreads,
  type Past,
  type Received,
  renewPreviews,
  type Sent,
  type ThreadCall,
  threadKey,
} from './threads.store.ts';
export { bringToInbox, setAssignees, setUnread } from './threads-assignees.store.ts';
export {
  type AssigneesMoved,
  setAssigneesOfMany,
  setReadWhereAnswered,
  setUnreadOfMany,
} from './threads-bulk.store.ts';
export { eraseThreads, hideThreads } from './threads-erase.store.ts';
export { foldThreads, pairThreads, type ThreadPair } from './threads-merge.store.ts';
export { closeThreads, snoozeThreads, wakeDue } from './threads-state.store.ts';
export { lockUnassigned, takeOff, type WaitingThread } from './threads-unassigned.store.ts';
export {
  type ViewerCall,
  type VisibleThread,
  type VisibleThreads,
  visibleThread,
  visibleThreadIds,
  visibleThreads,
} from './visibility.ts';
