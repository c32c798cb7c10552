// Changes the language that a person reads; null is the browser's. It is remembered before the server knows.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from './api.ts';
import type { AppLocale } from './i18n.ts';
import { remember } from './remembered.ts';
import { sessionQuery } from './session.ts';
import { toastFailed } from './ui/toast.tsx';

export function useSpeak(): (language: AppLocale | null) => void {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (language: AppLocale | null) => client.session.update({ language }),
    onMutate: (language) => remember('locale', language),
    onSuccess: () => queryClient.invalidateQueries(sessionQuery),
    onError: (error) => toastFailed(error),
  });
  return mutate;
}
