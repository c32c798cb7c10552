// The imitated world in one object: clock, people, businesses, messages, and what connects them.

import { Accounts } from './account.ts';
import { Businesses, type BusinessKeys, type Phone } from './businesses.ts';
import { Captured, type CaughtRequest, type Conversion, type Mail } from './captured.ts';
import { Clock } from './clock.ts';
import { type Customer, Customers } from './customers.ts';
import { defaultBusiness } from './default-business.ts';
import { Dice } from './dice.ts';
import { Faults } from './faults.ts';
import { Feed } from './feed.ts';
import { type Media, MediaStore } from './media.ts';
import { type Message, MessageLog } from './messages.ts';
import { type Preset, presets } from './presets.ts';
import { PushDesk } from './push-desk.ts';
import { Schedule } from './schedule.ts';
import { seedTemplates } from './seed-templates.ts';
import { patchSettings, type Settings, type SettingsPatch } from './settings.ts';
import { SmsDesk } from './sms-desk.ts';
import { Templates } from './templates.ts';
import { Threads } from './threads.ts';
import { keepWatch } from './watch.ts';
import { Webhooks } from './webhooks.ts';

export interface WorldEvent {
  at: string;
  about: string;
  what: string;
}

export interface WorldOptions {
  preset?: Preset;
  settings?: SettingsPatch;
}

export class World {
  clock = new Clock();
  schedule = new Schedule(this.clock);
  settings: Settings;
  dice: Dice;
  businesses = new Businesses();
  customers = new Customers();
  threads = new Threads();
  messages = new MessageLog();
  templates = new Templates();
  media = new MediaStore();
  accounts = new Accounts();
  faults = new Faults();
  feed = new Feed();
  /** What happened to quality, limits and standing. */
  events = new Captured<WorldEvent>(500);
  /** Messages held back, by the template or portfolio that holds them. */
  held = new Map<string, Message[]>();
  /** The hourly look is planned. */
  watched = false;
  outOfScope = new Captured<CaughtRequest>();
  caught = new Captured<CaughtRequest>();
  sms = new SmsDesk();
  push = new PushDesk();
  mails = new Captured<Mail>(1_000);
  conversions = new Captured<Conversion>();
  webhooks: Webhooks;
  /** Keys of the business that is there from the start. */
  defaultKeys: BusinessKeys;
  /** Address of the simulator itself, known once it listens. */
  url = '';
  #options: WorldOptions;

  constructor(options: WorldOptions = {}) {
    this.#options = options;
    this.settings = this.#freshSettings();
    this.dice = new Dice(this.settings.seed);
    this.webhooks = new Webhooks(this.businesses, {
      schedule: this.schedule,
      settings: this.settings,
      dice: this.dice,
      now: () => this.clock.now(),
    });
    this.defaultKeys = this.#seed();
    keepWatch(this);
  }

  /** Back to how it started: default business, no customers, no messages, real time. */
  async reset(): Promise<void> {
    this.schedule.clear();
    this.clock.reset();
    await this.webhooks.clear();
    Object.assign(this.settings, this.#freshSettings());
    this.dice.reseed(this.settings.seed);
    for (const part of [this.businesses, this.customers, this.threads, this.messages, this.templates])
      part.clear();
    for (const part of [this.media, this.accounts, this.faults, this.outOfScope, this.caught]) part.clear();
    this.sms.clear();
    this.push.clear();
    this.mails.clear();
    this.conversions.clear();
    this.events.clear();
    this.held.clear();
    this.watched = false;
    this.defaultKeys = this.#seed();
    keepWatch(this);
    this.feed.tell({ kind: 'reset' });
  }

  async close(): Promise<void> {
    this.schedule.close();
    await this.webhooks.clear();
  }

  /** Notes an event of quality, for the page and the control API. */
  tell(at: number, about: string, what: string): void {
    this.events.add({ at: new Date(at).toISOString(), about, what });
    this.feed.tell({ kind: 'quality' });
  }

  metadata(phone: Phone) {
    return { display_phone_number: phone.displayNumber.replace(/\D/g, ''), phone_number_id: phone.id };
  }

  /** What a business may learn about a person from a webhook; `waId` is missing for people known by username only. */
  identity(phone: Phone, customer: Customer) {
    const userId = this.customers.userId(customer, this.businesses.portfolioOf(phone).id);
    const waId = customer.visibility === 'username-only' ? undefined : customer.waId;
    const profile = { name: customer.name, ...(customer.username && { username: customer.username }) };
    return { waId, userId, contact: { profile, ...(waId && { wa_id: waId }), user_id: userId } };
  }

  /** Where a file can be fetched for five minutes, with a token. */
  mediaUrl(media: Media, origin = this.url): string {
    const until = Math.floor((this.clock.now() + 300_000) / 1000);
    return `${origin}/whatsapp_business/attachments/?mid=${media.id}&source=webhook&ext=${until}&hash=${media.sha256.slice(0, 24)}`;
  }

  #freshSettings(): Settings {
    const settings = presets[this.#options.preset ?? 'lively']();
    if (this.#options.settings) patchSettings(settings, this.#options.settings);
    return settings;
  }

  #seed(): BusinessKeys {
    const keys = this.businesses.create({
      ...defaultBusiness,
      messagingLimit: this.settings.limits.startTier,
    });
    seedTemplates(this, keys.waba_id);
    return keys;
  }
}
