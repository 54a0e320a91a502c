import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { checkOptionsOf, createChecker, type Finding, fixFindings, gateOf } from '../../article/checks/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import type { FieldWish } from '../details/details-panel.tsx';
import { useCommands } from './command-desk.ts';
import { markFindings } from './mark-findings.ts';
import { usePlainCopies } from './plain-copies.ts';
import type { KnownSettings } from './settings.ts';
import type { Layout } from './use-layout.ts';

export interface FindingsDesk {
  /** null until the article has been looked at. */
  readonly findings: readonly Finding[] | null;
  readonly gateShut: () => boolean;
  /** The field of the Details someone was sent to. */
  readonly wish: FieldWish | null;
  readonly onGo: (finding: Finding) => void;
  readonly onFix: (findings: readonly Finding[]) => void;
  /** Goes to a field of the Details. */
  readonly onField: (field: string) => void;
}

interface FindingsContext {
  /** null while nothing is to be checked yet. */
  readonly article: Article | null;
  readonly editor: RefObject<EditorHandle | null>;
  /** Brings the page back where an old version covers it. */
  readonly showPage: () => void;
  readonly layout: Layout;
  readonly settings: KnownSettings;
}

/** What the checks find in the snapshot, going to its places, and mending what one click can. Unchanged blocks are not looked at again. */
export function useFindings({ article, editor, showPage, layout, settings: { newsroom, clockGap } }: FindingsContext): FindingsDesk {
  const options = useMemo(() => checkOptionsOf(newsroom, clockGap), [newsroom, clockGap]);
  const checker = useMemo(() => createChecker(options), [options]);
  const [wish, setWish] = useState<FieldWish | null>(null);
  const findings = useMemo(() => article && checker.check(article), [checker, article]);
  useEffect(() => markFindings(editor.current, findings ?? []), [editor, findings]);
  const gateShut = useCallback(() => {
    const current = editor.current?.article();
    return current ? gateOf(current, findings ?? checker.check(current), options).shut : true;
  }, [editor, checker, findings, options]);
  usePlainCopies(gateShut);
  const onGo = (finding: Finding): void => {
    showPage();
    const { blockId, field, from, to } = finding;
    if (blockId !== null) {
      if (layout.closeDrawer('panel')) layout.closeDrawer('library');
      requestAnimationFrame(() => editor.current?.focusPlace({ blockId, field, ...(from === undefined || to === undefined ? {} : { from, to }) }));
    } else if (field !== null) {
      layout.showTab('details');
      setWish({ field, ...(from === undefined || to === undefined ? {} : { from, to }) });
    }
  };
  const at = useRef(-1);
  const step = (by: 1 | -1): void => {
    if (!findings || findings.length === 0) return layout.showTab('checks');
    at.current = (Math.min(at.current, findings.length) + by + findings.length) % findings.length;
    const finding = findings[at.current];
    if (finding) onGo(finding);
  };
  useCommands({ 'next-finding': () => step(1), 'previous-finding': () => step(-1) });
  return {
    findings, gateShut, wish, onGo,
    onField: (field) => {
      layout.showTab('details');
      setWish({ field });
    },
    onFix: (chosen) => {
      const current = editor.current?.article();
      const fixed = current && fixFindings(current, chosen, options);
      if (fixed && fixed !== current && !editor.current?.changeBlocks(fixed)) editor.current?.arrangeBlocks(fixed);
    },
  };
}
