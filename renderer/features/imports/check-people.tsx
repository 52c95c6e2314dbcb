import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { differenceOf } from '#shared/features/imports/differences.ts'
import type { ImportOutcome, ImportPreview, ImportRow } from '#shared/features/imports/schema.ts'
import { checkFields, OUTCOME_TABS, outcomeShown } from './check-address.ts'
import classes from './check.module.css'
import { useChoiceKeys } from './choice-keys.tsx'
import { nextOpen } from './open-differences.ts'
import { PEOPLE_A_PAGE, PeopleList } from './people-list.tsx'
import { PersonDecision } from './person-decision.tsx'
import { OtherNotes, RejectedSummary } from './rejected-summary.tsx'
import { Rules } from './rules.tsx'
import { type Choosing, withChoices } from './use-choices.ts'

interface Place {
  readonly offset: number
  readonly index: number
  readonly moves: number
}

const START: Place = { offset: 0, index: 0, moves: 0 }

/** The next place in a list of pages, or the same one at its end. */
const moved = ({ offset, index, moves }: Place, by: 1 | -1, total: number): Place => {
  const at = offset + index + by
  if (at < 0 || at >= total) return { offset, index, moves }
  const page = Math.floor(at / PEOPLE_A_PAGE) * PEOPLE_A_PAGE
  return { offset: page, index: at - page, moves: moves + 1 }
}

/** Where one is in the list of an outcome. Another outcome starts at its top. */
const usePlace = (outcome: ImportOutcome): readonly [Place, (change: (before: Place) => Place) => void] => {
  const [held, setHeld] = useState({ outcome, place: START })
  const placeIn = (one: typeof held): Place => (one.outcome === outcome ? one.place : START)
  return [placeIn(held), (change) => setHeld((before) => ({ outcome, place: change(placeIn(before)) }))]
}

const useMoveKeys = (total: number, change: (next: (place: Place) => Place) => void): void =>
  useCommands([
    {
      id: 'imports.next',
      title: 'Next person',
      group: 'On this page',
      keys: ['J'],
      keysOnly: true,
      run: () => change((place) => moved(place, 1, total)),
    },
    {
      id: 'imports.before',
      title: 'Person before',
      group: 'On this page',
      keys: ['K'],
      keysOnly: true,
      run: () => change((place) => moved(place, -1, total)),
    },
  ])

/** The keys that do something for the person shown. */
const Keys = ({ row }: { readonly row: ImportRow }): ReactNode => {
  const open = row.changes[nextOpen(row.changes)]?.difference ?? null
  return (
    <p className={classes.keys}>
      {open !== null && (
        <>
          <KeyHint keys="O" /> keep ours <KeyHint keys="T" /> take theirs
          {differenceOf(open.code).choices.includes('both') && (
            <>
              {' '}
              <KeyHint keys="B" /> keep both
            </>
          )}
        </>
      )}
      <KeyHint keys="J" /> next person <KeyHint keys="K" /> person before
    </p>
  )
}

interface OutcomePeopleProps {
  readonly draftId: string
  readonly outcome: ImportOutcome
  readonly preview: ImportPreview
  readonly tabs: ReactNode
  readonly choosing: Choosing
}

const OutcomePeople = ({ draftId, outcome, preview, tabs, choosing }: OutcomePeopleProps): ReactNode => {
  const [place, setPlace] = usePlace(outcome)
  const page = useCoreQuery(
    'imports',
    'previewRows',
    { draftId, outcome, offset: place.offset, limit: PEOPLE_A_PAGE },
    // The page before is kept while the next one loads; the people of another outcome are not.
    { keepPrevious: place.offset > 0 },
  )
  const rows = (page.data?.rows ?? []).map((one) => withChoices(one, choosing.choices))
  const total = page.data?.total ?? 0
  useMoveKeys(total, setPlace)
  const row = rows[place.index]
  useChoiceKeys(row, choosing, () => setPlace((before) => moved(before, 1, total)))
  return (
    <div className={classes.grid}>
      <Panel padding="flush" className={classes.left}>
        {tabs}
        {page.error === null ? (
          <PeopleList
            rows={rows}
            total={total}
            offset={place.offset}
            shown={place.index}
            moves={place.moves}
            onShow={(index) => setPlace((before) => ({ ...before, index }))}
            onPage={(offset) => setPlace((before) => ({ ...before, offset, index: 0 }))}
          />
        ) : (
          <InlineAlert tone="bad">{page.error.message}</InlineAlert>
        )}
        <Rules draftId={draftId} preview={preview} choosing={choosing} />
        <RejectedSummary draftId={draftId} preview={preview} />
        <OtherNotes preview={preview} />
      </Panel>
      <section className={classes.right} aria-label="The person shown">
        {row === undefined ? (
          <p className={classes.nobody}>{page.data === undefined ? '' : 'Nobody here.'}</p>
        ) : (
          <>
            <PersonDecision row={row} onChoose={choosing.chooseHere} />
            <Keys row={row} />
          </>
        )}
      </section>
    </div>
  )
}

/** Everybody of the file by what will happen to them, with one person's changes beside the list. */
export const CheckPeople = ({
  draftId,
  preview,
  choosing,
}: {
  readonly draftId: string
  readonly preview: ImportPreview
  readonly choosing: Choosing
}): ReactNode => {
  const [{ show }, change] = useUrlState(checkFields)
  const outcome = outcomeShown(show, preview.counts)
  const tabs = OUTCOME_TABS.map((tab) => ({ ...tab, count: preview.counts.people[tab.id].toLocaleString('en-GB') }))
  return (
    <OutcomePeople
      draftId={draftId}
      outcome={outcome}
      preview={preview}
      choosing={choosing}
      tabs={<Tabs label="People by outcome" tabs={tabs} active={outcome} onChange={(id) => change({ show: id })} />}
    />
  )
}
