// The fields of a schema, one row each; objects within unfold in place, as deep as they go.
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './ApiDocs.module.css';
import { useDocument } from './document-context.ts';
import { resolveSchema, type Schema } from './openapi.ts';
import { innerObjects, limitWords, typeWords } from './schema-words.ts';
import { Words } from './Words.tsx';

export function SchemaTable({ schema }: { schema: Schema }) {
  const t = useTranslations('docs');
  const document = useDocument();
  const objects = innerObjects(resolveSchema(schema, document));
  if (objects.length === 0) return <p className={styles.type}>{typeWords(schema)}</p>;
  return (
    <>
      {objects.length > 1 && <p className={styles.one}>{t('one')}</p>}
      {objects.map(({ label, schema: object }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the variants of a schema have no identity but their place
        <div key={at} className={styles.variant}>
          {label !== null && <code className={styles.variantName}>{label}</code>}
          <dl className={styles.fields}>
            {Object.entries(object.properties ?? {}).map(([name, property]) => (
              <FieldRow
                key={name}
                name={name}
                schema={property}
                required={object.required?.includes(name) ?? false}
              />
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}

type FieldProps = {
  name: string;
  schema: Schema;
  required: boolean;
  /** Where a parameter goes: path, query, header. */
  mark?: string;
};

export function FieldRow({ name, schema: given, required, mark }: FieldProps) {
  const t = useTranslations('docs');
  const document = useDocument();
  const [open, setOpen] = useState(false);
  const schema = resolveSchema(given, document);
  const unfolds = innerObjects(schema).length > 0;
  return (
    <div className={styles.field}>
      <dt>
        {unfolds ? (
          <button
            type="button"
            className={styles.unfold}
            aria-expanded={open}
            aria-label={t('unfold', { name })}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight size={14} aria-hidden />
            <code>{name}</code>
          </button>
        ) : (
          <code className={styles.name}>{name}</code>
        )}
        <span className={styles.type}>{typeWords(schema)}</span>
        {mark !== undefined && <span className={styles.mark}>{mark}</span>}
        {required && <span className={styles.required}>{t('required')}</span>}
      </dt>
      <dd>
        {schema.description && <Words text={schema.description} />}
        {limitWords(schema).length > 0 && (
          <span className={styles.limits}>{limitWords(schema).join(' · ')}</span>
        )}
        {open && <SchemaTable schema={schema} />}
      </dd>
    </div>
  );
}
