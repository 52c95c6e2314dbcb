import type { PersonFacts } from '../facts.ts'
import { type LibraryMeasure, libraryMeasure, type Looked, PRACTICE } from './measure.ts'
import { MET, NOT_MET, type Observations, UNDECIDED } from './observations.ts'
import type { Runs } from './register-runs.ts'

/** Adds the month ends at which somebody is on a register; undecided where vague dates leave it open. */
const addRuns = (runs: Runs, into: Observations, isMet: boolean): void => {
  for (let run = 0; run < runs.count; run += 1)
    into.during(
      runs.first[run] ?? 0,
      runs.last[run] ?? 0,
      runs.isSure[run] === true ? (isMet ? MET : NOT_MET) : UNDECIDED,
      runs.episode,
    )
}

const REGISTER =
  'people alive and registered at the end of the month with a cancer diagnosed by then that counts by the QOF register rule: diagnosed on or after 1 April 2003, without skin cancers that are neither melanoma nor squamous cell, the blood conditions D45 to D47 and whatever is recorded as in situ, benign or of uncertain behaviour'
const AT_MONTH_END =
  'The figure of a period is that of its last month. The same people are counted month after month, so months are not independent. Records are taken as they are today; when something was typed is not looked at.'
const OF_THE_LIST = 'The people on the list, by the list size recorded for the practice'
const GROUPED =
  'By tumour group somebody counts once, under the diagnosis that brought them onto the register. Split by anything else there is no share, because the list is not split.'

const prevalence = (
  words: Pick<LibraryMeasure['definition'], 'code' | 'title' | 'definition' | 'caveat' | 'source'>,
  runsOf: (looked: Looked) => Runs,
): LibraryMeasure =>
  libraryMeasure({
    ...words,
    topic: 'register',
    kind: 'proportion',
    unit: '%',
    better: 'neither',
    heldBy: PRACTICE,
    denominatorRule: OF_THE_LIST,
    outOf: 'list',
    atMonthEnd: true,
    found: { numerator: 'On the register', notNumerator: '', undecided: 'A vague date leaves it open' },
    observe: (looked, into) => addRuns(runsOf(looked), into, true),
  })

const complete = (
  item: Pick<LibraryMeasure['definition'], 'code' | 'title'> & { readonly what: string; readonly caveat?: string },
  isRecorded: (person: PersonFacts) => boolean,
): LibraryMeasure =>
  libraryMeasure({
    code: item.code,
    title: item.title,
    topic: 'records',
    kind: 'proportion',
    definition: `Of ${REGISTER}, those with ${item.what} recorded.`,
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule: 'People on the cancer register at the end of the month',
    caveat: [item.caveat, AT_MONTH_END].filter((text) => text !== undefined).join(' '),
    source: 'Throughline; as the completeness of reports',
    atMonthEnd: true,
    found: { numerator: 'Recorded', notNumerator: 'Not recorded', undecided: 'A vague date leaves the register open' },
    observe: ({ person, onRegister }, into) => addRuns(onRegister, into, isRecorded(person)),
  })

/** Asked and not stated is an answer; never asked is none. */
const hasEthnicity = ({ ethnicity }: PersonFacts): boolean => ethnicity !== null && ethnicity !== '99'

export const REGISTER_MEASURES: readonly LibraryMeasure[] = [
  prevalence(
    {
      code: 'prevalence',
      title: 'People on the cancer register',
      definition: `Of the list, ${REGISTER}. Nobody leaves but by death or by leaving the practice.`,
      caveat: `It grows every year by itself. ${AT_MONTH_END} ${GROUPED}`,
      source: 'QOF CAN001, England, to 2024/25; kept as good practice since',
    },
    ({ onRegister }) => onRegister,
  ),
  prevalence(
    {
      code: 'prevalence-ever',
      title: 'People who ever had a cancer recorded',
      definition:
        'Of the list, people alive and registered at the end of the month with any diagnosis recorded, of whatever sort and however long ago.',
      caveat: `Holds in situ disease, skin cancers and cancers before April 2003 where the practice recorded them. ${AT_MONTH_END} ${GROUPED}`,
      source: 'Throughline',
    },
    ({ everDiagnosed }) => everDiagnosed,
  ),
  complete(
    { code: 'nhs-number-known', title: 'NHS number recorded', what: 'an NHS number' },
    ({ hasNhsNumber }) => hasNhsNumber,
  ),
  complete(
    { code: 'birth-date-known', title: 'Date of birth recorded', what: 'a date of birth' },
    ({ birthDate }) => birthDate !== null,
  ),
  complete({ code: 'sex-known', title: 'Sex recorded', what: 'a sex' }, ({ sex }) => sex !== 'X'),
  complete(
    {
      code: 'ethnicity-known',
      title: 'Ethnicity recorded',
      what: 'an ethnic category',
      caveat: 'Somebody who was asked and would rather not say counts as recorded.',
    },
    hasEthnicity,
  ),
  complete(
    { code: 'deprivation-known', title: 'Deprivation recorded', what: 'a deprivation fifth' },
    ({ deprivationQuintile }) => deprivationQuintile !== null,
  ),
]
