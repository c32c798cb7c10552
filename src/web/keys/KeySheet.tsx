// The sheet of keys: everything that the page in front of one can do by keyboard.
import { Kbd } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl';
import { Dialog } from '#web/ui/Dialog.tsx';
import styles from './KeySheet.module.css';
import { useKeyGroups, useKeys } from './keys.ts';

export function KeySheet() {
  const t = useTranslations('shell.keys');
  const [opened, { open, close }] = useDisclosure(false);
  const groups = useKeyGroups();
  useKeys(t('everywhere'), [
    { key: '?', label: t('sheet'), run: open },
    // The palette listens by itself, also while one types.
    { key: 'mod+k', label: t('palette'), run: () => {} },
  ]);
  return (
    <Dialog opened={opened} onClose={close} title={t('title')} size="lg">
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className={styles.title}>{group.title}</h3>
            <dl className={styles.keys}>
              {group.bindings.map((binding) => (
                <div key={binding.key}>
                  <dt>{binding.label}</dt>
                  <dd>
                    {binding.key.split('+').map((part) => (
                      <Kbd key={part} size="xs">
                        {showKey(part)}
                      </Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

function showKey(part: string): string {
  const names: Record<string, string> = {
    mod: isApple ? '⌘' : 'Ctrl',
    alt: isApple ? '⌥' : 'Alt',
    shift: '⇧',
    enter: '↵',
    escape: 'Esc',
    arrowup: '↑',
    arrowdown: '↓',
    arrowleft: '←',
    arrowright: '→',
  };
  return names[part] ?? (part.length === 1 ? part.toUpperCase() : part);
}
