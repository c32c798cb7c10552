// An order from the catalogue: each product with number and price, and what it comes to.
import { IconShoppingBag } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import { FormattedText } from '#web/ui/FormattedText.tsx';
import styles from './kinds.module.css';
import { type Content, parts, word } from './read-content.ts';

type Item = { productId: string; quantity: number | null; price: number | null; currency?: string };

export function OrderCard({ content }: { content: Content }) {
  const t = useTranslations('threadKinds');
  const format = useFormatter();
  const items = parts(content, 'items') as Item[];
  const money = (amount: number, currency: string | undefined) =>
    currency && /^[A-Z]{3}$/.test(currency)
      ? format.number(amount, { style: 'currency', currency })
      : format.number(amount);
  const count = items.reduce((sum, item) => sum + (item.quantity ?? 1), 0);
  const total = totalOf(items);
  return (
    <div className={styles.order}>
      <div className={styles.title}>
        <IconShoppingBag size={16} aria-hidden />
        {t('order', { count })}
      </div>
      <ul className={styles.items}>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same product may stand twice in an order
          <li key={at}>
            <span>
              {item.quantity ?? 1} × {item.productId}
            </span>
            {item.price !== null && (
              <span className="figures">{money(item.price * (item.quantity ?? 1), item.currency)}</span>
            )}
          </li>
        ))}
      </ul>
      {total && (
        <div className={styles.total}>
          <span>{t('total')}</span>
          <span className="figures">{money(total.amount, total.currency)}</span>
        </div>
      )}
      {word(content, 'text') && <FormattedText text={word(content, 'text')} links />}
    </div>
  );
}

/** Null where a price is not told, or prices are of several currencies. */
function totalOf(items: readonly Item[]): { amount: number; currency: string | undefined } | null {
  const [first] = items;
  if (!first || items.some((item) => item.price === null || item.currency !== first.currency)) return null;
  // Thousandths are whole numbers: the sum stays exact, in every currency.
  const thousandths = items.reduce(
    (sum, item) => sum + Math.round((item.price ?? 0) * 1000) * (item.quantity ?? 1),
    0,
  );
  return { amount: thousandths / 1000, currency: first.currency };
}
