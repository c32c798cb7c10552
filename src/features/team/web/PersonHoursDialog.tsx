// The hours of one person: those of the workspace, or their own, in a place of their own.
import { Button, Group, Select, Stack, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TeamHours } from '#features/team/hours.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { WeekEditor, workWeek } from './WeekEditor.tsx';

type Props = { person: TeamHours['people'][number]; zone: string; onClose: () => void };

export function PersonHoursDialog({ person, zone, onClose }: Props) {
  const t = useTranslations('teamSettings.hours');
  const queryClient = useQueryClient();
  const [hours, setHours] = useState(person.hours);
  const [timeZone, setTimeZone] = useState(person.timeZone);
  const save = useMutation({
    mutationFn: () => client.team.setMemberHours({ userId: person.userId, hours, timeZone }),
    onSuccess: (saved) => {
      queryClient.setQueryData(api.team.getHours.queryKey({ input: {} }), saved);
      toastDone(t('saved'));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('of', { name: person.name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <FormFailure error={save.error} />
          <Switch
            label={t('asWorkspace')}
            checked={hours === null}
            onChange={(event) => setHours(event.currentTarget.checked ? null : workWeek)}
          />
          {hours !== null && (
            <>
              <WeekEditor hours={hours} onChange={setHours} />
              <Select
                label={t('zone')}
                placeholder={zone}
                clearable
                searchable
                limit={50}
                data={Intl.supportedValuesOf('timeZone')}
                value={timeZone}
                onChange={setTimeZone}
              />
            </>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
