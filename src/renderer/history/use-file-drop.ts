import { type DragEvent, useMemo, useState } from 'react';

interface FileDrop {
  /** A file is held over it. */
  readonly isOver: boolean;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** One file dropped on a part of the window; of several the first. */
export function useFileDrop(take: (file: File) => void): FileDrop {
  const [isOver, setOver] = useState(false);
  const handlers = useMemo<FileDrop['handlers']>(
    () => ({
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: (event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      },
      onDrop: (event) => {
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        take(file);
      },
    }),
    [take],
  );
  return { isOver, handlers };
}
