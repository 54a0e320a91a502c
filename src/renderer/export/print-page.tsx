import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Article } from '../../article/article.ts';
import { drawArticle } from './article-page.ts';
import { splitIntoLines } from './proof-lines.ts';
import './print.css';

/** Paper is white and has its own margins; a picture, a table or a box is not cut in two, a subhead does not stand alone at a page's foot. */
const printStyle = ':host{color-scheme:light;background:#fff;color:#000}article{max-width:none;padding:0}figure,table,blockquote,aside{break-inside:avoid}h2,h3,h4{break-after:avoid}';

/**
 * For marks by hand: lines far apart, a number beside each and a wide margin. Sizes are the same on the screen, where the lines
 * are found, as on paper.
 */
const proofStyle = `${printStyle}
:host{font:12pt/2 Georgia,"Times New Roman",serif}article{width:132mm;padding:0 0 0 16mm;margin:0;position:relative;counter-reset:line}
h1{font-size:20pt;line-height:1.5;text-wrap:wrap}h2,h3,h4{text-wrap:wrap}
.line{display:block;margin-right:-3mm}
.line::before{counter-increment:line;content:counter(line);position:absolute;left:0;width:10mm;text-align:right;font:9pt/2.67 system-ui,sans-serif;color:#555}`;

/** How the article is printed: as its readers see it, or as a proof. */
export type PrintLayout = 'page' | 'proof';

interface PrintPageProps {
  readonly article: Article;
  readonly layout: PrintLayout;
  readonly onReady: () => void;
}

/** The article as the export writes it, seen by the printer only. */
export function PrintPage({ article, layout, onReady }: PrintPageProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const ready = useRef(onReady);
  useEffect(() => {
    ready.current = onReady;
  });
  // Once a job: a window that is drawn again meanwhile prints no second time.
  useEffect(() => {
    if (!host.current) return;
    const root = drawArticle(host.current, article, layout === 'proof' ? proofStyle : printStyle);
    // Printed once its pictures are there; one that cannot be read is printed without.
    void Promise.all([...root.querySelectorAll('img')].map((picture) => picture.decode().catch(() => undefined))).then(() => {
      if (layout === 'proof') splitIntoLines(root);
      ready.current();
    });
  }, [article, layout]);
  return createPortal(<div ref={host} className={`print-page ${layout}`} aria-hidden="true" />, document.body);
}
