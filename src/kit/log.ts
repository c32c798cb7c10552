// Structured logs, one logger per area. Message text, phone numbers and secrets never go in.
import { pino } from 'pino';

const root = pino({
  level: 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ['token', 'password', 'secret', 'authorization', 'cookie', '*.token', '*.password', '*.secret'],
    censor: '[hidden]',
  },
});

export type Log = typeof root;

const loggers: Log[] = [root];

/** A logger whose lines carry `area`. */
export function logger(area: string): Log {
  const child = root.child({ area });
  loggers.push(child);
  return child;
}

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** Sets the level of every logger, made or to be made. */
export function setLogLevel(level: LogLevel): void {
  for (const each of loggers) each.level = level;
}
