export * from './days.ts';
export * from './event-pack.ts';
export * from './id-pack.ts';
export * from './facet-pack.ts';
export * from './control-pack.ts';
export * from './base-pack.ts';
export * from './label-pack.ts';
export * from './fetch.ts';
