import {
  BASES_OF_DIAGNOSIS,
  BEHAVIOURS,
  GRADES,
  LATERALITIES,
  STAGE_EDITIONS,
} from '#shared/domain/diagnosis-details.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { parseStage } from '#shared/domain/stage.ts'
import { SITE_LABELS, TUMOUR_GROUPS, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import { EPISODE_KINDS } from '#shared/features/register/schema.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import type { CancerEpisodeTable, JourneyEventTable } from '../../db/schema.ts'
import type { PersonContext } from './person-context.ts'
import {
  conceptIn,
  filled,
  hl7Concept,
  notesOf,
  ownConcept,
  ownExtension,
  type Resource,
  resource,
  some,
} from './resource.ts'
import type { Telling } from './telling.ts'

const ICD10 = /^[A-Z]\d{2}(?:\.?[\dX]{1,3})?$/
/** Three characters say which cancer; the fourth says where in it, and is left out where there are no names. */
const CATEGORY_LENGTH = 3
const SITES = new Set(SITE_LABELS.map(({ site }) => site))
const GROUPS = new Set<string>(TUMOUR_GROUPS.map(({ code }) => code))

/** `8` and `9` say that there is no side, or that nobody knows it. */
const SIDES = LATERALITIES.filter(({ code }) => code !== '8' && code !== '9')

const groupLabel = (code: string): string => (GROUPS.has(code) ? tumourGroupLabel(code as TumourGroup) : 'Cancer')

const icd10Coding = (code: string | null, { identity }: Telling): object | undefined => {
  const known = code?.trim().toUpperCase() ?? ''
  if (!ICD10.test(known)) return undefined
  return {
    system: 'http://hl7.org/fhir/sid/icd-10',
    code: identity === 'identifiable' ? known : known.slice(0, CATEGORY_LENGTH),
  }
}

/** A site that somebody typed may say anything; without names only those of our own list are written. */
const siteWords = ({ site, tumour_group: group }: CancerEpisodeTable, { typed }: Telling): string =>
  typed(site) ?? (site !== null && SITES.has(site) ? site : groupLabel(group))

const codeOf = (episode: CancerEpisodeTable, telling: Telling): object => ({
  coding: some([
    icd10Coding(episode.icd10_code, telling),
    GROUPS.has(episode.tumour_group)
      ? {
          system: 'https://throughline.invalid/fhir/CodeSystem/tumour-group',
          code: episode.tumour_group,
          display: groupLabel(episode.tumour_group),
        }
      : undefined,
  ]),
  text: siteWords(episode, telling),
})

const stageGroupOf = (episode: CancerEpisodeTable, { identity }: Telling): object | undefined => {
  const stage = episode.stage === null ? null : parseStage(episode.stage)
  if (stage === null) return undefined
  const shown = identity === 'identifiable' ? stage.text : stage.group
  return {
    summary: ownConcept('stage-group', shown, `Stage ${shown}`),
    type: identity === 'identifiable' ? conceptIn('stage-edition', STAGE_EDITIONS, episode.stage_edition) : undefined,
  }
}

/** T, N and M and the grade stay behind where there are no names: together they are nearly a name. */
const stagesOf = (episode: CancerEpisodeTable, telling: Telling): object[] | undefined => {
  const { typed, identity } = telling
  const category = (letter: string, value: string | null): object | undefined => {
    const text = typed(value)
    return text === undefined
      ? undefined
      : { summary: { text }, type: ownConcept('stage-part', letter, `${letter} category`) }
  }
  const grade = identity === 'identifiable' ? conceptIn('grade', GRADES, episode.grade) : undefined
  return some([
    stageGroupOf(episode, telling),
    category('T', episode.t_category),
    category('N', episode.n_category),
    category('M', episode.m_category),
    grade && { summary: grade, type: ownConcept('stage-part', 'grade', 'Grade') },
  ])
}

const conditionOf = (context: PersonContext, episode: CancerEpisodeTable): Resource => {
  const { telling, patient, onsets } = context
  const diagnosed = telling.date(episode.diagnosis_date, episode.diagnosis_date_precision)
  const onset = onsets.get(episode.id)
  const route = conceptIn('route-to-diagnosis', ROUTES_TO_DIAGNOSIS, episode.route)
  const behaviour = conceptIn('behaviour', BEHAVIOURS, episode.behaviour)
  const basis = conceptIn('basis-of-diagnosis', BASES_OF_DIAGNOSIS, episode.basis)
  const named = telling.identity === 'identifiable'
  const side = conceptIn('laterality', SIDES, episode.laterality)
  return resource('Condition', telling.id('Condition', episode.id), telling, {
    extension: some([
      diagnosed === undefined
        ? undefined
        : { url: 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate', valueDateTime: diagnosed },
      route && { url: ownExtension('route-to-diagnosis'), valueCodeableConcept: route },
      behaviour && { url: ownExtension('behaviour'), valueCodeableConcept: behaviour },
    ]),
    clinicalStatus: hl7Concept('condition-clinical', episode.kind === 'recurrence' ? 'recurrence' : 'active'),
    verificationStatus: hl7Concept('condition-ver-status', 'confirmed'),
    category: some([
      hl7Concept('condition-category', 'problem-list-item'),
      conceptIn('episode-kind', EPISODE_KINDS, episode.kind),
    ]),
    code: codeOf(episode, telling),
    bodySite: some([side]),
    subject: patient,
    onsetDateTime: telling.date(onset?.event_date ?? null, onset?.event_date_precision ?? null),
    recordedDate: diagnosed,
    stage: stagesOf(episode, telling),
    evidence: some([named && basis !== undefined ? filled({ code: [basis] }) : undefined]),
  })
}

/** A symptom that no diagnosis takes its onset from. */
export const mapSymptom = (context: PersonContext, event: JourneyEventTable): Resource[] => {
  const { telling, onsets, patient } = context
  if (event.episode_id !== null && onsets.get(event.episode_id) === event) return []
  const { code, label } = eventTypeOf(event.event_type)
  return [
    resource('Condition', telling.id('Condition', event.id), telling, {
      category: [ownConcept('condition-category', 'symptom', 'Symptom')],
      code: ownConcept('event-type', code, label),
      subject: patient,
      onsetDateTime: telling.date(event.event_date, event.event_date_precision),
      note: notesOf(telling.typed(event.note)),
    }),
  ]
}

export const mapConditions = (context: PersonContext): Resource[] =>
  context.episodes.map((episode) => conditionOf(context, episode))
