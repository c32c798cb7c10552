// Pairs what the contract of the team promises with what does it.
import { pair } from '#operations/handle.ts';
import { getRules, previewRules, setRules } from './operations/assignment-rules.ts';
import { getCloseReasons, setCloseReasons } from './operations/close-reasons.ts';
import { getHours, setHours, setMemberHours } from './operations/hours.ts';
import { beat, getPresence, setPresence } from './operations/presence.ts';
import { teamContract } from './team.contract.ts';

export const teamOperations = pair(teamContract, {
  getCloseReasons,
  setCloseReasons,
  getHours,
  setHours,
  setMemberHours,
  getRules,
  setRules,
  previewRules,
  presence: getPresence,
  beat,
  setPresence,
});
