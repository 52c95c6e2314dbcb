import { dayNumber } from '#shared/domain/calendar.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import { DEMO_CANCERS } from './cancers.ts'
import type { Chance } from './chance.ts'
import { addDiagnosisPath } from './diagnosis-path.ts'
import { addLetters, promptFate } from './letters.ts'
import { maureen, MAUREEN_NHS_NUMBER, type Played } from './maureen.ts'
import { addNamedReferral } from './open-referrals.ts'
import { type DemoSetting, PRIORITY_OF } from './ordinary-person.ts'
import { LEAD_POSITIONS, STORIES, STORY_DAY, type Story } from './named-stories.ts'
import { type DemoPerson, rowsOf } from './rows.ts'
import { addLaterYears, addSupportPath } from './support-path.ts'
import { Timeline } from './timeline.ts'
import { addTreatmentPath } from './treatment-path.ts'

export const NAMED_NHS_NUMBERS: ReadonlySet<string> = new Set([
  MAUREEN_NHS_NUMBER,
  ...STORIES.map((story) => story.nhsNumber),
])

const HOSPITAL = 'Wexcombe General'

const cancerOf = (group: TumourGroup) => {
  const found = DEMO_CANCERS.find((cancer) => cancer.group === group)
  if (found === undefined) throw new Error(`no demo cancer in the group ${group}`)
  return found
}

const journeyOf = (chance: Chance, today: number, story: Story, played: Played): Timeline => {
  const { cancer, told, toldPrecision = 'day', route, plan, contactAfter, reviewAfter = null, decided, missing } = story
  const [group, site] = cancer
  const toldDay = played(told)
  const timeline = new Timeline(today)
  timeline.episode = 0
  const priority = PRIORITY_OF[route]
  if (priority !== undefined) timeline.startPathway({ tumourGroup: group, priority, hospital: HOSPITAL, episode: 0 })
  addDiagnosisPath(timeline, chance, { cancer: cancerOf(group), site, route, toldDay, outline: false, toldPrecision })
  const decisionDay = decided === undefined ? {} : { decisionDay: played(decided) }
  const end = addTreatmentPath(timeline, chance, { plan, toldDay, outline: false, ends: false, ...decisionDay })
  addSupportPath(timeline, chance, { toldDay, outline: false, contactAfter, reviewAfter })
  addLaterYears(timeline, chance, end)
  if (missing !== undefined && missing[0] !== 'decision_to_treat') {
    timeline.add(missing[0], played(missing[1]), { note: missing[2], toldBy: 'patient' })
  }
  for (const referral of story.referrals ?? []) addNamedReferral(timeline, referral, HOSPITAL, played)
  const prompt = promptFate(chance, today)
  const isMissing = (type: EventTypeCode, day: number): boolean =>
    missing !== undefined && type === missing[0] && day === played(missing[1])
  addLetters(timeline, (event) => (isMissing(event.type, event.day) ? null : prompt(event)))
  return timeline
}

/** The people of the screens' stories, in the order of the register's newest view: Maureen Ashworth first. */
export const namedPeople = function* (chance: Chance, setting: DemoSetting): Generator<DemoPerson, void, void> {
  const { today, ids, leadIds } = setting
  const shift = today - dayNumber(STORY_DAY)
  const played: Played = (date) => dayNumber(date) + shift
  yield maureen(setting, played)
  for (const [position, story] of STORIES.entries()) {
    const [title, givenName, surname] = story.name
    const [group, site, icd10, stage] = story.cancer
    const person = {
      nhs_number: story.nhsNumber,
      local_id: String(10_026 + position * 7),
      title,
      surname,
      given_name: givenName,
      birth_date: story.born,
      sex: title === 'Mr' ? '1' : '2',
      postcode: `WX${1 + (position % 6)} ${2 + (position % 7)}DU`,
      usual_gp: 'Dr Anjali Rao',
      named_lead_id: leadIds[LEAD_POSITIONS[story.lead]] ?? null,
      leave_out_of_sharing: 0,
      death_date: null,
      death_date_precision: null,
    } as const
    const episode = {
      kind: 'new_primary',
      tumour_group: group,
      site,
      icd10_code: icd10,
      stage,
      route: story.route,
      hospital: HOSPITAL,
      day: played(story.told),
      precision: story.toldPrecision ?? 'day',
    } as const
    yield rowsOf(person, [episode], journeyOf(chance, today, story, played), ids, (day) => day)
  }
}
