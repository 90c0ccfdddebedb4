import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf, type Piece } from '../../src/Map.Web/client/pdf/paragraphs.ts';

/** A line of letters ten high, five wide. */
const line = (text: string, y: number, x = 72, height = 10): Piece => ({ text, x, y, width: text.length * 5, height });

test('wrapped lines are one paragraph, and a larger step parts two', () => {
  assert.equal(textOf([[line('The first line of a paragraph that is', 700), line('wrapped goes on here', 688), line('The second stands lower down', 660), line('and is wrapped as well', 648)]]),
    'The first line of a paragraph that is wrapped goes on here\n\nThe second stands lower down and is wrapped as well');
});

test('a first line that stands in begins a paragraph, and so does what follows a short line that ends a sentence', () => {
  assert.equal(textOf([[line('The first paragraph fills its lines up to', 700), line('the far edge of its column and then goes', 688), line('It begins further in than the others', 676, 90), line('Done.', 664), line('After a short line comes the next one now', 652)]]),
    'The first paragraph fills its lines up to the far edge of its column and then goes\n\nIt begins further in than the others Done.\n\nAfter a short line comes the next one now');
});

test('a word parted at the end of a line is one word again, a compound keeps its sign', () => {
  assert.equal(textOf([[line('People were dis-', 700), line('placed from the north-', 688), line('East', 676)]]), 'People were displaced from the north- East');
});

test('blanks that a file leaves out are put in where it moves on, and no others', () => {
  const pieces = [{ text: 'Two', x: 72, y: 700, width: 15, height: 10 }, { text: 'wo', x: 90, y: 700, width: 10, height: 10 }, { text: 'rds', x: 100, y: 700, width: 15, height: 10 }];
  assert.equal(textOf([pieces]), 'Two words');
});

test('running heads and page numbers are left out, and a sentence goes on over the edge of a page', () => {
  const page = (number: number, words: string) => [line(`A report, page ${number}`, 760), line(words, 700), line(`${number}`, 40)];
  assert.equal(textOf([page(1, 'The convoy left the town'), page(2, 'in the morning.'), page(3, 'Nothing else was told.')]), 'The convoy left the town in the morning.\n\nNothing else was told.');
});

test('an empty file has no text', () => assert.equal(textOf([[], []]), ''));
