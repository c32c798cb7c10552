// What a campaign costs at most, by country, beside the number of people.
import { useLocale, useTranslations } from 'use-intl';
import type { CostEstimate } from '#features/rates/rates.contract.ts';
import styles from './Rates.module.css';
import { useMoney } from './use-money.ts';

export function CostLine({ cost }: { cost: CostEstimate }) {
  const t = useTranslations('ratesPage');
  const money = useMoney();
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const { amounts, countries, unpriced } = cost;
  return (
    <div className={styles.cost}>
      {amounts.length > 0 && (
        <div>
          <span className={styles.muted}>{t('upTo')}</span>{' '}
          <strong className="figures">{amounts.map(money).join(' + ')}</strong>{' '}
          <span className={styles.muted}>{t('ifAllDelivered')}</span>
        </div>
      )}
      {countries.length > 1 && (
        <dl className={styles.countries}>
          {countries.slice(0, 5).map(({ country, people, amount }) => (
            <div key={country ?? ''}>
              <dt>
                {country ? names.of(country) : t('unknownCountry')} · {t('people', { count: people })}
              </dt>
              <dd className="figures">{amount ? money(amount) : t('noRate')}</dd>
            </div>
          ))}
        </dl>
      )}
      {unpriced > 0 && <div className={styles.muted}>{t('unpriced', { count: unpriced })}</div>}
    </div>
  );
}
