import { type DragEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { say } from '../../language/index.ts';
import { Menu } from '../ui/menu.tsx';
import type { OpenTab } from './open-tabs.ts';
import './tab-strip.css';

/** A tab on its way to another place. */
const tabType = 'application/x-galley-tab';

interface TabStripProps {
  readonly tabs: readonly OpenTab[];
  readonly activeId: string | null;
  readonly onChoose: (id: string) => void;
  readonly onClose: (id: string) => void;
  readonly onMove: (id: string, before: number) => void;
}

const nameOf = ({ name }: OpenTab): string => name || say('library.untitled');

/** The open articles, one in front. Arrows go along them, Enter brings one to the front, Delete closes it. */
export function TabStrip({ tabs, activeId, onChoose, onClose, onMove }: TabStripProps): ReactNode {
  const strip = useRef<HTMLDivElement>(null);
  const [gap, setGap] = useState<number | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const stopId = tabs.some(({ id }) => id === stop) ? stop : (activeId ?? tabs[0]?.id);
  useEffect(() => {
    const show = (): void => strip.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    show();
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, [activeId, tabs.length]);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(tabType)) return;
    event.preventDefault();
    setGap(gapAt(strip.current, event.clientX));
  };
  const drop = (event: DragEvent): void => {
    setGap(null);
    const id = event.dataTransfer.getData(tabType);
    if (id !== '') onMove(id, gapAt(strip.current, event.clientX));
  };
  const walk = (event: KeyboardEvent, index: number): void => {
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = tabs[next === undefined ? index : (next + tabs.length) % tabs.length];
    if (event.key === 'Delete' && tab) onClose(tab.id);
    else if (next === undefined || !tab) return;
    else setStop(tab.id);
    event.preventDefault();
    if (next !== undefined) strip.current?.querySelectorAll<HTMLElement>('[role=tab]')[(next + tabs.length) % tabs.length]?.focus();
  };
  return (
    <div className="article-tabs">
      <div ref={strip} className="article-tab-list" role="tablist" aria-label={say('library.openArticles')} onDragOver={over} onDragLeave={() => setGap(null)} onDrop={drop} onWheel={(event) => { event.currentTarget.scrollLeft += event.deltaY; }}>
        {tabs.map((tab, index) => (
          <div
            key={tab.id}
            role="tab"
            className={`article-tab ${gap === index ? 'gap-before' : ''} ${gap === tabs.length && index === tabs.length - 1 ? 'gap-after' : ''}`}
            aria-selected={tab.id === activeId}
            aria-description={say('library.tabKeys')}
            tabIndex={tab.id === stopId ? 0 : -1}
            title={nameOf(tab)}
            draggable
            onDragStart={(event) => { event.dataTransfer.setData(tabType, tab.id); event.dataTransfer.effectAllowed = 'move'; }}
            onDragEnd={() => setGap(null)}
            onFocus={() => setStop(tab.id)}
            onClick={() => onChoose(tab.id)}
            onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onChoose(tab.id); } else walk(event, index); }}
            onMouseDown={(event) => event.button === 1 && event.preventDefault()}
            onAuxClick={(event) => closeByMiddle(event, () => onClose(tab.id))}
          >
            <span className="article-tab-name">{nameOf(tab)}</span>
            <span className="article-tab-close" aria-hidden="true" onClick={(event) => { event.stopPropagation(); onClose(tab.id); }}>{'×'}</span>
          </div>
        ))}
      </div>
      <Menu label={say('library.allTabs')} items={tabs.map((tab) => ({ label: nameOf(tab), run: () => onChoose(tab.id) }))}>{'▾'}</Menu>
    </div>
  );
}

function closeByMiddle(event: MouseEvent, close: () => void): void {
  if (event.button !== 1) return;
  event.preventDefault();
  close();
}

/** The tab in front of which something lands at that place of the window; their number at the end. */
function gapAt(strip: HTMLElement | null, x: number): number {
  const tabs = [...(strip?.querySelectorAll('[role=tab]') ?? [])];
  const index = tabs.findIndex((tab) => {
    const { left, width } = tab.getBoundingClientRect();
    return x < left + width / 2;
  });
  return index < 0 ? tabs.length : index;
}
