import type { Editor } from '@tiptap/core';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { placeBelow } from './place.ts';
import { usePlace } from './use-place.ts';

export interface FormProps {
  readonly editor: Editor;
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly onClose: () => void;
}

interface FloatFormProps extends FormProps {
  readonly pos: number;
  readonly label: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A small form below a place in the text; Escape gives the text its keys back. */
export function FloatForm({ editor, sheet, pos, label, onSubmit, onClose, children }: FloatFormProps): ReactNode {
  const place = usePlace(sheet, pos, (paper, at) => placeBelow(editor.view, paper, at));
  if (!place) return null;
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form className="float float-form" aria-label={label} style={{ left: place.left, top: place.top }} onSubmit={(event) => { event.preventDefault(); onSubmit(); }} onKeyDown={key}>
      {children}
    </form>
  );
}
