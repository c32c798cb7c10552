// Before each test file: the process may have run another one, whose clock and log level must not stay.
import { shiftClock } from '#kit/clock.ts';
import { setLogLevel } from '#kit/log.ts';

shiftClock(0);
setLogLevel('info');
