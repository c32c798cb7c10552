// Buttons or a list under an answer while they are written, and what of them is sent. Pure.
import type { AnswerShape } from '#features/conversations/answer.contract.ts';
import { ANSWER_LIMITS } from '#whatsapp/interactive-limits.ts';

export type ListRow = { title: string; description: string };
export type ListSection = { title: string; rows: ListRow[] };
export type Choices = {
  kind: 'buttons' | 'list';
  header: string;
  footer: string;
  buttons: string[];
  /** What opens the list. */
  opener: string;
  sections: ListSection[];
};

export const emptyRow: ListRow = { title: '', description: '' };

export function newChoices(opener: string): Choices {
  return {
    kind: 'buttons',
    header: '',
    footer: '',
    buttons: [''],
    opener,
    sections: [{ title: '', rows: [emptyRow] }],
  };
}

export function rowCount({ sections }: Choices): number {
  return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}

export type ChoicesInput = Pick<AnswerShape, 'buttons' | 'list' | 'header' | 'footer'>;

/** What is sent: lines that were left empty are left out, and a file stands where the heading would. */
export function choicesInput(choices: Choices, hasFile: boolean): ChoicesInput {
  const header = hasFile ? '' : choices.header.trim();
  const frame = {
    ...(header ? { header } : {}),
    ...(choices.footer.trim() ? { footer: choices.footer.trim() } : {}),
  };
  if (choices.kind === 'buttons')
    return {
      ...frame,
      buttons: choices.buttons.filter((title) => title.trim()).map((title) => ({ title: title.trim() })),
    };
  const sections = choices.sections
    .map(({ title, rows }) => ({ title: title.trim(), rows: rows.filter((row) => row.title.trim()) }))
    .filter(({ rows }) => rows.length > 0);
  return {
    ...frame,
    list: {
      button: choices.opener.trim(),
      sections: sections.map(({ title, rows }) => ({
        ...(title ? { title } : {}),
        rows: rows.map((row) => ({
          title: row.title.trim(),
          ...(row.description.trim() ? { description: row.description.trim() } : {}),
        })),
      })),
    },
  };
}

/** Names of what keeps the answer from being sent, for the texts of the same name; null: nothing. */
export type ChoicesFault =
  | 'questionMissing'
  | 'questionTooLong'
  | 'choiceMissing'
  | 'choiceTwice'
  | 'openerMissing'
  | 'sectionTitleMissing'
  | 'listWithFile'
  | 'tooManyRows';

export function choicesFault(choices: Choices, text: string, hasFile: boolean): ChoicesFault | null {
  const { buttons, list } = choicesInput(choices, hasFile);
  const titles =
    buttons?.map(({ title }) => title) ?? list!.sections.flatMap(({ rows }) => rows.map((row) => row.title));
  const length = [...text.trim()].length;
  if (list && hasFile) return 'listWithFile';
  if (titles.length === 0) return 'choiceMissing';
  if (new Set(titles).size < titles.length) return 'choiceTwice';
  if (list && titles.length > ANSWER_LIMITS.rows) return 'tooManyRows';
  if (list && list.button === '') return 'openerMissing';
  if (list && list.sections.length > 1 && list.sections.some(({ title }) => !title))
    return 'sectionTitleMissing';
  if (length === 0) return 'questionMissing';
  if (length > (buttons ? ANSWER_LIMITS.buttonsBody : ANSWER_LIMITS.text)) return 'questionTooLong';
  return null;
}
