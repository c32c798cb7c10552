// The SQL on people and their passwords.
import { type Kysely, sql } from 'kysely';
import type { DB } from '#db/tables.generated.ts';
import { newId } from '#kit/ids.ts';

export type NewPerson = {
  name: string;
  /** Lower case. */
  email: string;
  passwordHash: string;
  language: string | null;
};

/** Adds a person who signs in with a password; answers the id. Throws on an address that is taken. */
export async function insertPerson(db: Kysely<DB>, person: NewPerson): Promise<string> {
  const id = newId();
  const { name, email, language } = person;
  await db.insertInto('users').values({ id, name, email, language, email_verified: true }).execute();
  await db
    .insertInto('accounts')
    .values({
      id: newId(),
      user_id: id,
      account_id: id,
      provider_id: 'credential',
      password: person.passwordHash,
    })
    .execute();
  return id;
}

/** Whether there is anybody. Holds a lock to the end of the transaction, so that only one first owner is made. */
export async function anybodyExists(db: Kysely<DB>): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7205121)`.execute(db);
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function findPerson(db: Kysely<DB>, id: string) {
  return db
    .selectFrom('users')
    .select(['id', 'name', 'email', 'language', 'two_factor_enabled as twoFactorEnabled'])
    .select('ticket_mails as ticketMails')
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function findPersonByEmail(db: Kysely<DB>, email: string) {
  return db
    .selectFrom('users')
    .select(['id', 'name', 'email', 'language'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
}

export async function updatePerson(
  db: Kysely<DB>,
  id: string,
  { ticketMails, ...changes }: { name?: string; language?: string | null; ticketMails?: boolean },
  at: Date,
): Promise<void> {
  await db
    .updateTable('users')
    .set({
      ...changes,
      ...(ticketMails === undefined ? {} : { ticket_mails: ticketMails }),
      updated_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** Removes sessions and links whose time is over. */
export async function forgetEndedSessions(db: Kysely<DB>, at: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<', at).execute();
  await db.deleteFrom('verifications').where('expires_at', '<', at).execute();
}
