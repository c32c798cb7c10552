/** What WhatsApp takes in answers: lengths and counts of texts, captions, reply buttons and lists. */

/**
 * Cloud API reference, "Interactive object" and "Interactive reply buttons / list messages"; counted in characters.
 * Longer ones are refused with code 100 or 131009.
 */
export const ANSWER_LIMITS = {
  text: 4096,
  caption: 1024,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  /** Of a message with reply buttons; a list has room for `text`. */
  buttonsBody: 1024,
  header: 60,
  footer: 60,
  listButton: 20,
  sections: 10,
  /** Of all sections together. */
  rows: 10,
  sectionTitle: 24,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
} as const;

/** Cloud API reference, "Reaction object": a message that is older than that is refused with code 131009. */
export const REACTION_DAYS = 30;

const graphemes = new Intl.Segmenter();
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** One emoji and nothing else, as a reaction takes it; also where the mark that asks for colour is left out. */
export function isOneEmoji(text: string): boolean {
  return PICTURE.test(text) && [...graphemes.segment(text)].length === 1;
}

export type AnswerButtons = { id?: string | undefined; title: string }[];
export type AnswerList = {
  button: string;
  sections: {
    title?: string | undefined;
    rows: { id?: string | undefined; title: string; description?: string | undefined }[];
  }[];
};

export type AnswerParts = {
  text?: string | undefined;
  fileId?: string | undefined;
  voiceNote?: boolean | undefined;
  header?: string | undefined;
  footer?: string | undefined;
  buttons?: AnswerButtons | undefined;
  list?: AnswerList | undefined;
};

/** What of the answer does not go together, by path; empty when WhatsApp would take it. Lengths apart. */
export function answerFaults(answer: AnswerParts): { path: string; message: string }[] {
  const { text, fileId, buttons, list } = answer;
  const faults: { path: string; message: string }[] = [];
  const fault = (path: string, message: string) => faults.push({ path, message });
  if (!text && !fileId && !buttons && !list) fault('text', 'Write something, or attach a file.');
  if (buttons && list) fault('list', 'A message has either buttons or a list.');
  if (!text && (buttons || list)) fault('text', 'Write what the customer is to choose about.');
  if (list && fileId) fault('fileId', 'A message with a list takes no file: send the file by itself.');
  if (answer.voiceNote && (!fileId || text || buttons)) fault('voiceNote', 'A voice note stands alone.');
  if (answer.header !== undefined && !buttons && !list)
    fault('header', 'Only a message with buttons or a list has a heading.');
  if (answer.header !== undefined && fileId) fault('header', 'The file takes the place of the heading.');
  if (answer.footer !== undefined && !buttons && !list)
    fault('footer', 'Only a message with buttons or a list has a footer.');
  const most = buttons ? ANSWER_LIMITS.buttonsBody : fileId ? ANSWER_LIMITS.caption : ANSWER_LIMITS.text;
  if (text && [...text].length > most)
    fault(
      'text',
      `WhatsApp takes at most ${most} characters here: shorten it by ${[...text].length - most}.`,
    );
  if (buttons) faults.push(...repeated('buttons', buttons));
  if (list) faults.push(...listFaults(list));
  return faults;
}

function listFaults({ sections }: AnswerList): { path: string; message: string }[] {
  const rows = sections.flatMap((section) => section.rows);
  const faults = repeated('list', rows).map((one) => ({ ...one, path: 'list' }));
  if (rows.length > ANSWER_LIMITS.rows)
    faults.push({ path: 'list', message: `A list has at most ${ANSWER_LIMITS.rows} rows in all.` });
  if (sections.length > 1)
    sections.forEach((section, index) => {
      if (!section.title)
        faults.push({
          path: `list.sections.${index}.title`,
          message: 'With several sections each needs a title.',
        });
    });
  return faults;
}

/** WhatsApp wants titles of buttons and all ids to differ; rows with one title could not be told apart either. */
function repeated(path: string, choices: AnswerButtons): { path: string; message: string }[] {
  return choices.flatMap((choice, index) => {
    const before = choices.slice(0, index);
    if (before.some((other) => other.title === choice.title))
      return [{ path: `${path}.${index}.title`, message: 'Two choices have this title.' }];
    if (choice.id !== undefined && before.some((other) => other.id === choice.id))
      return [{ path: `${path}.${index}.id`, message: 'Two choices have this id.' }];
    return [];
  });
}
