import { type ReactNode, useLayoutEffect, useRef } from 'react';
import './dialog.css';

interface DialogProps {
  readonly label: string;
  readonly kind: 'settings' | 'backups' | 'pictures' | 'ads' | 'export' | 'everywhere' | 'chooser' | 'shortcuts' | 'reader';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Over the window until Escape, a click beside it or its own button: the browser keeps the focus in it and gives it back. */
export function Dialog({ label, kind, onClose, children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    // Where one begins, which is not the button that closes.
    element?.querySelector<HTMLElement>('input, select, [tabindex="0"]')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);
  const leave = (): void => {
    // What is kept when it is left is kept now.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={`dialog ${kind}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onMouseDown={(event) => event.target === dialog.current && leave()}
    >
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
