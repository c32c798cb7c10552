// Reads the parts of a message's content that a drawing needs; what is missing or of another form is left out.

export type Content = Record<string, unknown>;

export const word = (content: Content, key: string): string =>
  typeof content[key] === 'string' ? content[key] : '';

export const part = (content: Content, key: string): Content => {
  const value = content[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Content) : {};
};

export const parts = (content: Content, key: string): Content[] => {
  const value = content[key];
  return Array.isArray(value)
    ? value.filter((one): one is Content => typeof one === 'object' && one !== null)
    : [];
};

/** A link of the web that may be followed; anything else is null, so that `javascript:` and the like never run. */
export function webLink(address: string): string | null {
  return /^https?:\/\//i.test(address) ? address : null;
}
