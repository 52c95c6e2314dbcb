/**
 * The European Standard Population of 2013: how many of 100,000 people are in each band of age.
 * Source: Eurostat (2013) Revision of the European Standard Population, report of the task force, KS-RA-13-028, with
 * 0 and 1-4 years as one band and 90-94 and 95 and over as one, as the public health bodies of the UK use it.
 */
export const EUROPEAN_STANDARD_POPULATION_2013: readonly { readonly from: number; readonly people: number }[] = [
  { from: 0, people: 5000 },
  { from: 5, people: 5500 },
  { from: 10, people: 5500 },
  { from: 15, people: 5500 },
  { from: 20, people: 6000 },
  { from: 25, people: 6000 },
  { from: 30, people: 6500 },
  { from: 35, people: 7000 },
  { from: 40, people: 7000 },
  { from: 45, people: 7000 },
  { from: 50, people: 7000 },
  { from: 55, people: 6500 },
  { from: 60, people: 6000 },
  { from: 65, people: 5500 },
  { from: 70, people: 5000 },
  { from: 75, people: 4000 },
  { from: 80, people: 2500 },
  { from: 85, people: 1500 },
  { from: 90, people: 1000 },
]

const BAND_YEARS = 5

/**
 * Which band of the standard population an age in whole years belongs to, from 0 (0 to 4 years) to 18 (90 and over).
 * @throws RangeError for an age that is not a whole number from 0 up.
 */
export function standardBand(age: number): number {
  if (!Number.isInteger(age) || age < 0) throw new RangeError('An age is a whole number of years from 0 up')
  return Math.min(Math.floor(age / BAND_YEARS), EUROPEAN_STANDARD_POPULATION_2013.length - 1)
}
