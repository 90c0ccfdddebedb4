// Runs while the page is still being read: asks for the files the map begins with, which the page names, before the map's own script is there.

export {};

const page = globalThis as { mapFiles?: Map<string, Promise<Response>>; mapAsked?: ReadonlySet<string> };
const names = (document.currentScript?.dataset['files']?.split(' ') ?? []).filter(name => !page.mapAsked?.has(name));
const asked = new Map(names.map(name => [name, fetch(name, { credentials: 'omit' })]));
// Who takes a file hears of its failure.
for (const answer of asked.values()) answer.catch(() => { /* Not here. */ });
page.mapFiles = asked;
