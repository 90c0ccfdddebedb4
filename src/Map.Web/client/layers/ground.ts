// All that stays while time moves, and what seldom changes: base map, control, front lines and names in one picture off the page.
// A step of time rewrites only the boxes in which a place changed hands.

import { createBase } from './base.ts';
import type { Spot } from './chosen.ts';
import { createControl, type Control } from './control.ts';
import { createLabels } from './labels.ts';
import type { Frame } from './layer.ts';
import { contextOf, offPage, plain, type Box } from './view.ts';

export interface Ground {
  readonly control: Control;
  /** The picture, as large as the view. */
  readonly canvas: HTMLCanvasElement;
  /** Takes a frame in; true where the picture changed. The events' marks must be of this frame: names keep away from them. */
  show(frame: Frame): boolean;
}

/** `tiled`: an outside tile server lies below, and this picture lets it through. */
export function createGround(tiled: boolean, chosenSpot: () => Spot | null): Ground {
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas, !tiled);
  const base = createBase(tiled);
  const control = createControl();
  const labels = createLabels(control.held, chosenSpot);
  let last: Frame | null = null;

  return {
    control, canvas,
    show(frame) {
      const shows = frame.shown.layers.includes('control');
      const based = base.show(frame);
      const whole = based || last === null || last.view !== frame.view || shows !== last.shown.layers.includes('control');
      const boxes = control.show(frame);
      const named = labels.show(frame);
      if (last?.view !== frame.view) offPage(frame.view, canvas);
      last = frame;
      if (whole || named || boxes === null) {
        paint(frame, shows, null);
        return true;
      }
      if (!shows) return false;
      for (const box of boxes) paint(frame, shows, box);
      return boxes.length > 0;
    },
  };

  function paint(frame: Frame, shows: boolean, box: Box | null): void {
    const { view } = frame;
    context.save();
    plain(context, view);
    if (box) {
      context.beginPath();
      context.rect(box.x, box.y, box.width, box.height);
      context.clip();
    }
    if (tiled) context.clearRect(0, 0, view.width, view.height);
    else lay(base.under);
    if (shows) lay(control.fills);
    lay(base.over);
    if (shows) control.fronts(context, frame);
    lay(labels.canvas);
    context.restore();
  }

  /** Pixel on pixel: these are all of the view's size. */
  function lay(picture: HTMLCanvasElement): void {
    context.save();
    context.resetTransform();
    context.drawImage(picture, 0, 0);
    context.restore();
  }
}
