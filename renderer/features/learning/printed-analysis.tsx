import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { printNoted } from '#renderer/app/print-page.ts'
import { Button } from '#renderer/ui/button.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { PaperPreview, PaperSheet } from '#renderer/ui/paper-preview.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { displayName, labelOf } from '#shared/domain/people.ts'
import { identityWords } from '#shared/domain/person-line.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { AVOIDABLE } from '#shared/features/learning/codes.ts'
import type { Analysis } from '#shared/features/learning/schema.ts'
import { diagnosisLine, reasonsLine, themesLine } from '#shared/features/learning/words.ts'
import type { Person } from '#shared/features/register/schema.ts'
import { ANALYSIS_LABELS } from './analysis-labels.ts'
import classes from './printed-analysis.module.css'

type PrintedAnalysisProps = {
  readonly analysis: Analysis
  readonly person: Person
  readonly onDone: () => void
}

const dayOr = (day: string | null): string => (day === null ? 'Not set' : formatIsoDate(day))

const WRITTEN = ['whatHappened', 'wentWell', 'couldBeBetter', 'contributoryFactors', 'learningPoints'] as const

const Sheet = ({
  analysis,
  person,
  named,
}: Omit<PrintedAnalysisProps, 'onDone'> & { readonly named: boolean }): ReactNode => {
  const { fields, actions, tumourGroup } = analysis
  const practice = useCoreQuery('access', 'state', {}).data?.register?.practiceName ?? ''
  const said = fields.avoidable === null ? 'Not said' : labelOf(AVOIDABLE, fields.avoidable)
  return (
    <article aria-label="The analysis on paper">
      <h2>Learning event analysis</h2>
      <p>
        {named
          ? `${displayName(person)}, ${identityWords(person)}. ${diagnosisLine(analysis)}.`
          : `${tumourGroup === null ? 'Cancer' : labelOf(TUMOUR_GROUPS, tumourGroup)}${analysis.diagnosisDate === null ? '' : `, diagnosed ${analysis.diagnosisDate.date.slice(0, 4)}`}. Printed without name, number or birth date.`}
      </p>
      <dl>
        {(
          [
            ['Why', reasonsLine(analysis.reasons) || 'Chosen by the practice'],
            [ANALYSIS_LABELS.meetingDate, dayOr(fields.meetingDate)],
            [ANALYSIS_LABELS.ledBy, fields.ledBy ?? 'Not set'],
            [ANALYSIS_LABELS.tookPart, fields.tookPart || 'Not set'],
            [ANALYSIS_LABELS.themes, themesLine(fields.themes) || 'None chosen'],
            [ANALYSIS_LABELS.avoidable, said],
            [ANALYSIS_LABELS.reviewDate, dayOr(fields.reviewDate)],
          ] as const
        ).map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {WRITTEN.map((name) => (
        <section key={name}>
          <h3>{ANALYSIS_LABELS[name]}</h3>
          <p>{fields[name] || 'Nothing written'}</p>
        </section>
      ))}
      <section>
        <h3>Changes agreed</h3>
        {actions.length === 0 ? (
          <p>None</p>
        ) : (
          <ul>
            {actions.map(({ id, title, ownerName, dueDate, state }) => (
              <li key={id}>
                {`${title}. ${ownerName ?? 'Whoever comes first'}, ${dueDate === null ? 'no date' : `by ${formatIsoDate(dueDate)}`}${state === 'done' ? ', done' : ''}.`}
              </li>
            ))}
          </ul>
        )}
      </section>
      <footer>{`${practice}. Printed ${formatIsoDate(dayNow())}. Confidential: destroy after use.`}</footer>
    </article>
  )
}

/** The analysis as it will be printed, with or without who it is about. What is printed is audited. */
export const PrintedAnalysis = ({ analysis, person, onDone }: PrintedAnalysisProps): ReactNode => {
  const [named, setNamed] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const printer = useRef<HTMLButtonElement>(null)
  useEffect(() => printer.current?.focus(), [])
  const print = async (): Promise<void> => {
    const { personId, id } = analysis
    setFailure(
      await printNoted('Throughline learning event analysis', () =>
        core.learning.printed({ personId, id, withIdentity: named }),
      ),
    )
  }
  useCommands([
    {
      id: 'learning.paper',
      title: 'Print this paper',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: () => void print(),
    },
    { id: 'learning.paper.back', title: 'Back to the analysis', group: 'On this page', keys: ['Esc'], run: onDone },
  ])
  return (
    <PaperPreview
      tools={
        <>
          <PageHeader
            title="Analysis on paper"
            actions={
              <>
                <Button icon={IconArrowLeft} keys="Esc" onClick={onDone}>
                  Back to the analysis
                </Button>
                <Button ref={printer} kind="filled" icon={IconPrinter} keys="P" onClick={() => void print()}>
                  Print
                </Button>
              </>
            }
          >
            One A4 page unless much is written.
          </PageHeader>
          <div className={classes.choice}>
            <SegmentedField
              label="Who it is about"
              options={[
                { value: 'without', label: 'Without name' },
                { value: 'named', label: 'With name' },
              ]}
              value={named ? 'named' : 'without'}
              onChange={(next) => setNamed(next === 'named')}
            />
          </div>
          {!named && (
            <InlineAlert tone="warn" title="Read it for names first">
              What was written is printed as it stands, and may name the person or say enough to know them.
            </InlineAlert>
          )}
          {failure !== null && (
            <InlineAlert tone="bad" spoken title="It was not printed">
              {failure}
            </InlineAlert>
          )}
        </>
      }
    >
      <PaperSheet held="down" className={classes.sheet}>
        <Sheet analysis={analysis} person={person} named={named} />
      </PaperSheet>
    </PaperPreview>
  )
}
