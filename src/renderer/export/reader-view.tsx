import { type ReactNode, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { FieldNames } from '../../article/export/markdown/field-names.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Preview } from './preview.tsx';

const devices = ['phone', 'desktop'] as const;

/** The page as its reader sees it: at the width of a telephone, and of a desk. */
export function ReaderView({ article, fieldNames, onClose }: { readonly article: Article; readonly fieldNames: FieldNames; readonly onClose: () => void }): ReactNode {
  const [device, setDevice] = useState<(typeof devices)[number]>('phone');
  return (
    <Dialog label={say('exporting.reader')} kind="reader" onClose={onClose}>
      <header className="dialog-head">
        <h1>{say('exporting.reader')}</h1>
        <div className="reader-devices" role="group" aria-label={say('exporting.readerDevice')}>
          {devices.map((one) => <Button key={one} kind="quiet" aria-pressed={device === one} onClick={() => setDevice(one)}>{say(`exporting.reader-${one}`)}</Button>)}
        </div>
        <Button onClick={onClose}>{say('library.close')}</Button>
      </header>
      <div className={`reader-page ${device}`}><Preview article={article} format="html" fieldNames={fieldNames} isWide={device === 'desktop'} /></div>
    </Dialog>
  );
}
