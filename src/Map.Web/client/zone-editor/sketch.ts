// The picture of a zone being edited, on a canvas of its own over the map.

import L from 'leaflet';
import type { Fault } from './faults.ts';
import { ringsOf, type Ring, type RingAt, type Shape, type Spot } from './shape.ts';
import { contextOf } from '../layers/view.ts';

export interface Sketch {
  readonly shape: Shape;
  /** A border, a hole or a cut that is being drawn. */
  readonly way: readonly Spot[];
  readonly pointer: Spot | null;
  readonly chosen: { readonly at: RingAt; readonly vertex: number } | null;
  /** The part that waits to be joined to another. */
  readonly picked: number | null;
  readonly snapped: Spot | null;
  readonly fault: Fault | null;
  readonly neighbours: Shape;
  readonly troubles: Shape;
  /** A cross on the middle of the map, where keys set corners. */
  readonly aim: boolean;
}

/** Corners on screen above which their handles would be all there is to see. */
const MOST_HANDLES = 900, MOST_MIDDLES = 250;

export const HANDLE = 5, MIDDLE = 4;

export interface SketchCanvas {
  draw(sketch: Sketch): void;
  /** False where there are too many corners on screen to take hold of one. */
  readonly hasHandles: boolean;
  readonly hasMiddles: boolean;
  dispose(): void;
}

export function createSketch(map: L.Map): SketchCanvas {
  const canvas = document.createElement('canvas'), context = contextOf(canvas);
  canvas.className = 'zone-sketch';
  canvas.setAttribute('aria-hidden', 'true');
  map.getContainer().append(canvas);
  let handles = true, middles = true;

  function draw(sketch: Sketch): void {
    const { x: width, y: height } = map.getSize(), density = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * density) || canvas.height !== Math.round(height * density)) {
      canvas.width = Math.round(width * density);
      canvas.height = Math.round(height * density);
    }
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    const style = getComputedStyle(canvas), ink = style.getPropertyValue('--time').trim(), paper = style.getPropertyValue('--surface').trim(), wrong = style.getPropertyValue('--err').trim(), quiet = style.getPropertyValue('--text-2').trim();
    const at = (spot: Spot) => map.latLngToContainerPoint([spot[1] / 1e6, spot[0] / 1e6]);
    const trace = (spots: readonly Spot[], closed: boolean) => {
      spots.forEach((spot, i) => {
        const { x, y } = at(spot);
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
      if (closed) context.closePath();
    };
    const area = (shape: Shape) => {
      context.beginPath();
      for (const { ring } of ringsOf(shape)) trace(ring, true);
    };

    area(sketch.neighbours);
    context.strokeStyle = quiet;
    context.lineWidth = 1.2;
    context.setLineDash([4, 3]);
    context.stroke();
    context.setLineDash([]);

    area(sketch.shape);
    context.globalAlpha = 0.16;
    context.fillStyle = ink;
    context.fill('evenodd');
    context.globalAlpha = 1;
    if (sketch.picked !== null && sketch.shape.parts[sketch.picked]) {
      area({ parts: [sketch.shape.parts[sketch.picked]!] });
      context.globalAlpha = 0.3;
      context.fill('evenodd');
      context.globalAlpha = 1;
    }
    area(sketch.troubles);
    context.globalAlpha = 0.45;
    context.fillStyle = wrong;
    context.fill('evenodd');
    context.globalAlpha = 1;
    area(sketch.shape);
    context.strokeStyle = paper;
    context.lineWidth = 4;
    context.stroke();
    context.strokeStyle = ink;
    context.lineWidth = 2;
    context.stroke();

    if (sketch.way.length > 0) {
      context.beginPath();
      trace(sketch.pointer ? [...sketch.way, sketch.pointer] : sketch.way, false);
      context.setLineDash([6, 4]);
      context.stroke();
      context.setLineDash([]);
      for (const spot of sketch.way) dot(at(spot), HANDLE, ink, paper);
    }
    drawHandles(sketch.shape, at, width, height, ink, paper);
    if (sketch.chosen) {
      const ring: Ring = sketch.chosen.at.hole < 0 ? sketch.shape.parts[sketch.chosen.at.part]?.outer ?? [] : sketch.shape.parts[sketch.chosen.at.part]?.holes[sketch.chosen.at.hole] ?? [];
      const spot = ring[sketch.chosen.vertex];
      if (spot) dot(at(spot), HANDLE + 2.5, paper, ink);
    }
    if (sketch.snapped) circle(at(sketch.snapped), 10, ink);
    if (sketch.fault) {
      circle(at(sketch.fault.at), 14, wrong);
      circle(at(sketch.fault.at), 3, wrong);
    }
    if (sketch.aim) {
      context.strokeStyle = ink;
      context.lineWidth = 1.6;
      context.beginPath();
      for (const [x, y] of [[12, 0], [0, 12]] as const) {
        context.moveTo(width / 2 - x, height / 2 - y);
        context.lineTo(width / 2 + x, height / 2 + y);
      }
      context.stroke();
    }
  }

  function drawHandles(shape: Shape, at: (spot: Spot) => L.Point, width: number, height: number, ink: string, paper: string): void {
    const corners: L.Point[] = [], between: L.Point[] = [];
    const seen = ({ x, y }: L.Point) => x > -10 && y > -10 && x < width + 10 && y < height + 10;
    for (const { ring } of ringsOf(shape)) {
      const points = ring.map(at);
      points.forEach((point, i) => {
        if (seen(point)) corners.push(point);
        const next = points[(i + 1) % points.length]!, middle = point.add(next).divideBy(2);
        if (seen(middle) && point.distanceTo(next) > 40) between.push(middle);
      });
    }
    handles = corners.length <= MOST_HANDLES;
    middles = handles && between.length <= MOST_MIDDLES;
    if (middles) {
      context.globalAlpha = 0.7;
      for (const point of between) dot(point, MIDDLE, paper, ink);
      context.globalAlpha = 1;
    }
    if (handles) for (const point of corners) dot(point, HANDLE, ink, paper);
  }

  function dot({ x, y }: L.Point, radius: number, fill: string, line: string): void {
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = line;
    context.lineWidth = 1.6;
    context.stroke();
  }

  function circle({ x, y }: L.Point, radius: number, line: string): void {
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.strokeStyle = line;
    context.lineWidth = 2.4;
    context.stroke();
  }

  return {
    draw,
    get hasHandles() { return handles; },
    get hasMiddles() { return middles; },
    dispose: () => canvas.remove(),
  };
}
