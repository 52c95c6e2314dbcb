/**
 * Probabilities of the normal, Poisson and binomial distributions, right to about 12 significant figures at any size
 * of count. All three come from the incomplete gamma and beta functions, by series and by continued fraction (Lentz's
 * method); see Abramowitz and Stegun (1964) 6.5, 26.2, 26.4 and 26.5, and DLMF 8.7, 8.9 and 8.17.
 */

const PRECISION = 1e-16
const STEPS = 100_000

/** Lanczos's approximation with g = 7 and nine terms. */
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

function logGamma(x: number): number {
  const below = x - 1
  let series = 0.9999999999998099
  for (const [index, coefficient] of LANCZOS.entries()) series += coefficient / (below + index + 1)
  const shifted = below + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (below + 0.5) * Math.log(shifted) - shifted + Math.log(series)
}

/** Lentz's method for the fraction b0 + a1 / (b1 + a2 / (b2 + ...)). */
function continuedFraction(first: number, term: (step: number) => readonly [a: number, b: number]): number {
  const tiny = 1e-300
  let value = first === 0 ? tiny : first
  let c = value
  let d = 0
  for (let step = 1; step < STEPS; step += 1) {
    const [a, b] = term(step)
    d = 1 / (b + a * d || tiny)
    c = b + a / c || tiny
    const change = c * d
    value *= change
    if (Math.abs(change - 1) < PRECISION) break
  }
  return value
}

/** The share of the gamma distribution of shape `a` that lies above `x`: Q(a, x). */
function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x >= a + 1) return front / continuedFraction(x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a])
  let term = 1 / a
  let series = term
  for (let n = 1; n < STEPS && term > series * PRECISION; n += 1) {
    term *= x / (a + n)
    series += term
  }
  return 1 - front * series
}

/** The share of the beta distribution that lies below `x`: I_x(a, b). */
function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a
  const fraction = continuedFraction(1, (step) => {
    const m = Math.floor(step / 2)
    return step % 2 === 0
      ? [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), 1]
      : [(-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)), 1]
  })
  return front / fraction
}

/** The probability of at most `count` events where `expected` are expected (Poisson). */
export function poissonAtMost(count: number, expected: number): number {
  return count < 0 ? 0 : gammaAbove(count + 1, expected)
}

/** The probability of at most `count` of `trials`, each with the chance `probability` (binomial). */
export function binomialAtMost(count: number, trials: number, probability: number): number {
  if (count < 0) return 0
  return count >= trials ? 1 : betaBelow(1 - probability, trials - count, count + 1)
}

/**
 * Where a steady function of one number crosses `target`, by halving. `low` and `high` are on either side of it.
 * The answer is as close as two neighbouring numbers allow.
 */
export function solve(of: (at: number) => number, target: number, low: number, high: number): number {
  const rising = of(high) > of(low)
  let below = low
  let above = high
  for (let step = 0; step < 200; step += 1) {
    const middle = (below + above) / 2
    if (middle === below || middle === above) break
    if (of(middle) > target === rising) above = middle
    else below = middle
  }
  return (below + above) / 2
}

/** The few z that a run asks for again and again. */
const zs = new Map<number, number>()

/**
 * The z on either side of which a normal distribution leaves (1 - confidence) in all: 1.959964 for 0.95.
 * @param confidence more than 0 and less than 1.
 * @throws RangeError for anything else.
 */
export function zOfConfidence(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('A confidence lies between 0 and 1')
  const known = zs.get(confidence)
  if (known !== undefined) return known
  const z = solve((at) => gammaAbove(0.5, (at * at) / 2), 1 - confidence, 0, 38)
  zs.set(confidence, z)
  return z
}
