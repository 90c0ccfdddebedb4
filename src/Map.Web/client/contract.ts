// Written from Canvas/MapContract.cs by ContractTests; not edited by hand.

export interface KnownNote {
  day: string;
  first: string | null;
  withdrawn: number;
  redrawn: number;
  isLate: boolean;
}

export interface MapSpot {
  latitude: number;
  longitude: number;
}

export interface MapState {
  date: string | null;
  window: string | null;
  at: MapView | null;
  layers: string[] | null;
  event: number | null;
  types: string[] | null;
  filters: EventFilters | null;
  series: string | null;
}

export interface EventFilters {
  actors: string[] | null;
  sources: string[] | null;
  governorates: string[] | null;
  disputed: boolean;
  text: string | null;
  grade: string | null;
  lineage: boolean;
}

export interface MapView {
  latitude: number;
  longitude: number;
  zoom: number;
}

export interface MapBounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

export interface MapOptions {
  indexUrl: string;
  dataUrl: string;
  language: string;
  theme: string;
  embedded: boolean;
  canPick: boolean;
  tileUrl: string | null;
  tileAttribution: string | null;
  start: MapState | null;
  addressIsState: boolean;
  look: MapLook | null;
}

export interface MapLook {
  version: string;
  query: string;
  hidden: string[];
  unnamed: number[];
  colours: HolderColour[];
  callouts: MapCallout[];
}

export interface HolderColour {
  holder: string;
  colour: string;
}

export interface MapCallout {
  latitude: number;
  longitude: number;
  side: string;
  text: string;
}

export interface MapReport {
  state: MapState;
  bounds: MapBounds;
  cause: string;
}

export interface PackIndexFile {
  version: number;
  events: string;
  eventIds: string;
  facets: string;
  changes: string | null;
  control: string;
  controlChanges: string | null;
  base: string;
  places: string;
  zones: string | null;
  firstDay: string;
  eventsTo: string;
  controlTo: string;
  datasets: DatasetSpan[];
  holders: HolderName[];
  lineages: ActorLineage[];
}

export interface CoverageFile {
  from: string | null;
  counts: number[];
  names: string[][];
}

export interface CorrectedFile {
  corrected: DateInWords | null;
  withdrawn: DateInWords | null;
  isGone: boolean;
  any: boolean;
}

export interface DatasetSpan {
  name: string;
  from: string;
  to: string;
}

export interface ActorLineage {
  key: string;
  predecessors: ActorPredecessor[];
}

export interface ActorPredecessor {
  key: string;
  until: string | null;
}

export interface HolderName {
  id: string;
  name: string;
  nameAr: string;
  short: string;
  shortAr: string;
}

export interface EventCard {
  id: number;
  type: string;
  title: string;
  titleAr: string | null;
  edtf: string;
  dateWords: string;
  dateWordsAr: string;
  earliest: string | null;
  latest: string | null;
  place: string | null;
  placeAr: string | null;
  latitude: number | null;
  longitude: number | null;
  precision: string;
  shownAs: string | null;
  actors: CardActor[];
  figures: CardFigure[];
  claims: CardClaim[];
  corrected: DateInWords | null;
  correctedSince: DateInWords | null;
}

export interface CardActor {
  name: string;
  nameAr: string | null;
  role: string;
  holder: string | null;
}

export interface CardFigure {
  kind: string;
  low: number | null;
  best: number | null;
  high: number | null;
}

export interface CardClaim {
  field: string;
  says: string;
  saysAr: string | null;
  claimant: string;
  claimantAr: string | null;
  saidOn: string | null;
  when: string | null;
  place: string | null;
  latitude: number | null;
  longitude: number | null;
  radiusKm: number | null;
  quote: string | null;
  grade: string;
  sourceTitle: string;
  sourceOutlet: string | null;
  sourceUrl: string | null;
  denies: boolean;
  said: DateInWords | null;
  published: DateInWords | null;
  dead: DeadLink | null;
}

export interface DeadLink {
  asOf: DateInWords;
  copy: string | null;
}

export interface DateInWords {
  words: string;
  wordsAr: string;
  earliest: string | null;
  latest: string | null;
}

export interface PlaceCard {
  id: number;
  name: string;
  nameAr: string | null;
  latitude: number;
  longitude: number;
  history: PlaceHolding[];
  unconfirmed: HoldingClaim[];
}

export interface ZoneCard {
  id: number;
  series: string;
  title: string;
  titleAr: string | null;
  kind: string;
  method: string;
  licence: string | null;
  holders: string[];
  posture: string;
  from: DateInWords;
  to: DateInWords | null;
  quote: string | null;
  note: string | null;
  sourceTitle: string;
  sourceOutlet: string | null;
  sourceUrl: string | null;
  published: DateInWords | null;
  dead: DeadLink | null;
}

export interface PlaceHolding {
  holders: string[];
  posture: string;
  edtf: string;
  earliest: string | null;
  latest: string | null;
  dateWords: string;
  dateWordsAr: string;
  claims: HoldingClaim[];
  dissent: HoldingClaim[];
  rule: number;
}

export interface HoldingClaim {
  id: string;
  holders: string;
  posture: string;
  edtf: string;
  grade: string;
  note: string | null;
  sourceTitle: string;
  sourceOutlet: string | null;
  sourceUrl: string | null;
  published: DateInWords | null;
  quote: string | null;
  when: DateInWords;
  side: string[];
  confirmedBy: string | null;
  dead: DeadLink | null;
}
