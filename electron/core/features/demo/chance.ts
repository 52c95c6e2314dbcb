import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** One choice with how often it falls, in any unit: only the proportions count. */
export type Weighted<T> = readonly (readonly [choice: T, weight: number])[]

/** Points of a quantile function, in rising order from 0 to 1: at which value a share of all cases lies at or below. */
export type Quantiles = readonly (readonly [share: number, value: number])[]

const WARM_UP_DRAWS = 32
const TWO_TO_32 = 2 ** 32

/** Draws from a seed: the same seed gives the same draws on every machine. */
export class Chance {
  private readonly generator: RandomGenerator

  /** @param seed any whole number; neighbouring seeds give unrelated draws. */
  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed)
    for (let draw = 0; draw < WARM_UP_DRAWS; draw += 1) this.generator.next()
  }

  /** From 0 up to, but not, 1. */
  share(): number {
    return (this.generator.next() >>> 0) / TWO_TO_32
  }

  /** 32 random bits, not negative. */
  bits(): number {
    return this.generator.next() >>> 0
  }

  /** A whole number between both ends, ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.share() * (to - from + 1))
  }

  /** True in this share of cases. */
  happens(share: number): boolean {
    return this.share() < share
  }

  /** One of a list that is not empty, each as likely. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.share() * list.length)] as T
  }

  /** One of a list that is not empty, by weight. */
  weighted<T>(choices: Weighted<T>): T {
    let total = 0
    for (const choice of choices) total += choice[1]
    let left = this.share() * total
    for (const [choice, weight] of choices) {
      left -= weight
      if (left < 0) return choice
    }
    return (choices.at(-1) as readonly [T, number])[0]
  }

  /** A whole number spread as the quantiles say, straight lines between their points. */
  spread(quantiles: Quantiles): number {
    const share = this.share()
    let [lowShare, lowValue] = quantiles[0] as readonly [number, number]
    for (const [highShare, highValue] of quantiles) {
      if (share < highShare) {
        return Math.round(lowValue + ((share - lowShare) / (highShare - lowShare)) * (highValue - lowValue))
      }
      lowShare = highShare
      lowValue = highValue
    }
    return lowValue
  }

  /** Bell-shaped around a mean: the sum of four draws, so never further out than 3.5 deviations. */
  around(mean: number, deviation: number): number {
    const sum = this.share() + this.share() + this.share() + this.share()
    return mean + (sum - 2) * Math.sqrt(3) * deviation
  }
}
