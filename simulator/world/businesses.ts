// The business side: portfolios, WhatsApp accounts, phone numbers, apps and access tokens.

import type { DayOfSignals } from '../reputation/quality-week.ts';
import { GOOD_STANDING, type Standing } from '../reputation/standing.ts';
import type { Customer } from './customers.ts';
import { accessToken, graphId, secretHex } from './ids.ts';
import { displayNumber } from './phone-numbers.ts';
import { newReach, type Reach } from './reach.ts';

export interface Portfolio {
  id: string;
  name: string;
  messagingLimit: string;
  verified: boolean;
  /** People reached outside an open window. */
  reach: Reach;
  /** When the limit was last looked at. */
  limitSeenAt?: number;
  /** Templates of this hour, counted while the portfolio is under watch. */
  hour: { hour: number; templates: number };
  /** When the templates that were held are looked at. */
  lookAt?: number;
}

export interface Waba {
  id: string;
  name: string;
  portfolioId: string;
  currency: string;
  timezoneId: string;
  phoneIds: string[];
  /** Apps that asked for webhooks, with the address that replaces their own. */
  subscribed: Map<string, { overrideUri?: string }>;
  insightsEnabled: boolean;
  standing: Standing;
  /** When the daily look at its conduct was. */
  conductSeenAt?: number;
  /** People started on, by daily look, the latest 30. */
  startedOn: number[];
}

export interface Phone {
  id: string;
  wabaId: string;
  digits: string;
  displayNumber: string;
  verifiedName: string;
  newDisplayName?: string;
  username?: string;
  qualityRating: string;
  /** Set by hand: what people do does not change it. */
  qualityHeld?: boolean;
  week: DayOfSignals[];
  status: string;
  nameStatus: string;
  codeVerificationStatus: string;
  throughputLevel: string;
  pin?: string;
  registered: boolean;
  registrations: number[];
  profile: Record<string, unknown>;
  settings: Record<string, unknown>;
  automation: Record<string, unknown>;
  webhookOverride?: { uri: string; appId: string };
  /** The phone app that shares it: since when, and what it was asked to hand over. */
  phoneApp?: { since: number; asked: Set<string> };
  blockList: Map<string, Customer>;
  tokens: number;
  tokensAt: number;
  serviceMonth: { month: string; count: number };
}

export interface App {
  id: string;
  name: string;
  secret: string;
  callback?: { url: string; fields: Set<string> };
}

export interface Token {
  value: string;
  appId: string;
  scopes: Set<string>;
  /** Accounts it may touch; undefined means all. */
  wabaIds?: Set<string>;
  expiresAt?: number;
  kind: 'SYSTEM_USER' | 'APP';
}

export const ALL_SCOPES = [
  'whatsapp_business_messaging',
  'whatsapp_business_management',
  'business_management',
  'whatsapp_business_manage_events',
];

export interface NewBusiness {
  name?: string;
  wabaId?: string;
  portfolioId?: string;
  appId?: string;
  appSecret?: string;
  token?: string;
  scopes?: string[];
  messagingLimit?: string;
  verified?: boolean;
  currency?: string;
  phones?: { id?: string; digits: string; verifiedName?: string; status?: string }[];
}

export interface BusinessKeys {
  name: string;
  portfolio_id: string;
  waba_id: string;
  app_id: string;
  app_secret: string;
  access_token: string;
  phone_numbers: { id: string; display_phone_number: string; verified_name: string }[];
}

export class Businesses {
  portfolios = new Map<string, Portfolio>();
  wabas = new Map<string, Waba>();
  phones = new Map<string, Phone>();
  apps = new Map<string, App>();
  tokens = new Map<string, Token>();

