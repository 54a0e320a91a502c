import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Article } from '../../article/article.ts';
import { drawArticle } from './article-page.ts';
import './print.css';

/** Paper is white and has its own margins; a picture, a table or a box is not cut in two, a subhead does not stand alone at a page's foot. */
const printStyle = ':host{color-scheme:light;background:#fff;color:#000}article{max-width:none;padding:0}figure,table,blockquote,aside{break-inside:avoid}h2,h3,h4{break-after:avoid}';

/** The article as the export writes it, seen by the printer only. */
export function PrintPage({ article, onReady }: { readonly article: Article; readonly onReady: () => void }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const ready = useRef(onReady);
  useEffect(() => {
    ready.current = onReady;
  });
  // Once a job: a window that is drawn again meanwhile prints no second time.
  useEffect(() => {
    if (!host.current) return;
    const root = drawArticle(host.current, article, printStyle);
    // Printed once its pictures are there; one that cannot be read is printed without.
    void Promise.all([...root.querySelectorAll('img')].map((picture) => picture.decode().catch(() => undefined))).then(() => ready.current());
  }, [article]);
  return createPortal(<div ref={host} className="print-page" aria-hidden="true" />, document.body);
}
