import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { SexCode } from '#shared/domain/people.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import type { SignOffDecision } from '#shared/features/pathways/schema.ts'
import type { Chance, Weighted } from './chance.ts'
import type { Happening, Timeline } from './timeline.ts'

/** A referral of somebody with a story, by the days of the story. */
export interface NamedReferral {
  group: TumourGroup
  suspected: string
  sent: IsoDate
  received: IsoDate
  since?: readonly (readonly [type: EventTypeCode, date: IsoDate])[]
}

const CHASED_BY = 'hospital_letter' as const

/** A second pathway beside the one that led to the diagnosis. */
export const addNamedReferral = (
  timeline: Timeline,
  { group, suspected, sent, received, since = [] }: NamedReferral,
  hospital: string,
  played: (date: IsoDate) => number,
): void => {
  timeline.episode = null
  timeline.startPathway({ tumourGroup: group, priority: 'urgent_suspected_cancer', hospital, episode: null })
  timeline.add('urgent_referral', played(sent), { note: `Suspected: ${suspected}` })
  timeline.add('referral_received', played(received))
  for (const [type, date] of since) timeline.add(type, played(date), { toldBy: CHASED_BY })
}

/** How many of those who live with cancer are referred for something else in these weeks. */
const SHARE_REFERRED = 0.05

/** How many of a hundred women, and of a hundred men, are looked at for it: nobody for an organ they have not. */
const SUSPECTED: readonly (readonly [group: TumourGroup, suspected: string, women: number, men: number])[] = [
  ['skin_melanoma', 'skin', 24, 24],
  ['lower_gi', 'bowel', 20, 22],
  ['breast', 'breast', 22, 0.5],
  ['urological', 'bladder', 7, 14],
  ['lung', 'lung', 9, 10],
  ['head_neck', 'throat', 6, 9],
  ['upper_gi', 'stomach', 6, 9],
  ['gynaecological', 'womb', 6, 0],
  ['prostate', 'prostate', 0, 11.5],
]

const suspectedIn = (sex: SexCode, known: TumourGroup): Weighted<readonly [TumourGroup, string]> =>
  SUSPECTED.filter(([group]) => group !== known).map(([group, suspected, women, men]) => [
    [group, suspected],
    sex === '2' ? women : men,
  ])

/** Days since it was received: most are young, a few are older than any clock allows. */
const WAITED: Weighted<readonly [from: number, to: number]> = [
  [[0, 14], 36],
  [[15, 28], 30],
  [[29, 62], 24],
  [[63, 110], 10],
]

type Fate = 'waiting' | 'booked' | 'seen' | 'did_not_attend' | 'cancelled_by_hospital' | 'referral_rejected'
const FATES: Weighted<Fate> = [
  ['waiting', 34],
  ['booked', 26],
  ['seen', 20],
  ['did_not_attend', 9],
  ['cancelled_by_hospital', 6],
  ['referral_rejected', 5],
]

const DECISIONS: Weighted<readonly [SignOffDecision, string]> = [
  [['book_again', 'Rang the clinic, new date to come'], 60],
  [['keep_open', 'Spoke to the patient, seeing to it'], 40],
]

const addHitch = (timeline: Timeline, chance: Chance, event: Happening | null, today: number): void => {
  if (event === null || chance.happens(0.6)) return
  const [decision, note] = chance.weighted(DECISIONS)
  timeline.signOff(event, decision, note, Math.min(today, event.day + chance.whole(1, 4)))
}

const addFate = (timeline: Timeline, chance: Chance, received: number, today: number): void => {
  const fate = chance.weighted(FATES)
  const soon = (from: number, to: number): number => Math.min(today, received + chance.whole(from, to))
  if (fate === 'waiting') return
  if (fate === 'referral_rejected') {
    addHitch(timeline, chance, timeline.add('referral_rejected', soon(2, 6), { toldBy: CHASED_BY }), today)
    return
  }
  timeline.add('appointment_booked', soon(1, 5))
  if (fate === 'booked') return
  const day = soon(7, 16)
  if (fate === 'seen') timeline.add('first_seen', day, { toldBy: CHASED_BY })
  else addHitch(timeline, chance, timeline.add(fate, day, { toldBy: CHASED_BY }), today)
}

/** A suspected second cancer that is still being looked into: for few, and in every age band. */
export const addOpenReferral = (
  timeline: Timeline,
  chance: Chance,
  today: number,
  { sex, known }: { readonly sex: SexCode; readonly known: TumourGroup },
  hospital: string,
): void => {
  if (!chance.happens(SHARE_REFERRED)) return
  const [group, suspected] = chance.weighted(suspectedIn(sex, known))
  const [from, to] = chance.weighted(WAITED)
  const received = today - chance.whole(from, to)
  timeline.episode = null
  timeline.startPathway({ tumourGroup: group, priority: 'urgent_suspected_cancer', hospital, episode: null })
  timeline.add('urgent_referral', received - chance.whole(0, 2), { note: `Suspected: ${suspected}` })
  timeline.add('referral_received', received)
  addFate(timeline, chance, received, today)
}
