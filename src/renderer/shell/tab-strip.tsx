import { type DragEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { say } from '../../language/index.ts';
import { Menu } from '../ui/menu.tsx';
import { galleyType } from '../editor/flavours.ts';
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
  /** Blocks of an article were dropped on a tab. */
  readonly onBlocks: (id: string, data: DataTransfer) => void;
}

const nameOf = ({ name }: OpenTab): string => name || say('library.untitled');

/** The open articles, one in front. Arrows go along them, Enter brings one to the front, Delete closes it. */
export function TabStrip({ tabs, activeId, onChoose, onClose, onMove, onBlocks }: TabStripProps): ReactNode {
  const hover = useHover(onChoose);
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
    <nav className="article-tabs" aria-label={say('library.openArticles')}>
      <div ref={strip} className="article-tab-list" role="tablist" aria-label={say('library.openArticles')} onDragOver={over} onDragLeave={() => setGap(null)} onDrop={drop} onWheel={(event) => { event.currentTarget.scrollLeft += event.deltaY; }}>
        {tabs.map((tab, index) => (
          <Tab
            key={tab.id}
            tab={tab}
            gap={gap === index ? 'gap-before' : gap === tabs.length && index === tabs.length - 1 ? 'gap-after' : ''}
            isActive={tab.id === activeId}
            isStop={tab.id === stopId}
            onFocus={() => setStop(tab.id)}
            onKeys={(event) => walk(event, index)}
            onDragEnd={() => setGap(null)}
            hover={hover}
            {...{ onChoose, onClose, onBlocks }}
          />
        ))}
      </div>
      <Menu label={say('library.allTabs')} items={tabs.map((tab) => ({ label: nameOf(tab), run: () => onChoose(tab.id) }))}>{'▾'}</Menu>
    </nav>
  );
}

const holdsBlocks = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(galleyType);

/** A drag that stays on a tab brings its article to the front after this time, milliseconds: less than a rest, more than a passage. */
const hoverMs = 500;

function useHover(choose: (id: string) => void): { readonly over: (event: DragEvent, id: string) => void; readonly leave: () => void } {
  const waiting = useRef<{ readonly id: string; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const leave = (): void => {
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
  };
  const over = (event: DragEvent, id: string): void => {
    if (!holdsBlocks(event)) return;
    event.preventDefault();
    if (waiting.current?.id === id) return;
    leave();
    waiting.current = { id, timer: setTimeout(() => choose(id), hoverMs) };
  };
  return { over, leave };
}

interface TabProps extends Pick<TabStripProps, 'onChoose' | 'onClose' | 'onBlocks'> {
  readonly tab: OpenTab;
  /** Where a tab would land beside this one. */
  readonly gap: '' | 'gap-before' | 'gap-after';
  readonly isActive: boolean;
  /** The one that takes the Tab key. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onKeys: (event: KeyboardEvent) => void;
  readonly onDragEnd: () => void;
  readonly hover: ReturnType<typeof useHover>;
}

function Tab({ tab, gap, isActive, isStop, onFocus, onKeys, onDragEnd, hover, onChoose, onClose, onBlocks }: TabProps): ReactNode {
  return (
    <div
      role="tab"
      className={`article-tab ${gap}`}
      aria-selected={isActive}
      aria-description={say('library.tabKeys')}
      tabIndex={isStop ? 0 : -1}
      title={nameOf(tab)}
      draggable
      onDragStart={(event) => { event.dataTransfer.setData(tabType, tab.id); event.dataTransfer.effectAllowed = 'move'; }}
      onDragEnd={onDragEnd}
      onDragOver={(event) => hover.over(event, tab.id)}
      onDragLeave={(event) => { if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) hover.leave(); }}
      onDrop={(event) => { hover.leave(); if (holdsBlocks(event)) onBlocks(tab.id, event.dataTransfer); }}
      onFocus={onFocus}
      onClick={() => onChoose(tab.id)}
      onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onChoose(tab.id); } else onKeys(event); }}
      onMouseDown={(event) => event.button === 1 && event.preventDefault()}
      onAuxClick={(event) => closeByMiddle(event, () => onClose(tab.id))}
    >
      <span className="article-tab-name">{nameOf(tab)}</span>
      <span className="article-tab-close" aria-hidden="true" onClick={(event) => { event.stopPropagation(); onClose(tab.id); }}>{'×'}</span>
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
