import { addDays, dateSpan, daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { Stretch } from '#shared/features/measures/patterns/milestones.ts'
import type { MadeUpHistories } from '#tests/support/made-up-histories.ts'

/** Somebody of whom every date is a day. */
interface Concrete {
  readonly died: IsoDate | null
  readonly diagnoses: readonly { readonly kind: string; readonly group: string; readonly day: IsoDate }[]
  readonly events: readonly { readonly type: string; readonly day: IsoDate; readonly names: number | null }[]
}

const IN_PRACTICE = ['blood_test', 'fit_test', 'chest_x_ray']
const IN_HOSPITAL = ['ct_scan', 'biopsy', 'mri_scan', 'colonoscopy']
const PLAIN: Readonly<Record<string, string>> = {
  screening_result: 'screening',
  seen_by_gp: 'presentation',
  home_visit: 'presentation',
  urgent_referral: 'urgent_referral',
  routine_referral: 'routine_referral',
  emergency_admission: 'emergency',
  first_seen: 'first_seen',
  surgical_clinic: 'first_seen',
  decision_to_treat: 'decision',
  surgery: 'surgery',
  chemotherapy_started: 'chemotherapy',
  radiotherapy_started: 'radiotherapy',
  active_monitoring: 'monitoring',
  care_review: 'care_review',
  recurrence_told: 'recurrence',
  hospice_admission: 'palliative',
}
const ORDER =
  'screening presentation practice_test urgent_referral routine_referral emergency first_seen hospital_test diagnosis decision surgery chemotherapy radiotherapy hormone immunotherapy transplant monitoring care_review recurrence palliative died'.split(
    ' ',
  )
const TREATMENTS = ORDER.slice(ORDER.indexOf('surgery'), ORDER.indexOf('care_review'))
const AFTER = ['care_review', 'recurrence', 'palliative']

/** The rule of an order once more, in the plainest way: it shares no code with the first. */
export const naiveSequence = (one: Concrete, place: number, stretch: Stretch): string[] => {
  const diagnosis = one.diagnoses[place]
  if (diagnosis === undefined) return []
  const primaries = one.diagnoses.filter(({ kind }) => kind === 'new_primary')
  const sameGroup = primaries.filter(({ group }) => group === diagnosis.group)
  const isLater = (at: number): boolean => {
    const other = one.diagnoses[at]
    if (other === undefined || other.kind === 'new_primary') return false
    return primaries.length === 1 || (sameGroup.length === 1 && other.group === diagnosis.group)
  }
  const happened: { milestone: string; day: IsoDate }[] = [{ milestone: 'diagnosis', day: diagnosis.day }]
  if (one.died !== null) happened.push({ milestone: 'died', day: one.died })
  for (const [at, { day }] of one.diagnoses.entries()) if (isLater(at)) happened.push({ milestone: 'recurrence', day })
  for (const { type, day, names } of one.events) {
    const isNamed = names !== null && names < one.diagnoses.length
    const isOwn = isNamed ? names === place || isLater(names) : primaries.length === 1
    const milestone = IN_PRACTICE.includes(type)
      ? 'practice_test'
      : IN_HOSPITAL.includes(type)
        ? 'hospital_test'
        : PLAIN[type]
    if (isOwn && milestone !== undefined) happened.push({ milestone, day })
  }
  const counted = happened.filter(({ milestone, day }) => {
    const after = daysBetween(diagnosis.day, day)
    if (milestone === 'died') return true
    if (AFTER.includes(milestone)) return after >= 0
    if (ORDER.indexOf(milestone) < ORDER.indexOf('diagnosis')) return after >= -730 && after <= 0
    return after >= -730
  })
  counted.sort((a, b) =>
    a.day === b.day ? ORDER.indexOf(a.milestone) - ORDER.indexOf(b.milestone) : a.day < b.day ? -1 : 1,
  )
  const all = [...new Set(counted.map(({ milestone }) => milestone))]
  if (stretch === 'whole') return all
  if (stretch === 'diagnosis') return all.filter((name) => ORDER.indexOf(name) <= ORDER.indexOf('diagnosis'))
  const kept = all.filter((name) => !AFTER.includes(name))
  const treated = kept.findIndex((name) => TREATMENTS.includes(name))
  return treated === -1 ? kept : kept.slice(0, treated + 1)
}

/** Somebody with every vague date on one of its days; `share` says which, from 0 to 1. */
export const world = (one: MadeUpHistories, share: () => number): Concrete => {
  const dayOf = (date: PartialDate): IsoDate => {
    const { from, to } = dateSpan(date)
    return addDays(from, Math.round(daysBetween(from, to) * share()))
  }
  return {
    died: one.died === null ? null : dayOf(one.died),
    diagnoses: one.diagnoses.map(({ kind, group, date }) => ({ kind, group, day: dayOf(date) })),
    events: one.events.map(({ type, date, names }) => ({ type, day: dayOf(date), names })),
  }
}
