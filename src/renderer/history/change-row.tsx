import { memo, type ReactNode } from 'react';
import type { BodyJson } from '../../article/body.ts';
import { attributeName, type BlockChange, blockName, canRestoreRuns, type ComparedRow, type FieldChange, fieldName, moveText, plainText, type Seam, type TextChange, valueText } from '../../article/compare/index.ts';
import { type MessageKey, say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';

export type ComparisonView = 'side-by-side' | 'inline';
interface RowFrame {
  readonly index: number;
  readonly view: ComparisonView;
  readonly isCurrent: boolean;
}

/** Types whose text speaks for itself; the others are named. */
const unnamed = new Set(['headline', 'standfirst', 'paragraph', 'subhead', 'preformatted', 'listItem']);

interface RunsProps {
  readonly text: readonly TextChange[];
  readonly without: 'insert' | 'delete' | null;
  /** Takes back the runs that begin at this index; null where that cannot be done one by one. */
  readonly onTakeRun?: ((run: number) => void) | null;
}

function Runs({ text, without, onTakeRun = null }: RunsProps): ReactNode {
  return text.map(({ op, text: run }, index) => {
    const key = `${index}${op}`;
    const isReplaced = op === 'delete' && text[index + 1]?.op === 'insert';
    const take = onTakeRun && op !== 'same' && !isReplaced ? <TakeRun key={`take ${key}`} text={run} onTake={() => onTakeRun(text[index - 1]?.op === 'delete' ? index - 1 : index)} /> : null;
    if (op === without) return take;
    if (op === 'same') return <span key={key}>{run}</span>;
    return [op === 'insert' ? <ins key={key}>{run}</ins> : <del key={key}>{run}</del>, take];
  });
}

function TakeRun({ text, onTake }: { readonly text: string; readonly onTake: () => void }): ReactNode {
  const label = say('history.takeRun', { text });
  return <button type="button" className="take-run" aria-label={label} title={label} onClick={onTake}>{'↶'}</button>;
}

type Side = 'before' | 'after' | 'both';

function Facts({ change, side, seam }: { readonly change: BlockChange; readonly side: Side; readonly seam: Seam | undefined }): ReactNode {
  const move = seam ? say(`history.seam-${seam}`) : moveText(change);
  const attrs = change.attrs.filter(({ name }) => name !== 'imageId');
  if (attrs.length === 0 && change.marks.length === 0 && !move) return null;
  return (
    <span className="facts">
      {attrs.map(({ name, before, after }) => (
        <span key={name}>
          <span className="name">{attributeName(name)}</span>
          {side === 'after' ? null : <del>{name === 'type' ? blockName(String(before)) : valueText(before)}</del>}
          {side === 'both' ? ' ' : null}
          {side === 'before' ? null : <ins>{name === 'type' ? blockName(String(after)) : valueText(after)}</ins>}
        </span>
      ))}
      {side === 'before' ? null : change.marks.map(({ op, mark, text }, index) => <span key={`${index}${text}`}>{say(op === 'insert' ? 'history.markOn' : 'history.markOff', { mark: mark.type, text })}</span>)}
      {move ? <span className="move">{move}</span> : null}
    </span>
  );
}

interface CellProps {
  readonly change: BlockChange;
  readonly side: Side;
  readonly around: readonly string[];
  readonly seam: Seam | undefined;
  readonly onTakeRun: ((run: number) => void) | null;
  readonly children?: ReactNode;
}

function Cell({ change, side, around, seam, onTakeRun, children }: CellProps): ReactNode {
  const gone = (side === 'before' && change.change === 'added') || (side === 'after' && change.change === 'removed');
  const without = side === 'before' ? 'insert' : side === 'after' ? 'delete' : null;
  if (gone) return <div className="cell gone">{children}<span className="visually-hidden">{say('history.nothingHere')}</span></div>;
  const shown = side === 'before' ? change.before : (change.after ?? change.before);
  return (
    <div className={cellClass(change.type, around)} {...languageOf(shown)}>
      {children}
      {unnamed.has(change.type) ? null : <span className="label">{blockName(change.type)}</span>}
      <Pictures change={change} side={side} />
      <Runs text={change.text} without={without} onTakeRun={onTakeRun} />
      <Facts change={change} side={side} seam={seam} />
      {change.text.length === 0 && (change.change === 'added' || change.change === 'removed') ? <Shell change={change} /> : null}
    </div>
  );
}

/** The picture itself, before and after where another took its place. */
function Pictures({ change, side }: { readonly change: BlockChange; readonly side: Side }): ReactNode {
  const [before, after] = [imageIdOf(change.before), imageIdOf(change.after)];
  const ids = side === 'before' ? [before] : side === 'after' || before === after ? [after ?? before] : [before, after];
  const known = ids.filter((id) => id !== null);
  return known.length === 0 ? null : <span className="pictures">{known.map((id) => <Picture key={id} id={id} className={before === after || before === null || after === null ? '' : id === before ? 'was' : 'is'} />)}</span>;
}

const Picture = ({ id, className }: { readonly id: string; readonly className: string }): ReactNode => <img className={className} draggable={false} src={`image:${id}/small`} alt={say(className === 'was' ? 'history.pictureBefore' : className === 'is' ? 'history.pictureAfter' : 'history.block-image')} loading="lazy" />;

function imageIdOf(node: BodyJson | null): string | null {
  const id = node?.attrs?.['imageId'];
  return typeof id === 'string' ? id : null;
}

const cellClass = (type: string, around: readonly string[]): string => ['cell', type, ...(around.includes('listItem') ? ['in-list'] : []), ...(around.includes('quote') ? ['in-quote'] : []), ...(around.includes('factBox') ? ['in-box'] : [])].join(' ');

function languageOf(node: BodyJson | null): { readonly dir: string; readonly lang?: string } {
  const [lang, dir] = [node?.attrs?.['lang'], node?.attrs?.['dir']];
  return { dir: typeof dir === 'string' ? dir : 'auto', ...(typeof lang === 'string' ? { lang } : {}) };
}

/** A block both sides have as it is. */
export const SameRow = memo(function SameRow({ row: { node, around }, view }: { readonly row: ComparedRow; readonly view: ComparisonView }): ReactNode {
  const id = imageIdOf(node);
  const content = (
    <>
      {unnamed.has(node.type) ? null : <span className="label">{blockName(node.type)}</span>}
      {id === null ? null : <span className="pictures"><Picture id={id} className="" /></span>}
      {plainText(node) || (unnamed.has(node.type) ? null : toldOf(node))}
    </>
  );
  const className = cellClass(node.type, around);
  return (
    <div className="change same-row">
      {view === 'inline' ? null : <div className={className} {...languageOf(node)} aria-hidden="true">{content}</div>}
      <div className={className} {...languageOf(node)}>{content}</div>
    </div>
  );
});

/** A block without text that was added or removed: its telling attributes. */
function Shell({ change }: { readonly change: BlockChange }): ReactNode {
  const node = change.after ?? change.before;
  const text = (node && toldOf(node)) || blockName(change.type);
  return change.change === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
}

function toldOf(node: BodyJson): string {
  const told = Object.entries(node.attrs ?? {}).filter(([name, value]) => name !== 'blockId' && name !== 'imageId' && typeof value === 'string' && value !== '');
  const names = node.type === 'byline' ? [valueText(node.attrs?.['contributors'])] : [];
  return [...names, ...told.map(([, value]) => String(value))].join(' · ');
}

interface BlockRowProps extends RowFrame {
  readonly change: BlockChange;
  readonly around: readonly string[];
  readonly seam: Seam | undefined;
  readonly onRestore: (change: BlockChange) => void;
  /** Its words have not been compared yet: both sides are shown as they are. */
  readonly isPending: boolean;
  /** Null where the right side is not the working copy. */
  readonly onTakeRun: ((change: BlockChange, run: number) => void) | null;
}

/** One changed block, both sides. */
export const BlockRow = memo(function BlockRow({ change, around, seam, index, view, isCurrent, isPending, onRestore, onTakeRun }: BlockRowProps): ReactNode {
  const button = <Button small onClick={() => onRestore(change)}>{say('history.restoreBlock')}</Button>;
  const hasSeveral = change.text.filter(({ op }, at) => op !== 'same' && change.text[at - 1]?.op !== 'delete').length > 1;
  const take = onTakeRun && !isPending && hasSeveral && canRestoreRuns(change) ? (run: number) => onTakeRun(change, run) : null;
  const cell = { change, around, seam };
  return (
    <div className={`change${isCurrent ? ' current' : ''}${isPending ? ' pending' : ''}`} aria-busy={isPending} data-change={index} tabIndex={-1} role="group" aria-label={`${blockName(change.type)}: ${changeWord(change)}`}>
      {view === 'inline' ? (
        <Cell {...cell} side="both" onTakeRun={take}>{button}</Cell>
      ) : (
        <>
          <Cell {...cell} side="before" onTakeRun={null}>{change.change === 'removed' ? button : null}</Cell>
          <Cell {...cell} side="after" onTakeRun={take}>{change.change === 'removed' ? null : button}</Cell>
        </>
      )}
    </div>
  );
});

function changeWord({ change }: BlockChange): string {
  const words = { added: 'history.addedHere', removed: 'history.removedHere', moved: 'history.moved', changed: 'history.changedHere' } as const satisfies Record<BlockChange['change'], MessageKey>;
  return say(words[change]);
}

interface FieldRowProps extends RowFrame {
  readonly change: FieldChange;
  readonly onTakeBack: (change: FieldChange) => void;
}

export function FieldRow({ change, index, view, isCurrent, onTakeBack }: FieldRowProps): ReactNode {
  const label = <span className="name">{fieldName(change.field)}</span>;
  const before = <del>{valueText(change.before)}</del>;
  const after = <ins>{valueText(change.after)}</ins>;
  const button = <Button small onClick={() => onTakeBack(change)}>{say('history.takeBack')}</Button>;
  return (
    <div className={`change${isCurrent ? ' current' : ''}`} data-change={index} tabIndex={-1} role="group" aria-label={fieldName(change.field)}>
      {view === 'inline' ? (
        <div className="cell">{button}<span className="facts"><span>{label}{before}{' '}{after}</span></span></div>
      ) : (
        <>
          <div className="cell"><span className="facts"><span>{label}{before}</span></span></div>
          <div className="cell">{button}<span className="facts"><span>{label}{after}</span></span></div>
        </>
      )}
    </div>
  );
}
