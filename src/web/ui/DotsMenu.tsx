// What can be done with one thing, behind three dots.
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';

const DOTS = { sm: 16, md: 17, lg: 18 };

type Props = {
  /** Says whose actions they are. */
  label: string;
  size?: keyof typeof DOTS;
  /** `Menu.Item`s. */
  children: ReactNode;
};

export function DotsMenu({ label, size = 'md', children }: Props) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={size} aria-label={label}>
          <IconDots size={DOTS[size]} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
