// The kinds of imports.
import { contactsKind } from './contacts-kind.ts';
import { dealsKind } from './deals-kind.ts';
import type { ImportKind } from './import-kind.ts';
import type { KindName } from './imports.store.ts';

/** A row that one of them reads only it loads. */
export const KINDS: Record<KindName, ImportKind<unknown>> = { contacts: contactsKind, deals: dealsKind };
