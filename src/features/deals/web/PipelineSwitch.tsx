// Which pipeline the board shows.
import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Pipeline } from '#features/deals/pipelines.contract.ts';
import styles from './Board.module.css';

type Props = { pipelines: readonly Pipeline[]; current: Pipeline; onChoose: (id: string) => void };

export function PipelineSwitch({ pipelines, current, onChoose }: Props) {
  const t = useTranslations('deals');
  const format = useFormatter();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          className={styles.switch}
          size="compact-sm"
          variant="default"
          rightSection={<IconChevronDown size={14} />}
          aria-label={t('pipelineIs', { name: current.name })}
        >
          {current.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('filter.pipeline')}</Menu.Label>
        {pipelines.map(({ id, name, dealCount }) => (
          <Menu.Item
            key={id}
            leftSection={<IconCheck size={15} visibility={id === current.id ? undefined : 'hidden'} />}
            rightSection={<span className={`${styles.quiet} figures`}>{format.number(dealCount)}</span>}
            onClick={() => onChoose(id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
