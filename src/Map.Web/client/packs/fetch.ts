/** What went wrong on the way to a file: `status` is the server's answer, 0 where there was none. */
export class FetchFailed extends Error {
  readonly status: number;

  constructor(url: string, status: number, cause?: unknown) {
    super(status === 0 ? `${url} could not be reached` : `${url} was answered with ${status}`, { cause });
    this.status = status;
  }
}

/**
 * Fetches one pack. Its name is its content, so a copy in the browser's cache is always right.
 * `progress` hears the bytes read so far, after decompression.
 */
export async function fetchPack(url: string, signal?: AbortSignal, progress?: (bytes: number) => void): Promise<ArrayBuffer> {
  const answer = await ask(url, signal);
  if (!progress || !answer.body) return answer.arrayBuffer();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let reader = answer.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    progress(length += value.length);
  }
  const whole = new Uint8Array(length);
  length = 0;
  for (const part of parts) {
    whole.set(part, length);
    length += part.length;
  }
  return whole.buffer;
}

/** Fetches a JSON answer of the data endpoints. No cookie goes with it: the same files serve an embed. */
export async function fetchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  return await (await ask(url, signal)).json() as T;
}

async function ask(url: string, signal?: AbortSignal): Promise<Response> {
  let answer: Response;
  try {
    answer = await askedEarly(url) ?? await fetch(url, { credentials: 'omit', ...(signal ? { signal } : {}) });
  } catch (error) {
    // A network failure is a TypeError by the fetch standard; anything else (an abort) is the caller's own.
    if (error instanceof TypeError) throw new FetchFailed(url, 0, error);
    throw error;
  }
  if (!answer.ok) throw new FetchFailed(url, answer.status);
  return answer;
}

/**
 * What early.ts has asked for already; each answer is read once, and only by who asks first. On a busy machine early.ts may come after the map's own
 * script: what was asked for here it sees in `mapAsked`, and leaves.
 */
function askedEarly(url: string): Promise<Response> | undefined {
  const page = globalThis as { mapFiles?: Map<string, Promise<Response>>; mapAsked?: Set<string> };
  const asked = page.mapAsked ??= new Set();
  const answer = asked.has(url) ? undefined : page.mapFiles?.get(url);
  asked.add(url);
  page.mapFiles?.delete(url);
  return answer;
}
