import { listed } from './composer-words.ts'

/** Before an event: it has not happened, or not yet. */
export const NOT_YET_BEFORE = new Set(
  listed(`
  awaiting, awaits, await, waiting, no, not, never, hasnt, hasn, without, needs, planned, planning, due, wants,
  want, declined, declines, refused, expecting, expects, considering, chase, chasing, for, before, if, until,
  asked, future, upcoming, possible, missing, tomorrow, tmrw
`),
)

/** After an event: the same. */
export const NOT_YET_AFTER = new Set(
  listed(`
  planned, pending, awaited, requested, due, declined, refused, missing, needed, tomorrow, tmrw, not, next, coming, booked,
  scheduled, arranged
`),
)

/** Words between "awaiting" and its event that do not part them. */
export const IN_BETWEEN = new Set(
  listed('for, the, a, an, her, his, their, to, start, have, has, is, was, yet, on, any, had, been'),
)

/** Words between an event and "next Monday" that do not part them. */
export const BETWEEN_AND_AHEAD = new Set(listed('starts, starting, begins, beginning, day, after, this'))

/** Before a weekday: it is still to come. */
export const COMING = new Set(listed('next, coming'))

/** Before a treatment: one of its later days. */
export const NOT_THE_START = new Set(
  listed('second, third, fourth, fifth, sixth, 2nd, 3rd, 4th, 5th, 6th, next, more, another, during, on'),
)

/** Phrases that say more than their event does, so that they stay in the note too: which operation, which drug. */
export const SAYS_MORE = new Set(
  listed(`
  mastectomy, lumpectomy, hemicolectomy, prostatectomy, hysterectomy, resection, resected, lobectomy,
  nephrectomy, wide local excision, excision, tamoxifen, letrozole, anastrozole, zoladex, goserelin,
  pembrolizumab, nivolumab, ca125, psa, psa test, full blood count, fbc, gastroscopy, ogd, ebus, sigmoidoscopy,
  flexi sig, fna, change in bowel habit, noticed a lump, letter from oncology, oncology letter, triple
  assessment, one stop clinic, colectomy, orchidectomy, thyroidectomy, stoma formed, capecitabine, trastuzumab,
  herceptin, exemestane, letter from surgeon, surgical letter, letter from consultant
`),
)

/** Words of many events, which make none of them likelier once one is found. */
export const SAYS_LITTLE = new Set(
  listed(`
  started, finished, received, done, given, sent, told, seen, saw, clinic, treatment, test, contact, agreed, first,
  last, end, appointment
`),
)

/** Ways of talking: the event when nothing else is named, and else how it took place. */
export const WAYS_OF_TALKING = new Set(
  listed('phone call, telephone call, rang, telephoned, phoned, called, spoke to, spoke with'),
)
