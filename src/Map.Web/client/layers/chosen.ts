// The chosen event: a ring at its place, its true radius where the place is not exact, and a numbered area for each claim that places it elsewhere.

import type { EventCard } from '../contract.ts';
import { precisions } from '../packs/index.ts';
import { landPath } from './base.ts';
import type { Frame, Layer } from './layer.ts';
import { metresPerPixel, offsetOf, pixelX, pixelY, worldSize } from './view.ts';

/** A spot to ring: the chosen event, one pointed at in a list, or a place asked about. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: string;
}

export interface Chosen extends Layer {
  /** The opened event; its card brings the claims' areas when it has come. */
  open(spot: Spot | null, card: EventCard | null): void;
  /** The event pointed at. */
  point(spot: Spot | null): void;
  /** Events that a text beside the map tells of. */
  ring(spots: readonly Spot[]): void;
  /** Places where control would differ. */
  differ(spots: readonly Spot[]): void;
  /** Where the opened event was, where its place is known to some kilometres: its town is named before others. */
  readonly named: Spot | null;
}

/** Kilometres for each precision; a country has no circle. */
const RADIUS: Record<string, number> = { exact: 0, near: 5, district: 25, governorate: 60, region: 100, country: 0 };

export const precisionOf = (index: number): string => precisions[index] ?? 'exact';

/** `changed` is called where another picture is due. */
export function createChosen(changed: () => void): Chosen {
  let differing: readonly Spot[] = [], told: readonly Spot[] = [];
  let opened: Spot | null = null, card: EventCard | null = null, pointed: Spot | null = null;
  let last: Frame | null = null, stale = true;

  function due(): void {
    stale = true;
    changed();
  }

  return {
    show(frame) {
      const same = !stale && last !== null && last.view === frame.view && last.palette === frame.palette;
      last = frame;
      stale = false;
      return !same;
    },
    draw(context) {
      if (!last) return;
      context.save();
      const placed = opened && card ? placedAccounts(card, opened.precision) : [];
      if (placed.length > 0) areas(context, last, placed);
      for (const spot of differing) difference(context, last, spot);
      for (const spot of told) ring(context, last, spot, false);
      if (opened) ring(context, last, opened, placed.length === 0);
      if (pointed) ring(context, last, pointed, true);
      context.restore();
    },
    open(spot, next) {
      opened = spot;
      card = next;
      due();
    },
    point(spot) {
      if (spot === pointed) return;
      pointed = spot;
      due();
    },
    ring(spots) {
      told = spots;
      due();
    },
    differ(spots) {
      differing = spots;
      due();
    },
    get named() { return opened && (RADIUS[opened.precision] ?? 0) <= 5 && opened.precision !== 'country' ? opened : null; },
  };
}

