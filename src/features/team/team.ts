// The front door of the team: how open pages learn that somebody came or went.
export { PRESENCE_SIGNAL } from './presence-signal.ts';
