// What the code of tickets passes around: the part of a call that it needs, and rows as the database has them.
import type { Call } from '#operations/call.ts';
import type { MacroState, Priority } from './ticket-shapes.contract.ts';

export type ReadCall = Pick<Call, 'tx' | 'workspaceId' | 'permissions' | 'userId'>;
export type TicketCall = ReadCall & Pick<Call, 'actor' | 'now' | 'services'>;
export type StoreCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

export type Status = {
  code: string;
  /** Its own name, else the built-in one in the workspace's language. */
  name: string;
  renamed: boolean;
  macroState: MacroState;
  position: number;
  isDefault: boolean;
};

/** What of a ticket can be changed. */
export type TicketContent = {
  title: string;
  description: string;
  priority: Priority;
  status: string;
  categoryId: string | null;
  ownerId: string | null;
  reference: string;
};

/** What is left out stays. */
export type Changes = { [K in keyof TicketContent]?: TicketContent[K] | undefined };
