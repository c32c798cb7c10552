// Beside the title of a settings section: adds one of what is listed below.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';

type Props = { label: string; disabled?: boolean; onClick: () => void };

export function AddButton({ label, disabled, onClick }: Props) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={15} />}
      disabled={disabled ?? false}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
