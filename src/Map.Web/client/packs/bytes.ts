const utf8 = new TextDecoder();

/** Reads a pack from front to back: numbers are LEB128, signed ones zigzag (src/Map.Web/Packs/README.md). */
export class Bytes {
  private readonly all: Uint8Array;
  at = 0;

  /** @throws if the file does not begin with the four letters of its kind. */
  constructor(file: ArrayBuffer, magic: string) {
    this.all = new Uint8Array(file);
    if (this.take(4) !== magic) throw new Error(`This file is no ${magic} pack.`);
  }

  byte(): number {
    const value = this.all[this.at++];
    if (value === undefined) throw new Error('This pack ends too early.');
    return value;
  }

  /** Exact up to 2^53: bits above the 32nd are added, not shifted. */
  varint(): number {
    let value = this.byte();
    if (value < 0x80) return value;
    value &= 0x7f;
    for (let scale = 0x80; ; scale *= 0x80) {
      const part = this.byte();
      value += (part & 0x7f) * scale;
      if (part < 0x80) return value;
    }
  }

  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** ASCII or UTF-8 of a stated number of bytes. */
  take(length: number): string {
    return utf8.decode(this.run(length));
  }

  /** A view, not a copy. */
  run(length: number): Uint8Array {
    if (this.at + length > this.all.length) throw new Error('This pack ends too early.');
    this.at += length;
    return this.all.subarray(this.at - length, this.at);
  }

  /** A count, refused where the file could not hold that many things: a broken file must not ask for gigabytes. */
  count(): number {
    const value = this.varint();
    if (value > (this.all.length - this.at) * 128 + 128) throw new Error('This pack promises more than it holds.');
    return value;
  }

  end(): void {
    if (this.at !== this.all.length) throw new Error(`This pack has ${this.all.length - this.at} bytes too many.`);
  }
}

/** A list that grows: shapes have as many points as they have. */
export class Growing {
  private array = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = new Float64Array(this.array.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }

  done(): Float64Array {
    return this.array.slice(0, this.length);
  }
}
