// What the world may ask about the team of the inbox: who is there, when they work, who gets what, why it is closed.
import { assignmentContract } from './assignment.contract.ts';
import { closeReasonsContract } from './close-reasons.contract.ts';
import { hoursContract } from './hours.contract.ts';
import { presenceContract } from './presence.contract.ts';

export const teamContract = {
  ...closeReasonsContract,
  ...hoursContract,
  ...assignmentContract,
  ...presenceContract,
};