function at(frame: Frame, latitude: number, longitude: number): { x: number; y: number } {
  const size = worldSize(frame.view.zoom), offset = offsetOf(frame.view);
  return { x: pixelX(longitude, size) + offset.x, y: pixelY(latitude, size) + offset.y };
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** A white ring r 15 under an ink ring r 13; round an imprecise place the circle it may lie in. */
function ring(context: CanvasRenderingContext2D, frame: Frame, spot: Spot, around: boolean): void {
  const { x, y } = at(frame, spot.latitude, spot.longitude);
  const radius = (RADIUS[spot.precision] ?? 0) * 1000 / metresPerPixel(spot.latitude, frame.view.zoom);
  context.setLineDash([]);
  if (around && radius > 16) dashedArea(context, frame, x, y, radius);
  circle(context, x, y, 15);
  context.strokeStyle = frame.palette.halo;
  context.lineWidth = 2.4;
  context.stroke();
  circle(context, x, y, 13);
  context.strokeStyle = frame.palette.front;
  context.lineWidth = 2;
  context.stroke();
}

/** Dashed in the colour of what the reader does: not there yet. */
function difference(context: CanvasRenderingContext2D, frame: Frame, spot: Spot): void {
  const { x, y } = at(frame, spot.latitude, spot.longitude);
  circle(context, x, y, 13);
  context.setLineDash([]);
  context.strokeStyle = frame.palette.halo;
  context.lineWidth = 4.2;
  context.stroke();
  context.setLineDash([5, 3.5]);
  context.strokeStyle = frame.palette.time;
  context.lineWidth = 2.2;
  context.stroke();
  context.setLineDash([]);
}

function dashedArea(context: CanvasRenderingContext2D, { palette }: Frame, x: number, y: number, radius: number): void {
  circle(context, x, y, radius);
  context.fillStyle = palette.time;
  context.globalAlpha = 0.06;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = palette.halo;
  context.lineWidth = 3.6;
  context.globalAlpha = 0.8;
  context.stroke();
  context.globalAlpha = 1;
  context.strokeStyle = palette.time;
  context.lineWidth = 1.8;
  context.setLineDash([6, 4]);
  context.stroke();
  context.setLineDash([]);
}

/** Where each account places the event: dashed, with the number its column has on the card. A denial has no area. */
function areas(context: CanvasRenderingContext2D, frame: Frame, placed: ReturnType<typeof placedAccounts>): void {
  const { view } = frame;
  const drawn = placed.map(({ number: value, latitude, longitude, radius }) => ({ value, ...at(frame, latitude, longitude), radius: Math.max(18, radius / metresPerPixel(latitude, view.zoom)), wide: radius >= WIDE }));
  const land = landPath(frame.data.base, view.zoom), offset = offsetOf(view);
  const shifted = new Path2D();
  shifted.addPath(land, new DOMMatrix().translate(offset.x, offset.y));
  for (const { x, y, radius, wide } of drawn) {
    context.save();
    // Where only a region is named, the area ends with the country.
    if (wide) context.clip(shifted, 'evenodd');
    dashedArea(context, frame, x, y, radius);
    context.restore();
  }
  drawn.forEach(({ value, x, y, radius }, i) => {
    // Numbers stand at different hours of the clock, so that areas of one middle keep them apart.
    const angle = (130 + i * 85) * Math.PI / 180;
    number(context, frame, x + radius * Math.cos(angle), y + radius * Math.sin(angle), value);
  });
}

/** Metres from which an area stands for a region rather than a place. */
const WIDE = 50_000;

function number(context: CanvasRenderingContext2D, { palette }: Frame, x: number, y: number, value: number): void {
  circle(context, x, y, 13);
  context.fillStyle = palette.halo;
  context.fill();
  circle(context, x, y, 11.4);
  context.fillStyle = palette.time;
  context.fill();
  context.fillStyle = palette.surface;
  context.font = '600 13px "IBM Plex Sans", system-ui, sans-serif';
  context.textAlign = 'center';
  context.fillText(String(value), x, y + 4.6);
}

/** In the order of the card's tables. */
const FIELDS = ['attribution', 'event', 'date', 'place', 'figures', 'motive'];

/** The claims that compete, in the order of the card's tables and columns: inside one, by the day by which they were said, then by name. */
export function accounts(card: EventCard): EventCard['claims'] {
  return FIELDS.map(name => card.claims.filter(claim => claim.field === name)).filter(table => table.length > 1)
    .flatMap(table => table.sort((a, b) => compare(saidBy(a.saidOn), saidBy(b.saidOn)) || compare(a.claimant, b.claimant)));
}

const compare = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0;

/** "August 2023" comes after every day of it, and what has no day comes last. */
function saidBy(edtf: string | null): string {
  const last = edtf?.match(/\d{4}(?:-\d{2}(?:-\d{2})?)?/g)?.at(-1);
  return last && !/\.\.\]?$/.test(edtf!) ? last.padEnd(10, '~') : '~';
}

/** Accounts that name a place, each with the number it has on the card. */
export function placedAccounts(card: EventCard, precision: string): { number: number; latitude: number; longitude: number; radius: number }[] {
  const claims = accounts(card);
  if (claims.length < 2) return [];
  return claims.flatMap(({ latitude, longitude, radiusKm, denies }, i) => latitude === null || longitude === null || denies ? []
    : [{ number: i + 1, latitude, longitude, radius: (radiusKm ?? RADIUS[precision] ?? 0) * 1000 }]);
}
