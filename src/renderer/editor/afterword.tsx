import type { ReactNode } from 'react';
import { writtenCorrections } from '../../article/corrections.ts';
import type { Metadata } from '../../article/metadata.ts';
import { displayTime } from '../../article/time.ts';
import { say } from '../../language/index.ts';

/** What was put right, below the text, as readers will see it. Written under Details. */
export function Afterword({ corrections, language }: Pick<Metadata, 'corrections' | 'language'>): ReactNode {
  const written = writtenCorrections({ corrections });
  if (written.length === 0) return null;
  return (
    <aside className="afterword" aria-label={say('editor.corrections')}>
      {written.map(({ at, kind, text }, index) => (
        <p key={index}><strong>{say(`formats.kind-${kind}`, undefined, language)}</strong>{`, ${displayTime(at, language)}: ${text}`}</p>
      ))}
    </aside>
  );
}
