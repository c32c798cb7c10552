// A description from the contract; what stands between backticks is code.

export function Words({ text }: { text: string }) {
  return (
    <>
      {text
        .split('`')
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity
        .map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}
    </>
  );
}
