import { IconTable } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'
import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import { inJourneyOrder } from '#shared/features/journey/journey-order.ts'
import { journeyHeadline } from '#shared/features/journey/headline.ts'
import { letterStatuses } from '#shared/features/journey/letter-status.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import { stripLayout } from '#shared/features/journey/strip-layout.ts'
import { STRIP_RANGES, type StripDraft, type StripMark, type StripRange } from '#shared/features/journey/strip-types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { useRootFontSize } from '#renderer/ui/root-font-size.ts'
import { tipWords, type TipWords } from './mark-words.ts'
import { StripDrawing } from './strip-drawing.tsx'
import { StripLegend } from './strip-legend.tsx'
import { StripMarks } from './strip-marks.tsx'
import { StripTable } from './strip-table.tsx'
import { useWidth } from './use-width.ts'
import classes from './strip.module.css'

type JourneyStripProps = {
  readonly events: readonly JourneyEvent[]
  readonly due: readonly DueItem[]
  /** Of those what somebody is still asked for, which the headline speaks of. */
  readonly headlineDue: readonly DueItem[]
  /** As the details of the person have it. */
  readonly deathDate: PartialDate | null
  /** What is being typed, drawn as not saved yet. */
  readonly draft: StripDraft | null
  readonly today: IsoDate
  readonly range: StripRange
  readonly onRange: (range: StripRange) => void
  /** Shows the table instead of the picture. */
  readonly asTable: boolean
  readonly onAsTable: (asTable: boolean) => void
  readonly onOpen: (mark: StripMark) => void
  /** For windows under 800 px high. */
  readonly compact?: boolean
}

const ROOT = 16

type TipProps = { readonly mark: StripMark; readonly words: TipWords; readonly width: number }

/** Hangs from its mark by the same share of its own width, so that neither end leaves the strip. */
const Tip = ({ mark, words, width }: TipProps): ReactNode => (
  <div
    className={classes.tip}
    style={{ left: mark.x, top: mark.y + ROOT, transform: `translateX(-${(mark.x / width) * 100}%)` }}
    aria-hidden="true"
  >
    <b>{words.title}</b>
    {words.lines.map((line) => (
      <span key={line}>{line}</span>
    ))}
  </div>
)

const Picture = (props: JourneyStripProps): ReactNode => {
  const { events, due, draft, today, range, compact = false } = props
  const [ref, width] = useWidth()
  const scale = useRootFontSize() / ROOT
  const hatch = useId()
  const [pointed, setPointed] = useState<StripMark | null>(null)
  const layout = useMemo(
    () =>
      stripLayout({ events, due, draft, today, range, width, height: compact ? 'compact' : 'roomy', textScale: scale }),
    [events, due, draft, today, range, width, compact, scale],
  )
  const statuses = useMemo(() => letterStatuses(inJourneyOrder(events), due, today), [events, due, today])
  const notes = useMemo(() => new Map(events.map(({ id, note }) => [id, note ?? ''])), [events])
  const context = { events, draft, today, statuses }
  const shown = layout.marks.find((mark) => mark.id === pointed?.id)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || shown === undefined) return
    event.preventDefault()
    setPointed(null)
  }
  return (
    <>
      <div ref={ref} className={classes.field} onKeyDown={onKeyDown} role="presentation">
        <svg
          className={classes.strip}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          height={layout.height}
          role="group"
          aria-label="Journey, primary care above, hospital below. Arrow keys move from mark to mark; T shows a table."
        >
          <StripDrawing layout={layout} scale={scale} hatch={hatch} />
          <StripMarks marks={layout.marks} context={context} scale={scale} onPoint={setPointed} onOpen={props.onOpen} />
        </svg>
        {shown !== undefined && <Tip mark={shown} words={tipWords(shown, context, notes)} width={layout.width} />}
      </div>
      {layout.earlier > 0 && (
        <p className={classes.earlier}>
          {layout.earlier === 1 ? '1 earlier event is' : `${layout.earlier} earlier events are`} left of this range.
        </p>
      )}
    </>
  )
}

/** Both lanes of one journey: what happened, which letters came, and the holes where they did not. */
export const JourneyStrip = (props: JourneyStripProps): ReactNode => {
  const { events, due, deathDate, today, asTable } = props
  const titleId = useId()
  const lanes = useMemo(() => new Set(events.map(({ lane }) => lane)), [events])
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <header className={classes.header}>
        <h2 id={titleId}>{journeyHeadline({ events, due: props.headlineDue, deathDate, today })}</h2>
        {!asTable && <StripLegend lanes={lanes} />}
        {!asTable && (
          <SegmentedField
            label="How much of the journey"
            options={STRIP_RANGES.map(({ code, label }) => ({ value: code, label }))}
            value={props.range}
            onChange={props.onRange}
          />
        )}
        <Button
          size="small"
          icon={IconTable}
          keys="T"
          aria-pressed={asTable}
          on={asTable}
          onClick={() => props.onAsTable(!asTable)}
        >
          Table
        </Button>
      </header>
      {asTable ? (
        <div className={classes.table}>
          <StripTable events={events} due={due} today={today} />
        </div>
      ) : (
        <Picture {...props} />
      )}
    </section>
  )
}
