/** Focal point and crops of a picture, set on the picture itself: by mouse, or with the arrows. The file stays as it is. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import type { BlockAttributes } from '../../../article/blocks/index.ts';
import { type Crop, cropAround, cropShapes, moveCrop, type Pixels, type Point, resizeCrop } from '../../../article/crops.ts';
import { say } from '../../../language/index.ts';

type Framing = Pick<BlockAttributes<'image'>, 'focalPoint' | 'crops'>;

interface FramingProps extends Framing {
  readonly src: string;
  readonly pixels: Pixels;
  readonly onChange: (patch: Partial<Framing>) => void;
}

/** What can be set: the focal point, or a crop by its name. */
const aims: readonly string[] = ['focus', ...Object.keys(cropShapes)];

/** A step of an arrow key, as a fraction of the picture; with Shift five times that. */
const step = 0.01;
const arrows: Readonly<Record<string, Point>> = { ArrowLeft: { x: -step, y: 0 }, ArrowRight: { x: step, y: 0 }, ArrowUp: { x: 0, y: -step }, ArrowDown: { x: 0, y: step } };
const middle: Point = { x: 0.5, y: 0.5 };

export function PictureFraming({ src, pixels, focalPoint, crops, onChange }: FramingProps): ReactNode {
  const [aim, setAim] = useState('focus');
  const crop = crops[aim] ?? null;
  const setCrop = (next: Crop): void => onChange({ crops: { ...crops, [aim]: next } });
  const choices = useRef<HTMLDivElement>(null);
  const remove = (): void => {
    // The button that was pressed goes away: the keys stay here, undo among them.
    choices.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
    if (aim === 'focus') onChange({ focalPoint: null });
    else onChange({ crops: Object.fromEntries(Object.entries(crops).filter(([name]) => name !== aim)) });
  };
  const choose = (next: string): void => {
    setAim(next);
    if (next !== 'focus' && !crops[next]) onChange({ crops: { ...crops, [next]: cropAround(pixels, cropShapes[next] ?? null, focalPoint) } });
  };
  const isSet = aim === 'focus' ? focalPoint !== null : crop !== null;
  return (
    <div className="framing" role="group" aria-label={say('editor.framing')}>
      <div ref={choices} className="framing-aims" role="radiogroup" aria-label={say('editor.framingWhat')}>
        {aims.map((name) => (
          <button key={name} type="button" role="radio" aria-checked={aim === name} className={`btn small ${aim === name ? 'chosen' : ''}`} onClick={() => choose(name)}>
            {name === 'focus' ? say('editor.focalPoint') : name === 'free' ? say('editor.cropFree') : name}
            {name !== 'focus' && crops[name] ? <span className="dot published" aria-hidden="true" /> : null}
          </button>
        ))}
        {isSet ? <button type="button" className="btn small quiet" onClick={remove}>{say(aim === 'focus' ? 'editor.focusRemove' : 'editor.cropRemove')}</button> : null}
      </div>
      <div className="framing-picture">
        <img src={src} alt="" draggable={false} />
        {aim === 'focus' ? <Focus point={focalPoint} onPoint={(point) => onChange({ focalPoint: point })} /> : null}
        {aim !== 'focus' && crop ? <CropBox crop={crop} onCrop={setCrop} onResize={(by) => setCrop(resizeCrop(crop, by, pixels, cropShapes[aim] ?? null))} /> : null}
      </div>
      <p className="framing-help">{say(aim === 'focus' ? 'editor.focusHelp' : 'editor.cropHelp')}</p>
    </div>
  );
}

const clamped = ({ x, y }: Point): Point => ({ x: Math.round(Math.max(0, Math.min(1, x)) * 10_000) / 10_000, y: Math.round(Math.max(0, Math.min(1, y)) * 10_000) / 10_000 });
const percent = (value: number): string => `${value * 100}%`;

/** The mouse as a fraction of the picture it is over. */
function fractionOf(element: Element, { clientX, clientY }: PointerEvent): Point {
  const box = element.getBoundingClientRect();
  return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
}

function arrowOf(event: KeyboardEvent): Point | null {
  const by = arrows[event.key];
  if (!by) return null;
  event.preventDefault();
  event.stopPropagation();
  return event.ctrlKey || event.metaKey ? null : { x: by.x * (event.shiftKey ? 5 : 1), y: by.y * (event.shiftKey ? 5 : 1) };
}

function Focus({ point, onPoint }: { readonly point: Point | null; readonly onPoint: (point: Point) => void }): ReactNode {
  const area = useRef<HTMLDivElement>(null);
  const at = point ?? middle;
  const aimAt = (event: PointerEvent): void => {
    if (event.buttons === 1 && area.current) onPoint(clamped(fractionOf(area.current, event)));
  };
  return (
    <div ref={area} className="framing-area" onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); aimAt(event); }} onPointerMove={aimAt}>
      <button
        type="button"
        className={`focus-point ${point ? '' : 'is-unset'}`}
        aria-label={say('editor.focusAt', { x: Math.round(at.x * 100), y: Math.round(at.y * 100) })}
        style={{ left: percent(at.x), top: percent(at.y) }}
        onKeyDown={(event) => {
          const by = arrowOf(event);
          if (by) onPoint(clamped({ x: at.x + by.x, y: at.y + by.y }));
        }}
      />
    </div>
  );
}

interface CropBoxProps {
  readonly crop: Crop;
  readonly onCrop: (crop: Crop) => void;
  readonly onResize: (by: Point) => void;
}

function CropBox({ crop, onCrop, onResize }: CropBoxProps): ReactNode {
  const area = useRef<HTMLDivElement>(null);
  const last = useRef<Point | null>(null);
  const by = (event: PointerEvent): Point | null => {
    if (!area.current) return null;
    const now = fractionOf(area.current, event);
    const shift = last.current && event.buttons === 1 ? { x: now.x - last.current.x, y: now.y - last.current.y } : null;
    last.current = event.buttons === 1 ? now : null;
    return shift;
  };
  const grab = (event: PointerEvent): void => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = area.current ? fractionOf(area.current, event) : null;
  };
  const drag = (event: PointerEvent, act: (shift: Point) => void): void => {
    event.stopPropagation();
    const shift = by(event);
    if (shift) act(shift);
  };
  const keys = (event: KeyboardEvent, act: (shift: Point) => void): void => {
    const shift = arrowOf(event);
    if (shift) act(shift);
  };
  const move = (shift: Point): void => onCrop(moveCrop(crop, shift));
  return (
    <div ref={area} className="framing-area">
      <div className="crop-box" style={{ left: percent(crop.x), top: percent(crop.y), width: percent(crop.width), height: percent(crop.height) }}>
        <button type="button" className="crop-move" aria-label={say('editor.cropMove')} onPointerDown={grab} onPointerMove={(event) => drag(event, move)} onKeyDown={(event) => keys(event, move)} />
        <button type="button" className="crop-corner" aria-label={say('editor.cropSize')} onPointerDown={grab} onPointerMove={(event) => drag(event, onResize)} onKeyDown={(event) => keys(event, onResize)} />
      </div>
    </div>
  );
}
