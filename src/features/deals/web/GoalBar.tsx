// A goal as a bar: what was won, and behind it what open deals may add by their probability.
import { Progress as Bar } from '@mantine/core';
import type { Progress } from './goal-progress.ts';

/** `label` says it in words. */
export function GoalBar({ progress, label, size = 8 }: { progress: Progress; label: string; size?: number }) {
  return (
    <Bar.Root size={size} role="img" aria-label={label}>
      <Bar.Section value={progress.wonPercent} withAria={false} />
      <Bar.Section
        value={progress.weightedPercent}
        withAria={false}
        color="color-mix(in srgb, var(--mantine-primary-color-filled) 45%, var(--surface))"
      />
    </Bar.Root>
  );
}
