// The imitated SMS provider's memory: accounts by token, every SMS taken, and the first answer to each reference.

import { randomBytes } from 'node:crypto';
import { Captured } from './captured.ts';

export interface SmsAccount {
  token: string;
  /** Key of the signature on receipts. */
  secret: string;
  /** Where receipts go when a message names no address of its own. */
  callbackUrl?: string;
}

export type SmsStatus = 'accepted' | 'sent' | 'delivered' | 'failed';

export interface Sms {
  id: string;
  token: string;
  at: string;
  to: string;
  from?: string;
  text: string;
  parts: number;
  reference?: string;
  callbackUrl?: string;
  status: SmsStatus;
  error?: { code: string; message: string };
}

/** What the account that is there from the start is called by; it never changes. */
export const defaultSmsAccount: SmsAccount = {
  token: 'sms-token-bottega-aurora-0001',
  secret: '9b1f6c20d7e84a35b0c3e2f1a4d58677',
};

export class SmsDesk {
  sent = new Captured<Sms>(20_000);
  #accounts = new Map<string, SmsAccount>();
  #byId = new Map<string, Sms>();
  #byReference = new Map<string, Sms>();

  constructor() {
    this.clear();
  }

  account(token: string | undefined): SmsAccount | undefined {
    return token === undefined ? undefined : this.#accounts.get(token);
  }

  addAccount(wish: Partial<SmsAccount> = {}): SmsAccount {
    const account: SmsAccount = {
      token: wish.token ?? `sms-token-${randomBytes(12).toString('hex')}`,
      secret: wish.secret ?? randomBytes(16).toString('hex'),
      callbackUrl: wish.callbackUrl,
    };
    this.#accounts.set(account.token, account);
    return account;
  }

  find(account: SmsAccount, id: string): Sms | undefined {
    const sms = this.#byId.get(id);
    return sms?.token === account.token ? sms : undefined;
  }

  /** The SMS that this account sent under a reference before. */
  known(account: SmsAccount, reference: string | undefined): Sms | undefined {
    return reference === undefined ? undefined : this.#byReference.get(`${account.token} ${reference}`);
  }

  take(account: SmsAccount, wish: Omit<Sms, 'id' | 'token' | 'status'>): Sms {
    const id = `sms_${randomBytes(9).toString('hex')}`;
    const sms: Sms = this.sent.add({ ...wish, id, token: account.token, status: 'accepted' });
    this.#byId.set(id, sms);
    if (sms.reference !== undefined) this.#byReference.set(`${account.token} ${sms.reference}`, sms);
    return sms;
  }

  /** Forgets what was sent; accounts stay. */
  empty(): void {
    this.sent.clear();
    this.#byId.clear();
    this.#byReference.clear();
  }

  clear(): void {
    this.empty();
    this.#accounts.clear();
    this.addAccount({ ...defaultSmsAccount });
  }
}
