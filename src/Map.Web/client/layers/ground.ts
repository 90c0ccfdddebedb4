// The lowest canvas: base map, control and front lines in one opaque picture, so that a step of time rewrites only what changed.

import { createBase } from './base.ts';
import { createControl, type Control } from './control.ts';
import type { Frame, Layer } from './layer.ts';
import { contextOf, plain, type Box } from './view.ts';

export interface Ground extends Layer {
  readonly control: Control;
}

/** `tiled`: an outside tile server lies below, and this canvas lets it through. */
export function createGround(canvas: HTMLCanvasElement, tiled: boolean): Ground {
  const context = contextOf(canvas, !tiled);
  const base = createBase(tiled);
  const control = createControl();
  let last: Frame | null = null;

  return {
    control,
    show(frame) {
      const shows = frame.shown.layers.includes('control');
      const whole = base.show(frame) || last === null || last.view !== frame.view || shows !== last.shown.layers.includes('control');
      const boxes = control.show(frame);
      last = frame;
      if (whole || boxes === null) paint(frame, shows, null);
      else if (shows) for (const box of boxes) paint(frame, shows, box);
    },
    dispose() { canvas.remove(); },
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
    else context.drawImage(base.under, 0, 0, view.width, view.height);
    if (shows) context.drawImage(control.fills, 0, 0, view.width, view.height);
    context.drawImage(base.over, 0, 0, view.width, view.height);
    if (shows) control.fronts(context, frame);
    context.restore();
  }
}