  /**
   * Makes a portfolio with one account, its numbers, an app and a token; fields left out are made up. Of a portfolio
   * that is there already it becomes another account.
   */
  create(wish: NewBusiness): BusinessKeys {
    const name = wish.name ?? 'New business';
    const portfolio: Portfolio = this.portfolios.get(wish.portfolioId ?? '') ?? {
      id: wish.portfolioId ?? graphId(),
      name,
      messagingLimit: wish.messagingLimit ?? 'TIER_100K',
      verified: wish.verified ?? false,
      reach: newReach(),
      hour: { hour: 0, templates: 0 },
    };
    const waba: Waba = {
      id: wish.wabaId ?? graphId(),
      name,
      portfolioId: portfolio.id,
      currency: wish.currency ?? 'EUR',
      timezoneId: '67',
      phoneIds: [],
      subscribed: new Map(),
      insightsEnabled: false,
      standing: { ...GOOD_STANDING },
      startedOn: [],
    };
    const app: App = {
      id: wish.appId ?? graphId(),
      name: `${name} app`,
      secret: wish.appSecret ?? secretHex(),
    };
    const token = this.addToken({
      value: wish.token ?? accessToken(),
      appId: app.id,
      scopes: wish.scopes ?? ALL_SCOPES,
      wabaIds: [waba.id],
    });
    this.portfolios.set(portfolio.id, portfolio);
    this.wabas.set(waba.id, waba);
    this.apps.set(app.id, app);
    const wished = wish.phones ?? [{ digits: `39350${graphId().slice(-7)}` }];
    const phones = wished.map((phone) =>
      this.addPhone(waba, { ...phone, verifiedName: phone.verifiedName ?? name }),
    );
    return {
      name,
      portfolio_id: portfolio.id,
      waba_id: waba.id,
      app_id: app.id,
      app_secret: app.secret,
      access_token: token.value,
      phone_numbers: phones.map(({ id, displayNumber, verifiedName }) => ({
        id,
        display_phone_number: displayNumber,
        verified_name: verifiedName,
      })),
    };
  }

  addPhone(waba: Waba, wish: { id?: string; digits: string; verifiedName: string; status?: string }): Phone {
    const connected = (wish.status ?? 'CONNECTED') === 'CONNECTED';
    const phone: Phone = {
      id: wish.id ?? graphId(),
      wabaId: waba.id,
      digits: wish.digits,
      displayNumber: displayNumber(wish.digits),
      verifiedName: wish.verifiedName,
      qualityRating: connected ? 'GREEN' : 'UNKNOWN',
      week: [],
      status: wish.status ?? 'CONNECTED',
      nameStatus: connected ? 'APPROVED' : 'PENDING_REVIEW',
      codeVerificationStatus: connected ? 'VERIFIED' : 'NOT_VERIFIED',
      throughputLevel: 'STANDARD',
      registered: connected,
      registrations: [],
      profile: { about: '', address: '', description: '', email: '', vertical: 'UNDEFINED', websites: [] },
      settings: {},
      automation: { prompts: [], commands: [] },
      blockList: new Map(),
      tokens: Number.NaN,
      tokensAt: 0,
      serviceMonth: { month: '', count: 0 },
    };
    this.phones.set(phone.id, phone);
    waba.phoneIds.push(phone.id);
    return phone;
  }

  addToken(wish: {
    value?: string;
    appId: string;
    scopes: string[];
    wabaIds?: string[];
    expiresAt?: number;
  }): Token {
    const token: Token = {
      value: wish.value ?? accessToken(),
      appId: wish.appId,
      scopes: new Set(wish.scopes),
      wabaIds: wish.wabaIds && new Set(wish.wabaIds),
      expiresAt: wish.expiresAt,
      kind: 'SYSTEM_USER',
    };
    this.tokens.set(token.value, token);
    return token;
  }

  wabaOf(phone: Phone): Waba {
    return this.wabas.get(phone.wabaId)!;
  }

  portfolioOf(phone: Phone): Portfolio {
    return this.portfolios.get(this.wabaOf(phone).portfolioId)!;
  }

  clear(): void {
    for (const index of [this.portfolios, this.wabas, this.phones, this.apps, this.tokens]) index.clear();
  }
}
