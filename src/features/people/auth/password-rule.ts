// What a password must be: long, not the person's own address, not one of those that everybody tries first.
import type { FieldError } from '#kit/errors.ts';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

const TRIED_FIRST = new Set(
  `1234567890 12345678910 0123456789 0987654321 1q2w3e4r5t 1qaz2wsx3edc abcdefghij administrator changeme123
  football123 iloveyou123 letmein1234 passw0rd123 password10 password12 password123 password1234 password2024
  password2025 password2026 qwerty12345 qwerty123456 qwertyuiop qwertyuiop123 superman123 welcome1234 whatsapp123
  rondine123 rondine1234 contrasena contraseña123 administrador`.split(/\s+/),
);

/** What is wrong with `password` for the person with `email`, or null; `path` names the input field. */
export function passwordFault(password: string, email: string, path: string): FieldError | null {
  const plain = password.toLowerCase();
  const fault = (message: string) => ({ path, message });
  if (password.length < SHORTEST_PASSWORD) return fault(`Use at least ${SHORTEST_PASSWORD} characters.`);
  if (password.length > LONGEST_PASSWORD) return fault(`Use at most ${LONGEST_PASSWORD} characters.`);
  if (new Set(plain).size < 4) return fault('Use at least four different characters.');
  if (TRIED_FIRST.has(plain)) return fault('This password is among those that are tried first.');
  if (email && (plain === email.toLowerCase() || plain === email.toLowerCase().split('@')[0]))
    return fault('Do not use your e-mail address as password.');
  return null;
}
