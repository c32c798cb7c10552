// The front door of the team: how open pages learn that somebody came or went, and what becomes of reopened conversations.
export { giveBackReopened } from './give-back-reopened.ts';
export { PRESENCE_SIGNAL } from './presence-signal.ts';
