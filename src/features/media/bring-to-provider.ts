// Uploads a file to the provider; what it refuses is said in its words.
import { AppError } from '#kit/errors.ts';
import { ProviderError, type WhatsAppProvider } from '#whatsapp/port.ts';

/** Answers the provider's id. Throws `upload_refused`. */
export async function bringToProvider(
  provider: WhatsAppProvider,
  file: { fileName: string; mimeType: string; bytes: Uint8Array },
): Promise<string> {
  try {
    return (await provider.uploadMedia(file)).mediaId;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    throw new AppError('upload_refused', error.failure.message, {
      status: 422,
      details: { reason: error.failure.detail ?? null },
      cause: error,
    });
  }
}
