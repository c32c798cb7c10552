// Files that are dragged onto the page, and whether some hover over it now.
import { useEffect, useRef, useState } from 'react';

export function useDroppedFiles(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    // Each element that the pointer passes tells of it: one has left when as many were left as entered.
    let inside = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      inside++;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      inside--;
      if (inside <= 0) setOver(false);
    };
    const hover = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      inside = 0;
      setOver(false);
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      take.current([...(event.dataTransfer?.files ?? [])]);
    };
    const pairs = { dragenter: enter, dragleave: leave, dragover: hover, drop } as const;
    for (const [name, listen] of Object.entries(pairs)) window.addEventListener(name as 'drop', listen);
    return () => {
      for (const [name, listen] of Object.entries(pairs)) window.removeEventListener(name as 'drop', listen);
    };
  }, []);
  return over;
}
