import type { DemoCancer } from './cancer-kinds.ts'
import type { Chance, Weighted } from './chance.ts'
import type { DemoEpisode } from './rows.ts'
import type { Timeline } from './timeline.ts'
import { addTreatmentPath } from './treatment-path.ts'

/** Shares of people who have another diagnosis within the years that follow, and how soon at the earliest and latest. */
const SPREAD = 0.07
const SECOND_PRIMARY = 0.035
const OTHER_CHANGE = 0.025
const SOONEST_DAYS = 200
const LATEST_DAYS = 2600

const BLOOD_GROUPS: ReadonlySet<string> = new Set(['lymphoma', 'leukaemia', 'other_blood', 'myeloma'])

const tell = (timeline: Timeline, chance: Chance, day: number, episode: number, note: string): void => {
  timeline.episode = episode
  timeline.add('ct_scan', day - chance.whole(3, 21), { note, toldBy: 'hospital_letter' })
  timeline.add('told_diagnosis', day, { note, toldBy: 'hospital_letter' })
}

const changeOf = (chance: Chance, first: DemoEpisode): DemoEpisode['kind'] => {
  if (BLOOD_GROUPS.has(first.tumour_group)) return chance.pick(['transformation', 'progression'])
  return chance.pick(['recurrence', 'progression'])
}

/** Spread, second primaries and what else may follow a first diagnosis, with the treatment it brings. */
export const addFurtherDiagnoses = (
  timeline: Timeline,
  chance: Chance,
  first: DemoEpisode,
  cancers: Weighted<DemoCancer>,
): DemoEpisode[] => {
  const share = chance.share()
  const day = first.day + chance.whole(SOONEST_DAYS, LATEST_DAYS)
  if (share > SPREAD + SECOND_PRIMARY + OTHER_CHANGE || day > timeline.lastDay) return []
  const same = {
    tumour_group: first.tumour_group,
    site: first.site,
    icd10_code: first.icd10_code,
    route: 'other_outpatient',
    hospital: first.hospital,
    day,
    precision: 'day' as const,
  }
  if (share < SECOND_PRIMARY) {
    const cancer = chance.weighted(cancers.filter(([other]) => other.group !== first.tumour_group))
    const [site, icd10] = chance.weighted(cancer.sites)
    timeline.startPathway({
      tumourGroup: cancer.group,
      priority: 'routine',
      hospital: first.hospital ?? '',
      episode: 1,
    })
    tell(timeline, chance, day, 1, 'A second cancer')
    addTreatmentPath(timeline, chance, {
      plan: chance.weighted(cancer.plans),
      toldDay: day,
      outline: false,
      ends: chance.happens(0.5),
    })
    return [
      {
        ...same,
        kind: 'new_primary',
        tumour_group: cancer.group,
        site,
        icd10_code: icd10,
        stage: chance.weighted(cancer.stages),
      },
    ]
  }
  const kind =
    share < SECOND_PRIMARY + SPREAD && !BLOOD_GROUPS.has(first.tumour_group) ? 'metastatic' : changeOf(chance, first)
  tell(timeline, chance, day, 1, kind === 'metastatic' ? 'Cancer has spread' : 'Cancer has changed or come back')
  addTreatmentPath(timeline, chance, {
    plan: chance.pick(['chemotherapy', 'radiotherapy', 'support', 'immunotherapy']),
    toldDay: day,
    outline: false,
    ends: false,
  })
  return [{ ...same, kind, stage: kind === 'metastatic' ? '4' : null }]
}
