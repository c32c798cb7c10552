// Reads the key that encrypts stored secrets, making it at the first start.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newToken } from '#kit/ids.ts';
import { type Config, ConfigError } from './config.ts';

export function masterKey(config: Pick<Config, 'masterKey' | 'dataDir'>): Buffer {
  if (config.masterKey) return config.masterKey;
  const file = join(config.dataDir, 'master.key');
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true });
    // wx: two first starts at once must not each make one.
    writeFileSync(file, `${Buffer.from(newToken(32), 'base64url').toString('hex')}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== 32)
    throw new ConfigError(
      `${file} is damaged: it must hold 64 hexadecimal digits. Restore it from your backup.`,
    );
  return key;
}
