// Chooses a role; each says in words what it allows. Owners are offered only to those who may make them.
import { Select, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { ROLES, type Role } from '#operations/permissions.ts';
import { usePermission } from '#web/session.ts';

type Props = {
  value: Role;
  onChange: (role: Role) => void;
  /** Shown above the input, or read aloud only. */
  label: string;
  hideLabel?: boolean;
  disabled?: boolean;
  error?: string | undefined;
};

export function RoleSelect({ value, onChange, label, hideLabel = false, disabled = false, error }: Props) {
  const t = useTranslations('people.roles');
  const mayMakeOwners = usePermission('owners:write');
  const offered = ROLES.filter((role) => role !== 'owner' || mayMakeOwners || value === 'owner');
  return (
    <Select
      {...(hideLabel ? { 'aria-label': label, size: 'xs' } : { label })}
      data={offered.map((role) => ({ value: role, label: t(`${role}.name`) }))}
      value={value}
      onChange={(role) => role !== null && role !== value && onChange(role as Role)}
      allowDeselect={false}
      disabled={disabled}
      error={error}
      comboboxProps={{ width: 320, position: 'bottom-end' }}
      renderOption={({ option }) => (
        <div>
          <Text size="sm" fw={550}>
            {option.label}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`${option.value as Role}.text`)}
          </Text>
        </div>
      )}
    />
  );
}
