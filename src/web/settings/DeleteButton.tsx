// Deletes a row of the settings; where that cannot be, it says why when it is pressed, and to screen readers at once.
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { toastTold } from '#web/ui/toast.tsx';

type Props = {
  label: string;
  /** Why it cannot be deleted now. */
  whyNot?: string | undefined;
  onDelete: () => void;
};

export function DeleteButton({ label, whyNot, onDelete }: Props) {
  const id = useId();
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-disabled={whyNot !== undefined}
        aria-describedby={whyNot === undefined ? undefined : id}
        title={whyNot ?? label}
        style={whyNot === undefined ? undefined : { opacity: 0.45 }}
        onClick={() => (whyNot === undefined ? onDelete() : toastTold(whyNot))}
      >
        <IconTrash size={16} />
      </ActionIcon>
      {whyNot !== undefined && (
        <span id={id} className="only-for-screen-readers">
          {whyNot}
        </span>
      )}
    </>
  );
}
