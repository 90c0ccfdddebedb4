import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CardClaim, EventCard } from '../../src/Map.Web/client/contract.ts';
import { accounts, placedAccounts } from '../../src/Map.Web/client/layers/chosen.ts';

const claim = (field: string, claimant: string, more: Partial<CardClaim> = {}): CardClaim => ({
  field, says: '', saysAr: null, claimant, claimantAr: null, saidOn: null, when: null, place: null, latitude: null, longitude: null, radiusKm: null, quote: null,
  grade: 'C3', sourceTitle: '', sourceOutlet: null, sourceUrl: null, denies: false, said: null, published: null, dead: null, ...more,
});

const card = (claims: CardClaim[]): EventCard => ({
  id: 1, type: 'killing', title: '', titleAr: null, edtf: '', dateWords: '', dateWordsAr: '', earliest: null, latest: null, place: null, placeAr: null,
  latitude: null, longitude: null, precision: 'exact', shownAs: null, actors: [], figures: [], claims, corrected: null, correctedSince: null,
});

test('competing claims stand table by table, inside one by the day they were said, then by name', () => {
  const claims = [claim('motive', 'M2'), claim('motive', 'M1'), claim('date', 'alone'), claim('attribution', 'A2', { saidOn: '2023-08-03' }), claim('attribution', 'A1', { saidOn: '2023-08' })];
  assert.deepEqual(accounts(card(claims)).map(each => each.claimant), ['A2', 'A1', 'M1', 'M2']);
});

test('a number on the map is the number of the claim on the card, over all its tables', () => {
  const here = { latitude: 36, longitude: 37 };
  const claims = [claim('attribution', 'A'), claim('attribution', 'B', { ...here, denies: true }), claim('motive', 'C', here), claim('motive', 'D')];
  assert.deepEqual(placedAccounts(card(claims), 'exact').map(each => each.number), [3]);
});
