// Changes the signed-in person's own name, language or mails.
import { languageOr } from '#features/people/language.contract.ts';
import { findPerson, updatePerson } from '#features/people/people.store.ts';
import type { sessionContract } from '#features/people/session.contract.ts';
import { AppError } from '#kit/errors.ts';
import type { OpenHandler } from '#operations/handle.ts';
import { personCalling } from './person-calling.ts';

export const updateSession: OpenHandler<typeof sessionContract.update> = async (
  { caller, db, now },
  changes,
) => {
  const userId = personCalling(caller);
  await updatePerson(db.kysely, userId, changes, now);
  const user = await findPerson(db.kysely, userId);
  if (!user) throw new AppError('unauthenticated', 'Sign in first.');
  return { ...user, language: user.language === null ? null : languageOr(user.language, 'en') };
};
