// Who may do what: every permission, and the table of roles. Runs in browser and server.

/** Every permission, with what it allows. */
export const PERMISSIONS = {
  'workspace:read': 'See the workspace and its settings',
  'workspace:write': 'Change the workspace’s settings, remove demo content',
  'members:read': 'See who belongs to the workspace',
  'members:write': 'Invite people, change roles, remove people',
  'owners:write': 'Make or remove an owner',
  'api_keys:write': 'Make and revoke API keys',
  'audit:read': 'Read the audit log',
  'numbers:read': 'See the connected WhatsApp numbers and their health',
  'numbers:write': 'Connect, change and disconnect WhatsApp numbers',
  'contacts:read': 'See contacts, lists, tags and fields',
  'contacts:write': 'Change contacts, lists and tags',
  'contacts:delete': 'Delete contacts for good',
  'contacts:import': 'Import contacts and export them',
  'contacts:disclose': 'Export everything kept of a contact, chats and files included',
  'fields:write': 'Define custom fields',
  'templates:read': 'See templates',
  'templates:write': 'Write, submit and delete templates',
  'campaigns:read': 'See campaigns and their figures',
  'campaigns:write': 'Create, start, pause and cancel campaigns',
  'guardian:write': 'Answer the guardian’s warnings and change the numbers of its rules',
  'chats:read': 'Read conversations',
  'chats:write': 'Answer conversations',
  'chats:all': 'See every conversation and contact, not only the assigned ones',
  'chats:assign': 'Assign conversations to people',
  'quick_replies:write': 'Write the team’s quick replies',
  'tickets:read': 'See tickets and their report',
  'tickets:write': 'Open and change tickets',
  'tickets:configure': 'Define the statuses and categories of tickets, delete tickets',
  'deals:read': 'See deals, their board and their report',
  'deals:write': 'Create, move, change and delete deals',
  'deals:configure': 'Define pipelines, stages and the settings of deals',
  'reports:read': 'See the dashboard and reports',
} as const;

export type Permission = keyof typeof PERMISSIONS;

export const ROLES = ['owner', 'administrator', 'chat_manager', 'chat_operator'] as const;
export type Role = (typeof ROLES)[number];

const everything = Object.keys(PERMISSIONS) as Permission[];

/**
 * Permissions of each role. An administrator may all but touch owners; a chat manager works with chats, lists, tags,
 * contacts, deals and the dashboard and distributes chats; a chat operator has the same areas, but no deals, for what is
 * assigned to them.
 * Both chat roles read templates and numbers, because the composer offers them.
 */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  owner: everything,
  administrator: everything.filter((p) => p !== 'owners:write'),
  chat_manager: [
    'workspace:read',
    'members:read',
    'numbers:read',
    'contacts:read',
    'contacts:write',
    'contacts:import',
    'templates:read',
    'chats:read',
    'chats:write',
    'chats:all',
    'chats:assign',
    'quick_replies:write',
    'tickets:read',
    'tickets:write',
    'deals:read',
    'deals:write',
    'reports:read',
  ],
  chat_operator: [
    'workspace:read',
    'members:read',
    'numbers:read',
    'contacts:read',
    'contacts:write',
    'templates:read',
    'chats:read',
    'chats:write',
    'tickets:read',
    'tickets:write',
    'reports:read',
  ],
};

/** What an API key may be given: all but what is for people only. */
export const KEY_SCOPES = everything.filter(
  (p) => p !== 'owners:write' && p !== 'members:write' && p !== 'api_keys:write',
);
