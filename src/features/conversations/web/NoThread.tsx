// Where a chat with a contact would be shown: says that there is none, and begins it.
import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '#web/api.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './NoThread.module.css';

type Props = {
  title: string;
  text?: string | undefined;
  /** For who may begin one; `asksAgain`: the key of the queries that show it then. */
  begin?: { contactId: string; label: string; asksAgain: readonly unknown[] } | undefined;
};

export function NoThread({ title, text, begin }: Props) {
  const queryClient = useQueryClient();
  const open = useMutation({
    mutationFn: (contactId: string) => client.conversations.open({ contactId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: begin?.asksAgain ?? [] }),
    onError: (error) => toastFailed(error),
  });
  return (
    <div className={styles.nothing}>
      <EmptyState
        icon={IconMessages}
        title={title}
        text={text}
        action={
          begin && (
            <Button variant="default" loading={open.isPending} onClick={() => open.mutate(begin.contactId)}>
              {begin.label}
            </Button>
          )
        }
      />
    </div>
  );
}
