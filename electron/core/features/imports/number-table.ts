const EMPTY = -1
const SMALLEST_BITS = 10
/** 2 to the 32nd over the golden ratio: multiplied by it, numbers that follow each other lie far apart (Knuth, TAOCP 6.4). */
const SPREAD = 0x9e3779b1

/**
 * Places (from 0) looked up by whole numbers of up to 31 bits, perhaps several under one. A Map of a hundred thousand
 * takes several times as long to fill, and leaves as much rubbish each time it grows.
 */
export class NumberTable {
  private bits = SMALLEST_BITS
  private keys = new Int32Array(2 ** SMALLEST_BITS)
  private places = new Int32Array(2 ** SMALLEST_BITS).fill(EMPTY)
  private size = 0

  add(key: number, place: number): void {
    if (this.size * 2 >= this.places.length) this.grow()
    this.put(key | 0, place)
    this.size += 1
  }

  /** The one place under a number; undefined where there is none, or more than one. */
  only(key: number): number | undefined {
    let found: number | undefined
    for (let slot = this.slotOf(key | 0); ; slot = this.next(slot)) {
      const place = this.places[slot] ?? EMPTY
      if (place === EMPTY) return found
      if (this.keys[slot] !== (key | 0)) continue
      if (found !== undefined) return undefined
      found = place
    }
  }

  /** All places under a number, rising. */
  under(key: number): number[] {
    const found: number[] = []
    for (let slot = this.slotOf(key | 0); ; slot = this.next(slot)) {
      const place = this.places[slot] ?? EMPTY
      if (place === EMPTY) return found.length > 1 ? found.toSorted((a, b) => a - b) : found
      if (this.keys[slot] === (key | 0)) found.push(place)
    }
  }

  private put(key: number, place: number): void {
    let slot = this.slotOf(key)
    while (this.places[slot] !== EMPTY) slot = this.next(slot)
    this.keys[slot] = key
    this.places[slot] = place
  }

  private slotOf(key: number): number {
    return Math.imul(key, SPREAD) >>> (32 - this.bits)
  }

  private next(slot: number): number {
    return slot + 1 < this.places.length ? slot + 1 : 0
  }

  private grow(): void {
    const [keys, places] = [this.keys, this.places]
    this.bits += 1
    this.keys = new Int32Array(2 ** this.bits)
    this.places = new Int32Array(2 ** this.bits).fill(EMPTY)
    for (let slot = 0; slot < places.length; slot += 1) {
      const place = places[slot] ?? EMPTY
      if (place !== EMPTY) this.put(keys[slot] ?? 0, place)
    }
  }
}
