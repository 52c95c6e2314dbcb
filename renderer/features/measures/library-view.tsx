import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { printAloud } from '#renderer/app/print-page.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { Library, MeasureLine } from '#shared/features/measures/library/schema.ts'
import { libraryAddress, measurePath, monthsText, periodOf } from './library-address.ts'
import { LibraryPeopleDrawer } from './library-people-drawer.tsx'
import { LibraryPeriodField } from './library-period.tsx'
import { LibraryTable } from './library-table.tsx'
import { foundMeasures, listSizeText } from './library-words.ts'
import classes from './library.module.css'

const firstMeasure = (): HTMLElement | null => document.querySelector<HTMLElement>('a[data-measure]')

/** Whoever comes back from a measure goes on from it. */
const useComeBack = (code: string, isHere: boolean): void => {
  const done = useRef(false)
  useEffect(() => {
    if (done.current || code === '' || !isHere) return
    done.current = true
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`a[data-measure="${CSS.escape(code)}"]`)?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [code, isHere])
}

/** How many of them stand there. On paper nothing else says that some were left out. */
const measuresWords = (shown: number, all: number): string =>
  shown === all ? `All ${all} measures.` : `${shown} of ${all} measures.`

type FoundProps = {
  readonly library: Library
  readonly find: string
  readonly onClear: () => void
  readonly pathOf: (code: string) => string
  readonly onLeave: (code: string) => void
  readonly onOpen: (measure: MeasureLine) => void
}

const Found = ({ library, find, onClear, ...rest }: FoundProps): ReactNode => {
  const measures = foundMeasures(library.measures, find)
  return measures.length === 0 ? (
    <Panel>
      <EmptyState
        title="No measure has these words"
        actions={<Button onClick={onClear}>Show all {library.measures.length}</Button>}
      >
        Titles, definitions, topics and who holds the data are looked through. Try fewer letters.
      </EmptyState>
    </Panel>
  ) : (
    <>
      <p
        className={classes.onPaper}
      >{`${monthsText(library)}. ${measuresWords(measures.length, library.measures.length)}`}</p>
      <LibraryTable measures={measures} {...rest} />
      <p className={classes.foot}>{listSizeText(library)}</p>
    </>
  )
}

/** Every measure of the library in one period, each with the people behind it. */
export const LibraryView = (): ReactNode => {
  const [address, change] = useUrlState(libraryAddress)
  const [find, setFind] = useState('')
  const [asked, setAsked] = useState<MeasureLine | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const period = periodOf(address, dayNow())
  const isAsked = period.error === undefined
  const { data, error } = useCoreQuery(
    'measures',
    'library',
    { months: isAsked ? period.months : null },
    { keepPrevious: true, enabled: isAsked },
  )
  useComeBack(address.at, data !== undefined)
  useCommands([
    {
      id: 'library.find',
      title: 'Find a measure',
      group: 'On this page',
      keys: ['/'],
      run: () => box.current?.focus(),
    },
    {
      id: 'library.print',
      title: 'Print the library',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: () => void printAloud('measures'),
    },
  ])
  return (
    <>
      <div className={classes.tools} role="group" aria-label="Which measures" data-print="hide">
        <LibraryPeriodField address={address} change={change} />
        <Button icon={IconPrinter} keys="P" onClick={() => void printAloud('measures')}>
          Print
        </Button>
        <div className={classes.find}>
          <SearchField
            label="Find a measure"
            placeholder="Find a measure"
            keys="/"
            inputRef={box}
            value={find}
            onChange={setFind}
            onArrowDown={() => firstMeasure()?.focus()}
          />
        </div>
      </div>
      {error !== null && (
        <InlineAlert tone="bad" title="The measures could not be worked out" spoken>
          {error.message}
        </InlineAlert>
      )}
      {isAsked && error === null && data === undefined && <SkeletonPanel lines={10} label="Working out the measures" />}
      {error === null && data !== undefined && (
        <Found
          library={data}
          find={find}
          onClear={() => setFind('')}
          pathOf={(code) => measurePath(code, address)}
          // Whoever goes back, by key or by the browser, finds the measure that they left.
          onLeave={(at) => change({ at }, { replace: true })}
          onOpen={setAsked}
        />
      )}
      {asked !== null && (
        <LibraryPeopleDrawer
          measure={asked}
          figure={asked.figure}
          months={period.months}
          periodText={monthsText(period.shown)}
          split={null}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
