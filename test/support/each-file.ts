// Around each test file: the process may have run another one, whose clock and log level must not stay.

import { afterAll } from 'vitest';
import { shiftClock } from '#kit/clock.ts';
import { setLogLevel } from '#kit/log.ts';
import { removeTemporaryFolders } from './temporary-folder.ts';

shiftClock(0);
setLogLevel('info');
afterAll(removeTemporaryFolders);
