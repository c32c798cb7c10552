// Numbers and money in the person's way of writing them.
import { useFormatter } from 'use-intl';

type Props = {
  value: number;
  /** ISO 4217: `value` is then in minor units (cents). */
  currency?: string;
};

export function NumberText({ value, currency }: Props) {
  const format = useFormatter();
  if (currency === undefined) return <span className="figures">{format.number(value)}</span>;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (
    <span className="figures">{format.number(value / 10 ** digits, { style: 'currency', currency })}</span>
  );
}
