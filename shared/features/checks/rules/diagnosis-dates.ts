import { addDays, dateSpan } from '#shared/domain/partial-date.ts'
import { type CheckRule, impossible, ofEachEpisode, unusual } from '../facts.ts'
import { asValue, firstOf, shown, surelyBefore } from './dates.ts'

/** Rules about the date of a diagnosis: born, first symptom, diagnosed, told, treated, died. */

const SYMPTOM = ['symptom_noticed']
const TOLD = ['told_diagnosis']
const OPERATION = ['surgery']
const DRUGS_OR_RAYS = [
  'chemotherapy_started',
  'radiotherapy_started',
  'hormone_started',
  'immunotherapy_started',
  'transplant',
]
/** Every type of event that these rules look for. */
export const TYPES_BY_DIAGNOSIS = [...SYMPTOM, ...TOLD, ...OPERATION, ...DRUGS_OR_RAYS]
/** An operation is often what the diagnosis comes from; its date is that of the laboratory’s report. */
const OPERATION_FIRST_DAYS = 62
const TREATMENT_FIRST_DAYS = 31
const TOLD_FIRST_DAYS = 31

export const DIAGNOSIS_DATE_RULES: readonly CheckRule[] = [
  impossible({
    code: 'diagnosed-before-birth',
    title: 'Diagnosed before birth',
    explains: 'The diagnosis date ends before the date of birth, however a vague date is read.',
    whatToDo: 'Correct whichever of the two dates is wrong.',
    source: 'Calendar',
    find: ofEachEpisode(({ diagnosisDate }, { person: { birthDate } }) =>
      diagnosisDate === null || birthDate === null || dateSpan(diagnosisDate).to >= birthDate
        ? null
        : {
            words: `Diagnosed ${shown(diagnosisDate)}, before the date of birth.`,
            restsOn: [birthDate, asValue(diagnosisDate)],
          },
    ),
  }),
  impossible({
    code: 'diagnosed-in-future',
    title: 'Diagnosed after today',
    explains: 'No day that the diagnosis date can mean has come yet.',
    whatToDo: 'Correct the diagnosis date.',
    source: 'Calendar',
    find: ofEachEpisode(({ diagnosisDate }, { today }) =>
      diagnosisDate === null || diagnosisDate.date <= today
        ? null
        : {
            words: `The diagnosis date, ${shown(diagnosisDate)}, lies in the future.`,
            restsOn: [asValue(diagnosisDate)],
            until: addDays(diagnosisDate.date, -1),
          },
    ),
  }),
  unusual({
    code: 'diagnosed-after-death',
    title: 'Diagnosed after death',
    explains: 'Can be right after a post-mortem. A death certificate as basis or route passes.',
    whatToDo: 'Check both dates. After a post-mortem, keep it with that reason.',
    source: 'JRC-ENCR data quality checks: order of dates',
    find: ofEachEpisode(({ diagnosisDate, basis, route }, { death }) => {
      if (diagnosisDate === null || death === null || !surelyBefore(death, diagnosisDate)) return null
      if (basis === '0' || route === 'death_certificate') return null
      return {
        words: 'Diagnosed after the date of death. That can be right after a post-mortem.',
        restsOn: [asValue(death), asValue(diagnosisDate), basis, route],
      }
    }),
  }),
  unusual({
    code: 'symptom-after-diagnosis',
    title: 'First symptom after the diagnosis',
    explains: 'The first symptom of a new primary begins after its diagnosis date ends.',
    whatToDo: 'Check both dates. A later symptom is another event than the first one.',
    source: 'Aarhus statement: order of the time points',
    find: ofEachEpisode(({ id, kind, diagnosisDate }, facts) => {
      if (kind !== 'new_primary' || diagnosisDate === null) return null
      const symptom = firstOf(facts, SYMPTOM, id)
      if (symptom === null || !surelyBefore(diagnosisDate, symptom)) return null
      return {
        words: `The first symptom is ${shown(symptom)}, after the diagnosis of ${shown(diagnosisDate)}.`,
        restsOn: [asValue(symptom), asValue(diagnosisDate)],
      }
    }),
  }),
  unusual({
    code: 'told-before-diagnosis',
    title: 'Told long before the diagnosis',
    explains: `Told more than ${TOLD_FIRST_DAYS} days before the diagnosis date. People are often told before the date that was agreed.`,
    whatToDo: 'Check both dates, and which diagnosis the event belongs to.',
    source: 'COSD 9, date of primary diagnosis (CR2030)',
    find: ofEachEpisode(({ id, diagnosisDate }, facts) => {
      const told = diagnosisDate === null ? null : firstOf(facts, TOLD, id)
      if (diagnosisDate === null || told === null) return null
      if (addDays(dateSpan(told).to, TOLD_FIRST_DAYS) >= diagnosisDate.date) return null
      return {
        words: `Told ${shown(told)}, and diagnosed ${shown(diagnosisDate)}.`,
        restsOn: [asValue(told), asValue(diagnosisDate)],
      }
    }),
  }),
  unusual({
    code: 'treated-before-diagnosis',
    title: 'Treated long before the diagnosis',
    explains: `An operation more than ${OPERATION_FIRST_DAYS} days before the diagnosis date, or another treatment more than ${TREATMENT_FIRST_DAYS}. Operations often bring the diagnosis.`,
    whatToDo: 'Check both dates, and which diagnosis the treatment belongs to.',
    source: 'JRC-ENCR data quality checks: order of dates',
    find: ofEachEpisode(({ id, diagnosisDate }, facts) => {
      if (diagnosisDate === null) return null
      const early = (types: readonly string[], days: number) => {
        const event = firstOf(facts, types, id)
        return event !== null && addDays(dateSpan(event).to, days) < diagnosisDate.date ? event : null
      }
      const treated = early(OPERATION, OPERATION_FIRST_DAYS) ?? early(DRUGS_OR_RAYS, TREATMENT_FIRST_DAYS)
      if (treated === null) return null
      return {
        words: `Treated ${shown(treated)}, and diagnosed ${shown(diagnosisDate)}.`,
        restsOn: [asValue(treated), asValue(diagnosisDate)],
      }
    }),
  }),
]
