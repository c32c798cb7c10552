// A menu behind three dots that is made when somebody asks for it: even closed, one is dear to draw, and a list has dozens.
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';

type Props = {
  label: string;
  /** Of the button. */
  className?: string | undefined;
  /** Draws the `Menu.Item`s. */
  children: () => ReactNode;
};

export function MenuOnDemand({ label, className, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isAsked, setAsked] = useState(false);
  const looks = { ref: button, className, 'aria-label': label, children: <IconDots size={16} /> };
  if (!isAsked)
    return (
      <button
        type="button"
        {...looks}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setAsked(true)}
      />
    );
  return (
    <Menu position="bottom-end" defaultOpened onClose={() => button.current?.focus()}>
      <Menu.Target>
        <button type="button" {...looks} />
      </Menu.Target>
      <Menu.Dropdown>{children()}</Menu.Dropdown>
    </Menu>
  );
}
