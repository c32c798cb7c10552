// The people of the imitated world: who they are, and what they think of each business.

import { businessScopedUserId } from './ids.ts';
import { magicOf } from './magic.ts';
import { countryOf } from './phone-numbers.ts';

/** What a business may see of a person: their phone, a username and the phone, or the username alone. */
export type Visibility = 'phone' | 'username-with-phone' | 'username-only';

export interface Customer {
  waId: string;
  name: string;
  username?: string;
  visibility: Visibility;
  country: string;
  /** Phone number ids of businesses that this person has blocked. */
  blocked: Set<string>;
  /** Phone number ids of businesses that this person has muted. */
  muted: Set<string>;
  /** Portfolio ids whose marketing this person has stopped. */
  marketingStopped: Set<string>;
  userIds: Map<string, string>;
}

const FIRST = [
  'Giulia',
  'Marco',
  'Sofia',
  'Luca',
  'Aurora',
  'Matteo',
  'Martina',
  'Davide',
  'Elena',
  'Paolo',
  'Chiara',
  'Andrea',
  'Lucía',
  'Carlos',
  'Emma',
  'Noah',
  'Olivia',
  'James',
  'Camille',
  'Louis',
  'Hanna',
  'Jonas',
  'Inês',
  'Tiago',
];
const LAST = [
  'Rossi',
  'Bianchi',
  'Conti',
  'Greco',
  'Ferrari',
  'Romano',
  'Costa',
  'Fontana',
  'García',
  'Moreno',
  'Smith',
  'Taylor',
  'Durand',
  'Petit',
  'Weber',
  'Fischer',
  'Silva',
  'Sousa',
  'Marino',
  'Villa',
  'Serra',
  'Lombardi',
];

export class Customers {
  #byWaId = new Map<string, Customer>();
  #byUserId = new Map<string, { customer: Customer; portfolioId: string }>();

  get size(): number {
    return this.#byWaId.size;
  }

  all(): IterableIterator<Customer> {
    return this.#byWaId.values();
  }

  find(waId: string): Customer | undefined {
    return this.#byWaId.get(waId);
  }

  /** The person behind a WhatsApp id; made up at first sight. */
  get(waId: string): Customer {
    const known = this.#byWaId.get(waId);
    if (known) return known;
    const behaviour = magicOf(waId)?.behaviour;
    const visibility =
      behaviour === 'username-only' || behaviour === 'username-with-phone' ? behaviour : ('phone' as const);
    let mix = 7;
    for (const digit of waId) mix = Math.imul(mix ^ digit.charCodeAt(0), 16_777_619) >>> 0;
    const first = FIRST[(mix >>> 16) % FIRST.length]!;
    const customer: Customer = {
      waId,
      name: `${first} ${LAST[(mix >>> 7) % LAST.length]!}`,
      visibility,
      country: countryOf(waId),
      blocked: new Set(),
      muted: new Set(),
      marketingStopped: new Set(),
      userIds: new Map(),
    };
    if (visibility !== 'phone') customer.username = usernameOf(customer);
    this.#byWaId.set(waId, customer);
    return customer;
  }

  setVisibility(customer: Customer, visibility: Visibility, username?: string): void {
    customer.visibility = visibility;
    if (visibility === 'phone') delete customer.username;
    else customer.username = username ?? customer.username ?? usernameOf(customer);
  }

  /** The person's business-scoped user id for one portfolio. */
  userId(customer: Customer, portfolioId: string): string {
    let id = customer.userIds.get(portfolioId);
    if (!id) {
      id = businessScopedUserId(portfolioId, customer.waId, customer.country);
      customer.userIds.set(portfolioId, id);
      this.#byUserId.set(id, { customer, portfolioId });
    }
    return id;
  }

  findByUserId(userId: string, portfolioId: string): Customer | undefined {
    const found = this.#byUserId.get(userId);
    return found?.portfolioId === portfolioId ? found.customer : undefined;
  }

  clear(): void {
    this.#byWaId.clear();
    this.#byUserId.clear();
  }
}

function usernameOf(customer: Customer): string {
  const plain = customer.name.normalize('NFD').replace(/[^a-zA-Z ]/g, '');
  return `${plain.toLowerCase().replace(' ', '.')}.${customer.waId.slice(-4)}`;
}
