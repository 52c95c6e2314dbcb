import { type ReactNode, useState } from 'react'
import { IconPrinter } from '@tabler/icons-react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { printPaper } from '#renderer/app/print-page.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChartFrame } from '#renderer/ui/chart/chart-frame.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel, useLongWait } from '#renderer/ui/waiting.tsx'
import type { PatternsShown } from '#shared/features/measures/patterns/schema.ts'
import { FigureButton } from '../figure-button.tsx'
import measureClasses from '../measures.module.css'
import { ComparisonView } from './comparison-view.tsx'
import { MilestoneList } from './milestone-list.tsx'
import { askedIn, type ChangePatterns, type PatternAddress, patternAddress } from './pattern-address.ts'
import { PatternFilters } from './pattern-filters.tsx'
import { PatternRows, PatternTable } from './pattern-rows.tsx'
import { coverageWords, type PatternFigure, selectionWords, STANDING_SENTENCE } from './pattern-words.ts'
import classes from './patterns.module.css'
import { PatternPeople } from './pattern-people.tsx'
import { StepView } from './step-view.tsx'

/** Below this a pattern is one person's more or less: the page says so. A choice of ours. */
const FEW = 20

const figuresOf = ({ total, orderNotKnown, undated, rarer }: PatternsShown): readonly PatternFigure[] => [
  { name: 'Histories', count: total, behind: { is: 'all' } },
  { name: 'Order not known', count: orderNotKnown, behind: { is: 'order-not-known' } },
  { name: `In ${rarer.variants.toLocaleString('en-GB')} rarer patterns`, count: rarer.count, behind: { is: 'rarer' } },
  { name: 'Period not known', count: undated, behind: { is: 'undated' } },
]

type FoundProps = {
  readonly data: PatternsShown
  readonly address: PatternAddress
  readonly change: ChangePatterns
  readonly onOpen: (figure: PatternFigure) => void
}

const Found = ({ data, address, change, onOpen }: FoundProps): ReactNode => {
  const { variants, inOrder, steps, comparison } = data
  return (
    <>
      <Panel>
        <dl className={measureClasses.figures}>
          {figuresOf(data).map((figure) => (
            <div key={figure.name}>
              <dt>{figure.name}</dt>
              <dd>
                <FigureButton count={figure.count} label={figure.name} onOpen={() => onOpen(figure)} />
              </dd>
            </div>
          ))}
        </dl>
        {inOrder > 0 && inOrder < FEW && (
          <InlineAlert tone="warn" title="Very few histories">
            With fewer than {FEW}, one more person changes every figure. Take a longer period or fewer filters.
          </InlineAlert>
        )}
        {inOrder === 0 ? (
          <EmptyState title="No history here has a known order">
            {data.total === 0
              ? 'No new diagnosis is recorded for this choice. Take a longer period or fewer filters.'
              : 'Vague dates leave open what came first. Open the histories to see which.'}
          </EmptyState>
        ) : (
          <ChartFrame
            title={coverageWords(data)}
            unit={`${selectionWords(data, address)}. The commonest first.`}
            headingLevel={2}
            printing={false}
            picture={<PatternRows variants={variants} inOrder={inOrder} onOpen={onOpen} />}
            table={<PatternTable variants={variants} inOrder={inOrder} onOpen={onOpen} />}
            caption={
              <span>
                Bars are shares of the histories whose order is known, with Wilson’s 95% interval as a line. Between
                milestones: median days and the middle half of them. Source: this register.
              </span>
            }
          />
        )}
        <MilestoneList />
      </Panel>
      {inOrder > 0 && <StepView steps={steps} address={address} change={change} onOpen={onOpen} />}
      {inOrder > 0 && <ComparisonView comparison={comparison} address={address} change={change} onOpen={onOpen} />}
    </>
  )
}

/** The patterns view of `/measures`: the commonest sequences of milestones, what came next, and two groups. */
export const PatternsPanel = (): ReactNode => {
  const [address, change] = useUrlState(patternAddress) as readonly [PatternAddress, ChangePatterns]
  const [opened, setOpened] = useState<PatternFigure | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const asked = askedIn(address, dayNow())
  const { data, error, isPlaceholderData } = useCoreQuery(
    'measures',
    'patterns',
    { ...asked, compare: address.beside },
    { keepPrevious: true },
  )
  const isLong = useLongWait(isPlaceholderData)
  const print = async (): Promise<void> => setFailure(await printPaper('patterns'))
  useCommands([
    {
      id: 'measures.print-patterns',
      title: 'Print the patterns',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: () => void print(),
    },
  ])
  return (
    <>
      <div className={classes.standing}>
        <InlineAlert>{STANDING_SENTENCE}</InlineAlert>
        <Button size="small" icon={IconPrinter} keys="P" onClick={() => void print()}>
          Print
        </Button>
      </div>
      {failure !== null && (
        <InlineAlert tone="bad" title="The patterns were not printed" spoken>
          {failure}
        </InlineAlert>
      )}
      <PatternFilters address={address} change={change} />
      {error !== null && (
        <InlineAlert tone="bad" title="The patterns could not be worked out" spoken>
          {error.message}
        </InlineAlert>
      )}
      {error === null && data === undefined && <SkeletonPanel lines={8} label="Working out the patterns" />}
      {isLong && <InlineAlert spoken>Working out the patterns. Those below are of the choice before.</InlineAlert>}
      {data !== undefined && error === null && (
        <div aria-busy={isPlaceholderData} className={classes.found}>
          <Found data={data} address={address} change={change} onOpen={setOpened} />
        </div>
      )}
      {opened !== null && <PatternPeople figure={opened} asked={asked} onClose={() => setOpened(null)} />}
    </>
  )
}
