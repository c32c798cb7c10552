// The rules of the house as tables: who may import whom, and what is allowed in one place only.

/** Areas of src/ and the areas each may import; news travels upwards as events. */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  kit: [],
  db: ['kit'],
  whatsapp: ['kit'],
  operations: ['kit', 'db', 'events', 'jobs'],
  events: ['kit', 'db', 'operations', 'whatsapp'],
  jobs: ['kit', 'db', 'operations'],
  features: ['kit', 'db', 'whatsapp', 'operations', 'events', 'jobs'],
  api: ['kit', 'db', 'operations', 'events', 'features'],
  cli: ['kit', 'operations', 'features'],
  app: ['kit', 'db', 'whatsapp', 'operations', 'events', 'jobs', 'features', 'api', 'cli'],
};

/** Features and the features whose front door (or contract) each may use. Never in a circle. */
export const FEATURE_MAY_USE: Record<string, readonly string[]> = {
  people: [],
  files: [],
  fields: [],
  tags: [],
  lists: [],
  contacts: ['fields', 'tags', 'lists', 'people'],
  segments: ['contacts'],
  imports: ['contacts', 'deals', 'fields', 'tags', 'lists', 'files', 'people'],
  numbers: [],
  notices: ['people'],
  webhooks: ['numbers'],
  threads: [],
  templates: ['numbers', 'contacts', 'files'],
  media: ['numbers', 'threads', 'files'],
  sending: ['numbers', 'threads', 'contacts', 'people'],
  rates: ['contacts', 'sending', 'people'],
  guardian: ['numbers', 'templates', 'contacts', 'lists', 'people', 'sending'],
  sms: ['contacts', 'people'],
  links: ['contacts'],
  campaigns: [
    'numbers',
    'contacts',
    'lists',
    'tags',
    'segments',
    'rates',
    'sms',
    'fields',
    'templates',
    'sending',
    'threads',
    'guardian',
    'links',
    'people',
  ],
  notifications: ['contacts', 'threads', 'people'],
  team: ['contacts', 'threads', 'people'],
  reports: ['contacts', 'threads'],
  views: ['people'],
  tickets: ['contacts', 'threads', 'people'],
  'quick-replies': ['contacts', 'fields', 'threads', 'tags', 'files', 'media'],
  deals: ['contacts', 'conversations', 'people', 'views'],
  conversions: ['numbers', 'contacts', 'deals', 'people'],
  conversations: [
    'quick-replies',
    'numbers',
    'contacts',
    'tags',
    'threads',
    'media',
    'files',
    'sending',
    'templates',
    'people',
    'team',
    'views',
  ],
  portability: ['conversations', 'fields', 'people'],
};

/** What browser code may import besides contracts and browser code: pure modules, no server behind them. */
export const BROWSER_SAFE: readonly RegExp[] = [
  /^src\/features\/contract\.ts$/,
  /\.contract\.ts$/,
  /^src\/operations\/(operation|permissions)\.ts$/,
  /^src\/kit\/(paging|errors)\.ts$/,
  /^src\/whatsapp\/(formatting|template-[a-z-]+|failure-(kinds|words[a-z-]*)|interactive-limits|conversions)\.ts$/,
  /^src\/kit\/csv-(formats|writer)\.ts$/,
  /^src\/whatsapp\/template-rules\//,
  /^src\/whatsapp\/wording\//,
  /^src\/features\/guardian\/rules\//,
  /^src\/features\/sms\/sms-length\.ts$/,
  /^src\/features\/media\/media-kinds\.ts$/,
];

/** Allowed in these files only, with the reason that the failure shows. */
export const ONLY_IN: readonly { what: string; pattern: RegExp; where: RegExp; instead: string }[] = [
  {
    what: 'process.env',
    pattern: /process\.env/,
    where: /^src\/app\/config\.ts$/,
    instead: 'add a setting to app/config.ts and take it from the config',
  },
  {
    what: 'outgoing HTTP',
    pattern: /from 'undici'|from 'node:https?'|(?<![.\w])fetch\(/,
    where:
      /^src\/(kit\/(safe-fetch|s3-client)\.ts|whatsapp\/cloud-api\/|integrations\/.*\/client\.ts|cli\/|web\/|features\/[^/]+\/web\/)/,
    instead: 'use kit/safe-fetch.ts',
  },
  {
    what: 'the clock',
    pattern: /new Date\(\)|Date\.now\(\)/,
    where: /^src\/(kit\/clock\.ts|web\/|features\/[^/]+\/web\/)/,
    instead: 'use now() of kit/clock.ts, or call.now',
  },
  {
    what: 'randomness',
    pattern: /Math\.random\(|randomUUID\(|randomBytes\(/,
    where: /^src\/(kit\/(ids|secrets)\.ts|web\/|features\/[^/]+\/web\/)/,
    instead: 'use kit/ids.ts',
  },
];

export const FORBIDDEN_WORDS = /(^|[-.])(utils?|helpers?|commons?|misc|managers?|base|data|info)([-.]|$)/i;

export const LONGEST_FILE = 300;
export const LONGEST_TEST = 400;

/** Exports that nothing but tests uses, each with the reason. */
export const UNUSED_ON_PURPOSE: Record<string, string> = {
  shiftClock: 'time is moved by tests alone',
  asContent: 'does not compile when the contract and the provider’s model grow apart',
};
