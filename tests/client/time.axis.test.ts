import { deepEqual, equal, ok } from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { createAxis } from '../../src/Map.Web/client/time/axis.ts';
import { dayOf, isoOf, } from '../../src/Map.Web/client/time/days.ts';
import { stepped } from '../../src/Map.Web/client/time/steps.ts';
import { ticks } from '../../src/Map.Web/client/time/ticks.ts';
import { speak } from '../../src/Map.Web/client/words.ts';

afterEach(() => speak('en'));
const first = dayOf(2011, 3, 15), last = dayOf(2024, 3, 1);
const axisOf = (width: number) => { const axis = createAxis(first, last); axis.width = width; return axis; };

test('The whole of time fills the chart, and a zoom keeps the moment under the pointer', () => {
  const axis = axisOf(1334);
  equal(axis.x(first), 0);
  equal(axis.x(last + 1), 1334);
  const moment = axis.at(400);
  axis.zoom(3, 400);
  ok(Math.abs(axis.at(400) - moment) < 1e-6);
  ok(axis.isZoomed);
  axis.showAll();
  ok(!axis.isZoomed);
});

test('On a chart of 328 pixels one day can be made wide enough for a finger', () => {
  const axis = axisOf(328);
  for (let i = 0; i < 20; i++) axis.zoom(2, 328);
  ok(axis.perDay >= 44, String(axis.perDay));
  ok(Math.abs(axis.right - (last + 1)) < 1e-6);
});

test('The axis never leaves the data, however it is pulled', () => {
  const axis = axisOf(600);
  axis.zoom(8, 10);
  axis.pan(-1e6);
  ok(Math.abs(axis.left - first) < 1e-6);
  axis.pan(1e6);
  ok(Math.abs(axis.right - last - 1) < 1e-6);
  axis.zoom(0.001, 300);
  ok(!axis.isZoomed);
  axis.show(first - 400, first - 300);
  equal(axis.left, first);
});

test('A date out of sight is brought into sight, one in sight moves nothing', () => {
  const axis = axisOf(600);
  axis.show(first, first + 100);
  equal(axis.reach(first + 50, 0.5), false);
  equal(axis.reach(first + 400, 0.5), true);
  ok(axis.left < first + 400 && axis.right > first + 401);
});

test('Marks thin out with the room there is, and a year is named by its number', () => {
  const axis = axisOf(1334);
  ok(ticks(axis, false).some(tick => tick.text === '2019' && tick.isYear));
  axis.show(dayOf(2019, 1, 1), dayOf(2019, 12, 31));
  deepEqual(ticks(axis, false).map(tick => tick.text), ['2019', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']);
  axis.show(dayOf(2019, 12, 28), dayOf(2020, 1, 7));
  deepEqual(ticks(axis, false).map(tick => tick.text), ['28 Dec', '29 Dec', '30 Dec', '31 Dec', '1 Jan 2020', '2 Jan', '3 Jan', '4 Jan', '5 Jan', '6 Jan']);
  equal(ticks(axis, true).every(tick => tick.isYear), true);
  speak('ar');
  axis.show(dayOf(2019, 1, 1), dayOf(2019, 12, 31));
  ok(ticks(axis, false).some(tick => tick.text === 'نيسان'));
});

test('Steps follow the calendar', () => {
  equal(isoOf(stepped(dayOf(2019, 1, 31), 'month', 1)), '2019-02-28');
  equal(isoOf(stepped(dayOf(2020, 2, 29), 'year', -1)), '2019-02-28');
  equal(stepped(100, 'week', -2), 86);
  equal(isoOf(stepped(dayOf(2019, 11, 30), 'quarter', 1)), '2020-02-29');
});

