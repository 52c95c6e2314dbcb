import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { Indicator } from '#shared/features/reports/schema.ts'
import { leftOutOfNew } from './diagnoses-section.ts'
import {
  column,
  countCell,
  proportion,
  type SectionContext,
  type SectionDraft,
  shareSentence,
  table,
  textCell,
} from './section.ts'

export const emergencyRoute = ({ shown }: SectionContext): Indicator =>
  proportion(shown, {
    id: 'emergency-route',
    label: 'Emergency route (practice-recorded)',
    numerator: 'route.emergency',
    denominator: 'route.known',
    rest: 'route.not-emergency',
    explain: 'emergency-route',
  })

const routeKnown = ({ shown }: SectionContext): Indicator =>
  proportion(shown, {
    id: 'route-known',
    label: 'Route known',
    numerator: 'route.known',
    denominator: 'new',
    rest: 'route.not_known',
    explain: 'route-known',
  })

const findingOf = (context: SectionContext): string =>
  shareSentence(
    emergencyRoute(context),
    'Emergency route',
    (fraction, share) =>
      `${fraction} new diagnoses with a known route came by the emergency route (practice-recorded), ${share}.`,
  )

/** How the cancers were found. */
export const routeSection = (context: SectionContext): SectionDraft => {
  const { shown, period } = context
  return {
    section: {
      id: 'route',
      title: 'Route to diagnosis',
      finding: findingOf(context),
      blocks: [
        {
          type: 'indicators',
          id: 'route',
          title: 'Emergency route, with route known beside it',
          indicators: [emergencyRoute(context), routeKnown(context)],
        },
        table({
          id: 'route',
          title: `New diagnoses by route, ${periodWords(period)}`,
          columns: [column('Route', 'text'), column('New diagnoses', 'count', 'route-known')],
          rows: [
            ...ROUTES_TO_DIAGNOSIS.map(({ code, label }) => [
              textCell(label),
              countCell(shown.figure(`route.${code}`)),
            ]),
            [textCell('All'), countCell(shown.figure('new'))],
          ],
          totalRow: true,
          note: 'Recorded by the practice from letters. Not the national route.',
          chart: { title: 'New diagnoses by route', column: 1, unit: 'New diagnoses' },
        }),
      ],
    },
    explanations: [
      {
        key: 'emergency-route',
        counted: 'New diagnoses whose route is recorded as emergency',
        outOf: 'New diagnoses with a route recorded',
        leftOut: [
          { reason: 'The route is not known', count: shown.figure('route.not_known') },
          ...leftOutOfNew(context),
        ],
        rule: 'route',
      },
      {
        key: 'route-known',
        counted: 'New diagnoses with a route recorded',
        outOf: 'All new diagnoses of the period',
        leftOut: leftOutOfNew(context),
        rule: 'route',
      },
    ],
  }
}
