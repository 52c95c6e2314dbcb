import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { usePagePrinting } from '#renderer/app/use-page-printing.ts'
import { printPaper } from '#renderer/app/print-page.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { findingOf } from '#shared/features/measures/library/finding.ts'
import type { LibraryFigure, Measure } from '#shared/features/measures/library/schema.ts'
import { type LibraryAddress, libraryPath, measurePageAddress, monthsText, periodOf } from './library-address.ts'
import { type AskedSplit, LibraryPeopleDrawer } from './library-people-drawer.tsx'
import { LibraryPeriodField } from './library-period.tsx'
import { BETTER_WORDS, type CountedAs } from './library-words.ts'
import classes from './library.module.css'
import { MeasureFacts } from './measure-facts.tsx'
import { MeasureFigure } from './measure-figure.tsx'
import { MeasureMarks } from './measure-marks.tsx'
import { MeasureRun } from './measure-run.tsx'
import { MeasureSplit } from './measure-split.tsx'
import { useMilestoneNotes } from './plan-milestone-notes.tsx'
import { SinceSentPanel } from './since-sent-panel.tsx'

/** A figure whose people are asked for. */
type Asked = { readonly figure: LibraryFigure; readonly split: AskedSplit | null; readonly as?: CountedAs }

type MeasureBodyProps = {
  readonly measure: Measure
  readonly months: ReturnType<typeof periodOf>['months']
  readonly printing: boolean
}

const MeasureBody = ({ measure, months, printing }: MeasureBodyProps): ReactNode => {
  const [{ split, ranges }, change] = useUrlState(measurePageAddress)
  const [asked, setAsked] = useState<Asked | null>(null)
  const periodText = monthsText(measure)
  const milestones = useMilestoneNotes(measure.code)
  return (
    <>
      <div className={classes.columns}>
        <div className={classes.column}>
          <MeasureFigure
            measure={measure}
            periodText={periodText}
            onOpen={(as) => setAsked({ figure: measure.figure, split: null, ...(as === undefined ? {} : { as }) })}
          />
          <MeasureRun
            measure={measure}
            ranges={ranges}
            onRanges={(chosen) => change({ ranges: chosen }, { replace: true })}
            today={dayNow()}
            printing={printing}
            milestones={milestones}
          />
          <div data-print="hide">
            <MeasureMarks measure={measure} />
          </div>
          {measure.splits.length > 0 && (
            <MeasureSplit
              measure={measure}
              by={split}
              onChange={(by) => change({ split: by }, { replace: true })}
              onOpen={({ code, label, figure }) =>
                setAsked({ figure, split: split === null ? null : { by: split, code, label } })
              }
            />
          )}
          <SinceSentPanel code={measure.code} />
        </div>
        <Panel title="About this measure" className={classes.about}>
          <MeasureFacts measure={measure} />
        </Panel>
      </div>
      {asked !== null && (
        <LibraryPeopleDrawer
          measure={measure}
          months={months}
          periodText={periodText}
          {...asked}
          isOnItsPage
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

const usePageKeys = (code: string, address: LibraryAddress, print: () => void): void => {
  const [, goTo] = usePath()
  useCommands([
    {
      id: 'measure.print',
      title: 'Print this measure',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: print,
    },
    {
      id: 'measure.back',
      title: 'Back to the library',
      group: 'On this page',
      keys: ['Esc'],
      run: () => goTo(libraryPath(code, address)),
    },
  ])
}

/** `/measures/library/:code`: one measure, what it found, its months, its parts and how it is counted. */
export const MeasurePage = ({ code }: { readonly code: string }): ReactNode => {
  usePageTitle('measures')
  const [address, change] = useUrlState(measurePageAddress)
  const [printing, print] = usePagePrinting(() => printPaper('measure'))
  const { split, ranges } = address
  const period = periodOf(address, dayNow())
  const isAsked = period.error === undefined
  const { data, error } = useCoreQuery(
    'measures',
    'measure',
    { code, months: isAsked ? period.months : null, split, screened: ranges === 'screened' },
    { keepPrevious: true, enabled: isAsked },
  )
  useBreadcrumbs([{ label: 'Measures', path: libraryPath(code, address) }, { label: data?.title ?? 'One measure' }])
  usePageKeys(code, address, print)
  return (
    <Page>
      <PageHeader
        title={data === undefined ? 'One measure' : findingOf(data)}
        actions={
          <span data-print="hide">
            <Button icon={IconPrinter} keys="P" onClick={print}>
              Print
            </Button>
          </span>
        }
      >
        {data === undefined ? undefined : `${monthsText(data)}. ${BETTER_WORDS[data.better]}.`}
      </PageHeader>
      <div className={classes.tools} role="group" aria-label="Which months" data-print="hide">
        <LibraryPeriodField address={address} change={change} />
      </div>
      {error !== null && (
        <InlineAlert tone="bad" title="This measure could not be worked out" spoken>
          {error.message}
        </InlineAlert>
      )}
      {isAsked && error === null && data === undefined && <SkeletonPanel lines={10} label="Working out the measure" />}
      {error === null && data !== undefined && (
        <MeasureBody measure={data} months={period.months} printing={printing} />
      )}
    </Page>
  )
}
