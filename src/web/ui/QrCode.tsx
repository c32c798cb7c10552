// A QR code drawn as one path: sharp at any size, readable in both themes.
import { useMemo } from 'react';
import { encode } from 'uqr';

/** Modules of empty space around the code that readers ask for. */
const quiet = 4;

type Props = { text: string /** What the code is for. */; label: string /** Pixels. */; size?: number };

export function QrCode({ text, label, size = 176 }: Props) {
  const { path, modules } = useMemo(() => {
    const { data: grid } = encode(text, { border: 0, ecc: 'M' });
    const squares = grid.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: squares.join(''), modules: grid.length };
  }, [text]);
  const edge = modules + 2 * quiet;
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`${-quiet} ${-quiet} ${edge} ${edge}`}
      shapeRendering="crispEdges"
      style={{ borderRadius: 8 }}
    >
      <rect x={-quiet} y={-quiet} width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
