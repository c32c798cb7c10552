// Says what the provider refused, as an error that the caller can act on.
import { AppError } from '#kit/errors.ts';
import { ProviderError } from '#whatsapp/port.ts';

/** Runs a call of the provider; its refusal becomes `whatsapp_refused` (422) or `unavailable` (503). */
export async function askProvider<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const { kind, retry, message, detail, code, subcode } = error.failure;
    const words = detail ? `${message} WhatsApp says: ${detail}` : message;
    const details = {
      kind,
      ...(code === undefined ? {} : { code }),
      ...(subcode === undefined ? {} : { subcode }),
    };
    if (retry === 'yes')
      throw new AppError('unavailable', `${words} Try again in a moment.`, { details, cause: error });
    throw new AppError('whatsapp_refused', words, { status: 422, details, cause: error });
  }
}
