// Who needs files that no message shows yet: one entry per feature, asked before the sweep.
import { filesScheduled } from '#features/conversations/conversations.ts';
import { whenFilesSwept } from '#features/files/files.ts';

whenFilesSwept(filesScheduled);
