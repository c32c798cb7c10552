// Bars lying one below the other, each with its name before it and its exact figure behind it.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';

export type Bar = { key: string; name: string; value: number; label: string; isMuted?: boolean };

const BAR_HEIGHT = 30;
const NAME_WIDTH = 132;
const LABEL_ROOM = 84;
const NAME_LETTERS = 17;

/** `label` says the whole chart in words. */
export function ReportBars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  // The chart asks for label and colour by value alone: equal bars differ by less than can be seen.
  const drawn = bars.map((bar, at) => ({ ...bar, value: bar.value + at * 1e-9 }));
  const byKey = new Map(drawn.map((bar) => [bar.key, bar]));
  const byValue = new Map(drawn.map((bar) => [bar.value, bar]));
  return (
    <div role="img" aria-label={label}>
      <BarChart
        h={bars.length * BAR_HEIGHT}
        data={drawn}
        dataKey="key"
        orientation="vertical"
        series={[{ name: 'value', color: 'var(--mantine-primary-color-filled)' }]}
        getBarColor={(value) =>
          byValue.get(value)?.isMuted ? 'var(--tone-neutral-mark)' : 'var(--mantine-primary-color-filled)'
        }
        gridAxis="none"
        textColor="var(--text-muted)"
        maxBarWidth={16}
        withTooltip={false}
        withBarValueLabel
        valueFormatter={(value) => byValue.get(value)?.label ?? ''}
        valueLabelProps={{ position: 'right', fill: 'var(--text)', fontSize: 12 }}
        barChartProps={{ margin: { top: 0, right: LABEL_ROOM, bottom: 0, left: 0 } }}
        barProps={{ radius: [0, 3, 3, 0], isAnimationActive: false }}
        withXAxis={false}
        xAxisProps={{ domain: [0, 'dataMax'] }}
        yAxisProps={{
          width: NAME_WIDTH,
          interval: 0,
          axisLine: { stroke: 'var(--line-strong)' },
          tickFormatter: (key: string) => shortened(byKey.get(key)?.name ?? ''),
        }}
      />
    </div>
  );
}

function shortened(name: string): string {
  const short = name.length > NAME_LETTERS ? `${name.slice(0, NAME_LETTERS - 1).trimEnd()}…` : name;
  // One line: a label breaks at spaces otherwise.
  return short.replaceAll(' ', '\u00a0');
}
