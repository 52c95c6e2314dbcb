import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { valueText } from '#shared/features/measures/library/figure-words.ts'
import type { MarkKind, MeasureMark } from '#shared/features/measures/library/marks.ts'
import type { Measure } from '#shared/features/measures/library/schema.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'
import { type AskedMark, MarkDialog } from './mark-dialog.tsx'
import { MARK_WORDS } from './mark-form.ts'
import classes from './library.module.css'

const ofMark = ({ kind }: Pick<Measure, 'kind'>, mark: MeasureMark): string => {
  if (mark.kind === 'rebase') return 'New limits'
  return mark.kind === 'note' ? 'Note' : `Target ${valueText(kind, mark.value ?? 0)}`
}

/** The month of the chart that has the focus. */
const monthWithFocus = (): string | null =>
  document.activeElement?.closest<SVGGElement>('[data-month]')?.dataset['month'] ?? null

const isNowhere = (element: Element | null): boolean =>
  element === null || element === document.body || element.tagName === 'MAIN'

/**
 * Leads back to the month that a mark was asked for from. The chart is drawn anew with the mark on it and has another point
 * in that place, so the focus is looked after until it stands somewhere of itself.
 * @returns to be told the month when a dialog opens; `null` where it was not opened from the chart.
 */
const useFocusMonth = (isOpen: boolean, marks: Measure['marks']): ((month: string | null) => void) => {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    const month = wanted.current
    if (isOpen || month === null) return undefined
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (!isNowhere(document.activeElement)) return
        document.querySelector<SVGGElement>(`[data-month="${month}"]`)?.focus()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [isOpen, marks])
  return (month) => {
    wanted.current = month
  }
}

type MarkRowProps = {
  readonly measure: Measure
  readonly onChange: (mark: MeasureMark) => void
  readonly onRemove: (mark: MeasureMark) => void
  readonly mayWrite: boolean
}

const columnsOf = ({ measure, onChange, onRemove, mayWrite }: MarkRowProps) => {
  const first = measure.series[0]?.month ?? ''
  const last = measure.series.at(-1)?.month ?? ''
  const where = ({ kind, month }: MeasureMark): string | null => {
    if (month > last) return 'after the months shown'
    if (kind === 'target') return null
    return month < first ? 'before the months shown' : null
  }
  return [
    {
      id: 'month',
      header: 'Month',
      rowHeader: true,
      width: '9rem',
      cell: (mark: MeasureMark) => (
        <span className={classes.cell}>
          {spcMonth(mark.month)}
          {where(mark) !== null && <small>{where(mark)}</small>}
        </span>
      ),
    },
    { id: 'kind', header: 'What', width: '8rem', cell: (mark: MeasureMark) => ofMark(measure, mark) },
    {
      id: 'words',
      header: 'Why',
      cell: ({ words, madeBy, madeOn }: MeasureMark) => (
        <span className={classes.cell}>
          <span className={classes.ownWords}>{words}</span>
          <small>{`${madeBy}, ${formatIsoDate(madeOn)}`}</small>
        </span>
      ),
    },
    ...(mayWrite
      ? [
          {
            id: 'do',
            header: 'Change',
            width: '6rem',
            cell: (mark: MeasureMark) => {
              const which = `${ofMark(measure, mark).toLowerCase()}, ${spcMonth(mark.month)}`
              return (
                <span className={classes.doing}>
                  <IconButton icon={IconPencil} label={`Change: ${which}`} onClick={() => onChange(mark)} />
                  <IconButton icon={IconTrash} label={`Remove: ${which}`} onClick={() => onRemove(mark)} />
                </span>
              )
            },
          },
        ]
      : []),
  ]
}

const useMarkKeys = (measure: Measure, mayWrite: boolean, ask: (kind: MarkKind) => void): void => {
  const offer = (kind: MarkKind, key: string) => ({
    id: `measure.${kind}`,
    title: MARK_WORDS[kind].title,
    group: 'On this page' as const,
    keys: [key],
    run: () => ask(kind),
  })
  useCommands([
    ...(mayWrite ? [offer('rebase', 'B'), offer('note', 'N')] : []),
    ...(mayWrite && measure.better !== 'neither' ? [offer('target', 'T')] : []),
  ])
}

/**
 * What the practice wrote on the chart: limits that begin anew, notes and targets, each with a way to change it and to take
 * it off. B and N on a month of the chart write on that month.
 */
export const MeasureMarks = ({ measure }: { readonly measure: Measure }): ReactNode => {
  const mayWrite = useMay('reports.build')
  const [asked, setAsked] = useState<AskedMark | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const leadBackTo = useFocusMonth(asked !== null, measure.marks)
  const newest = measure.series.at(-1)?.month ?? measure.to
  const ask = (kind: MarkKind): void => {
    const month = monthWithFocus()
    leadBackTo(month)
    setFailure(null)
    setAsked({ kind, month: month ?? newest, mark: null })
  }
  useMarkKeys(measure, mayWrite, ask)
  const remove = async ({ id, version, kind }: MeasureMark): Promise<void> => {
    setFailure(null)
    const { refused } = await doUndoable(
      core.measures.removeMark({ id, version }),
      MARK_WORDS[kind].removed,
      setFailure,
    )
    if (refused !== null) setFailure(refused.message)
  }
  const columns = columnsOf({
    measure,
    mayWrite,
    onChange: (mark) => {
      leadBackTo(null)
      setAsked({ kind: mark.kind, month: mark.month, mark })
    },
    onRemove: (mark) => void remove(mark),
  })
  return (
    <Panel
      title="New limits, notes and targets"
      {...(mayWrite
        ? {
            actions: (
              <span className={classes.doing} data-print="hide">
                <Button size="small" keys="B" onClick={() => ask('rebase')}>
                  Start new limits
                </Button>
                <Button size="small" keys="N" onClick={() => ask('note')}>
                  Add a note
                </Button>
                {measure.better !== 'neither' && (
                  <Button size="small" keys="T" onClick={() => ask('target')}>
                    Set a target
                  </Button>
                )}
              </span>
            ),
          }
        : {})}
    >
      {failure !== null && (
        <InlineAlert tone="bad" title="This was not changed" spoken>
          {failure}
        </InlineAlert>
      )}
      {measure.marks.length === 0 ? (
        <p className={classes.guidance}>
          Nothing is written on this chart. Start new limits where how things are done has changed for good; write a
          note where something may explain a month.
        </p>
      ) : (
        <PlainTable
          caption="New limits, notes and targets"
          columns={columns}
          rows={measure.marks}
          rowId={({ id }) => id}
        />
      )}
      {asked !== null && (
        <MarkDialog measure={measure} asked={asked} onClose={() => setAsked(null)} onFailedUndo={setFailure} />
      )}
    </Panel>
  )
}
