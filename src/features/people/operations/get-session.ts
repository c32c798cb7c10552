// Answers who is signed in, where they belong and what they may do there.

import { languageOr } from '#features/people/language.contract.ts';
import { findPerson } from '#features/people/people.store.ts';
import { workspacesOf } from '#features/people/people-workspaces.store.ts';
import type { sessionContract } from '#features/people/session.contract.ts';
import { AppError } from '#kit/errors.ts';
import { VERSION } from '#kit/version.ts';
import type { OpenHandler } from '#operations/handle.ts';
import { ROLE_PERMISSIONS } from '#operations/permissions.ts';
import { personCalling } from './person-calling.ts';

export const getSession: OpenHandler<typeof sessionContract.get> = async ({ caller, db, services }) => {
  const userId = personCalling(caller);
  const user = await findPerson(db.kysely, userId);
  if (!user) throw new AppError('unauthenticated', 'Sign in first.');
  const workspaces = await workspacesOf(db, userId);
  return {
    user: { ...user, language: user.language === null ? null : languageOr(user.language, 'en') },
    workspaces: workspaces.map(({ id, name, role, isDemo, country, timeZone, language }) => ({
      id,
      name,
      role,
      permissions: [...ROLE_PERMISSIONS[role]],
      isDemo,
      country,
      timeZone,
      language: languageOr(language, 'en'),
    })),
    product: {
      version: VERSION,
      simulatorUrl: services.simulator?.url ?? null,
      mailReady: services.mail.ready,
    },
  };
};
