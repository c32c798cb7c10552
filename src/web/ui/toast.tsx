// Short messages at the edge: what was done, with a way back, or what failed.
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { toApiFailure } from '#web/api-failure.ts';
import { shownTexts } from '#web/texts.ts';
import { ToastText } from './ToastText.tsx';

const shortMs = 4_000;
/** Time enough to read, think and press "Undo". */
const undoMs = 10_000;

/** Toasts are called outside of components, where no hook gives texts. */
function closeWord(): string {
  return shownTexts.read()?.texts.ui.close ?? 'Close';
}

/** Says that something is done. With `undo`, offers to take it back. */
export function toastDone(text: string, undo?: () => void | Promise<void>): void {
  const id = notifications.show({
    message: (
      <ToastText
        text={text}
        onUndo={
          undo &&
          (() => {
            notifications.hide(id);
            void undo();
          })
        }
      />
    ),
    icon: <IconCheck size={16} />,
    color: 'teal',
    autoClose: undo ? undoMs : shortMs,
    withBorder: true,
    closeButtonProps: { 'aria-label': closeWord() },
  });
}

/** Says why something cannot be done now, though nothing has failed. */
export function toastTold(text: string): void {
  notifications.show({
    message: <ToastText text={text} />,
    icon: <IconInfoCircle size={16} />,
    color: 'gray',
    autoClose: undoMs,
    withBorder: true,
    closeButtonProps: { 'aria-label': closeWord() },
  });
}

/** Says why something failed; stays until it is closed. `text` says what was attempted. */
export function toastFailed(error: unknown, text?: string): void {
  const failure = toApiFailure(error);
  notifications.show({
    title: text,
    message: (
      <ToastText
        text={failure.code === 'network' ? undefined : failure.message}
        requestId={failure.requestId}
      />
    ),
    icon: <IconAlertTriangle size={16} />,
    color: 'red',
    autoClose: false,
    withBorder: true,
    closeButtonProps: { 'aria-label': closeWord() },
  });
}
