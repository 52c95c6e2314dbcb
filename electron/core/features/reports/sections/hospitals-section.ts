import { FEWEST_TO_NAME, hospitalFigure } from '#shared/features/reports/hospital-measure.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { UsedRule } from '#shared/features/reports/schema.ts'
import { leftOutOfNew } from './diagnoses-section.ts'
import { column, countCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** The rule that hospitals rest on. */
export const HOSPITALS_RULE: UsedRule = {
  code: 'hospitals',
  version: '1',
  label: 'Hospitals referred to',
  text: `New diagnoses by the hospital of the referral that led to them, else the one recorded with the diagnosis. Hospitals with fewer than ${FEWEST_TO_NAME} are put together and not named, and so is whatever was typed that looks like somebody's name or number. How many hospitals there are is no count of people and is not hidden.`,
  source: 'Throughline; a count of providers needs no suppression by the HES rule of 13 September 2018',
}

const hospitalsIn = (number: number): string => (number === 1 ? '1 hospital' : `${number} hospitals`)

/** Where those who were diagnosed had been referred. */
export const hospitalsSection = (context: SectionContext): SectionDraft => {
  const { shown, period, hospitals, unnamedHospitals } = context
  const row = (label: string, id: string) => [textCell(label), countCell(shown.figure(id))]
  const all = hospitals.length + unnamedHospitals
  return {
    section: {
      id: 'hospitals',
      title: 'Hospitals referred to',
      finding:
        all === 0
          ? 'No hospital is recorded for the new diagnoses of this period.'
          : hospitals.length === 0
            ? 'No hospital has enough new diagnoses to be named.'
            : 'Hospitals with enough new diagnoses are named, and the others are counted together.',
      blocks: [
        table({
          id: 'hospitals',
          title: `New diagnoses by hospital, ${periodWords(period)}`,
          columns: [column('Hospital', 'text'), column('New diagnoses', 'count', 'hospitals')],
          rows: [
            ...hospitals.map((name, at) => row(name, hospitalFigure(at))),
            row(
              unnamedHospitals === 0 ? 'Other hospitals' : `${hospitalsIn(unnamedHospitals)} not named`,
              'hospital-few',
            ),
            row('Not recorded', 'hospital-not-known'),
            row('All', 'new'),
          ],
          totalRow: true,
          note: `Hospitals with fewer than ${FEWEST_TO_NAME} new diagnoses are together.`,
        }),
      ],
    },
    explanations: [
      {
        key: 'hospitals',
        counted: `New primary cancers diagnosed ${periodWords(period)}, by hospital`,
        outOf: null,
        leftOut: leftOutOfNew(context),
        rule: HOSPITALS_RULE.code,
      },
    ],
  }
}
