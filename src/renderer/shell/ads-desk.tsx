import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { late } from '../ui/late.tsx';
import { placeAdsEvent } from '../ui/place-ads-event.ts';
import { useCommands } from './command-desk.ts';
import { placeNames } from './finding-place.ts';

const AdsView = late(async () => (await import('../ads/ads-view.tsx')).AdsView);

interface AdsDeskProps {
  readonly editor: RefObject<EditorHandle | null>;
  readonly readOnly: boolean;
  /** Brings the page back where an old version covers it, and the panels up to date. */
  readonly onPlaced: () => void;
}

/** The page of ads, asked for by its command or by an ad slot's own button. */
export function AdsDesk({ editor, readOnly, onPlaced }: AdsDeskProps): ReactNode {
  const [article, setArticle] = useState<Article | null>(null);
  const open = useCallback(() => setArticle(editor.current?.article() ?? null), [editor]);
  useCommands({ 'place-ads': open });
  useEffect(() => {
    document.addEventListener(placeAdsEvent, open);
    return () => document.removeEventListener(placeAdsEvent, open);
  }, [open]);
  const placeOf = useMemo(() => (article ? placeNames(article) : () => ''), [article]);
  if (!article) return null;
  const place = (planned: Article): void => {
    editor.current?.arrangeBlocks(planned);
    setArticle(null);
    onPlaced();
  };
  return <AdsView article={article} readOnly={readOnly} placeOf={placeOf} onPlace={place} onClose={() => setArticle(null)} />;
}
