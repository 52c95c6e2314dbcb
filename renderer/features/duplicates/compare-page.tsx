import { IconArrowMerge, IconUsers } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { type MergeField, MUST_BE_CHOSEN, type Side } from '#shared/features/duplicates/merge-fields.ts'
import type { Belongings } from '#shared/features/duplicates/schema.ts'
import type { Person } from '#shared/features/register/schema.ts'
import classes from './duplicates.module.css'
import { FieldChoices } from './field-choices.tsx'
import { belongingsWords, MergeDialog } from './merge-dialog.tsx'
import { type FieldDifference, fieldDifferences, sameFields } from './merge-values.ts'
import { NotSameDialog } from './not-same-dialog.tsx'
import { WhyPanel } from './why-panel.tsx'

const LIST = '/duplicates'

const fieldElements = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-merge-field]')]
const fieldInFocus = (): HTMLElement | undefined =>
  fieldElements().find((element) => element.contains(document.activeElement))

const focusField = (element: HTMLElement | undefined): boolean | void => {
  const radio = element?.querySelector<HTMLInputElement>('input:checked') ?? element?.querySelector('input')
  if (radio === null || radio === undefined) return false
  radio.focus()
}

const moveField = (step: 1 | -1): boolean | void => {
  const all = fieldElements()
  const here = fieldInFocus()
  return focusField(here === undefined ? all[0] : all[all.indexOf(here) + step])
}

interface Whole {
  readonly person: Person
  readonly belongings: Belongings
}

type CompareProps = {
  readonly kept: Whole
  readonly other: Whole
  readonly why: ReactNode
}

const Compare = ({ kept, other, why }: CompareProps): ReactNode => {
  const [, goTo] = usePath()
  const [choices, setChoices] = useState<Readonly<Partial<Record<MergeField, Side>>>>({})
  const [open, setOpen] = useState<'merge' | 'two' | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const differences = fieldDifferences(kept.person, other.person)
  const mustChoose = differences.find(({ field, disagree }) => field === MUST_BE_CHOSEN && disagree)
  const sideOf = ({ field, usual }: FieldDifference): Side | undefined =>
    choices[field] ?? (field === mustChoose?.field ? undefined : usual)
  const choose = ({ field }: FieldDifference, side: Side): void =>
    setChoices((before) => ({ ...before, [field]: side }))
  const chooseFocused = (side: Side) => (): boolean | void => {
    const field = fieldInFocus()?.dataset['mergeField']
    const difference = differences.find((one) => one.field === field)
    if (difference === undefined) return false
    choose(difference, side)
    announce(`${difference.label}: ${(side === 'kept' ? difference.kept : difference.other) ?? 'nothing recorded'}`)
  }
  const askToMerge = (): void => {
    if (mustChoose !== undefined && choices[mustChoose.field] === undefined) {
      setFailure('The records have two NHS numbers. Choose which one is right, then merge.')
      focusField(fieldElements().find((element) => element.dataset['mergeField'] === MUST_BE_CHOSEN))
      return
    }
    setFailure(null)
    setOpen('merge')
  }
  const merge = async (): Promise<void> => {
    setBusy(true)
    const { refused } = await doUndoable(
      core.duplicates.merge({
        personId: kept.person.id,
        version: kept.person.version,
        otherId: other.person.id,
        otherVersion: other.person.version,
        choices: Object.fromEntries(differences.flatMap((one) => [[one.field, sideOf(one)]])),
      }),
      'Merged into one record.',
      setFailure,
    )
    setBusy(false)
    setFailure(refused?.message ?? null)
    if (refused === null) goTo(LIST)
  }
  const onPage = { group: 'On this page' } as const
  useCommands([
    { ...onPage, id: 'merge.merge', title: 'Merge', keys: ['M'], icon: IconArrowMerge, run: askToMerge },
    { ...onPage, id: 'merge.two', title: 'Two people', keys: ['N'], icon: IconUsers, run: () => setOpen('two') },
    { ...onPage, id: 'merge.next', title: 'Next field', keys: ['J'], keysOnly: true, run: () => moveField(1) },
    { ...onPage, id: 'merge.previous', title: 'Previous field', keys: ['K'], keysOnly: true, run: () => moveField(-1) },
    {
      ...onPage,
      id: 'merge.left',
      title: 'Take the left one',
      keys: ['1'],
      keysOnly: true,
      run: chooseFocused('kept'),
    },
    {
      ...onPage,
      id: 'merge.right',
      title: 'Take the right one',
      keys: ['2'],
      keysOnly: true,
      run: chooseFocused('other'),
    },
    { ...onPage, id: 'merge.back', title: 'Back to the list', keys: ['Esc'], keysOnly: true, run: () => goTo(LIST) },
  ])
  const same = sameFields(kept.person, other.person)
  return (
    <Page>
      <PageHeader
        title="Compare two records"
        actions={
          <>
            <Button icon={IconUsers} keys="N" onClick={() => setOpen('two')}>
              Two people
            </Button>
            <Button kind="filled" icon={IconArrowMerge} keys="M" onClick={askToMerge}>
              Merge
            </Button>
          </>
        }
      >
        Choose what is right in each field. Nothing changes before you merge.
      </PageHeader>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="Not done">
          {failure}
        </InlineAlert>
      )}
      <div className={classes.heads}>
        <span />
        {[kept, other].map(({ person, belongings }, at) => (
          <div key={person.id}>
            <PatientBanner
              layout="preview"
              label={at === 0 ? 'Left record' : 'Right record'}
              patient={bannerOf(person, today())}
            />
            <p className={classes.quiet}>
              {at === 0 ? 'This record stays' : 'Becomes part of the other'}. {belongingsWords(belongings)}.
            </p>
          </div>
        ))}
      </div>
      <Panel
        title={differences.length === 0 ? 'Every field says the same' : 'What differs'}
        aside={`${same} ${same === 1 ? 'field says' : 'fields say'} the same on both`}
        padding="flush"
      >
        <FieldChoices differences={differences} sideOf={sideOf} onChoose={choose} />
      </Panel>
      {why}
      <p className={classes.keys}>
        <span>
          <KeyHint keys="J" /> <KeyHint keys="K" /> next, previous field
        </span>
        <span>
          <KeyHint keys="1" /> <KeyHint keys="2" /> take left, right
        </span>
        <span>
          <KeyHint keys="Esc" /> back to the list
        </span>
      </p>
      {open === 'merge' && (
        <MergeDialog
          kept={kept.person}
          other={other.person}
          moves={other.belongings}
          busy={busy}
          error={failure ?? undefined}
          onMerge={() => void merge()}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'two' && (
        <NotSameDialog
          kept={kept.person}
          other={other.person}
          onDone={() => goTo(LIST)}
          onClose={() => setOpen(null)}
          onFailedUndo={setFailure}
        />
      )}
    </Page>
  )
}

/** An NHS number first: it is what other systems know the record by. Then how much hangs on it. */
const weight = ({ person, belongings }: Whole): number =>
  (person.nhsNumber === null ? 0 : 1e9) + belongings.diagnoses * 1e4 + belongings.events

type ComparePageProps = { readonly personId: string; readonly otherId: string }

/** `/duplicates/:id/:other`: two records side by side. The one with an NHS number, or on which more hangs, stands left and stays. */
export const ComparePage = ({ personId, otherId }: ComparePageProps): ReactNode => {
  usePageTitle('duplicates')
  useBreadcrumbs([{ label: 'Register', path: '/register' }, { label: 'Duplicates', path: LIST }, { label: 'Compare' }])
  const pair = useCoreQuery('duplicates', 'pair', { personId, otherId })
  const one = useCoreQuery('register', 'person', { id: personId })
  const two = useCoreQuery('register', 'person', { id: otherId })
  const error = pair.error ?? one.error ?? two.error
  const [, goTo] = usePath()
  if (error !== null)
    return (
      <EmptyState
        scale="page"
        title="These two cannot be compared"
        actions={
          <Button kind="filled" onClick={() => goTo(LIST)}>
            Back to the list
          </Button>
        }
      >
        {error.message}
      </EmptyState>
    )
  if (pair.data === undefined || one.data === undefined || two.data === undefined)
    return <SkeletonPanel label="Loading the two records" lines={8} />
  const [first, second] = pair.data.belongings
  const left = { person: one.data.person, belongings: first }
  const right = { person: two.data.person, belongings: second }
  const turned = weight(right) > weight(left)
  return (
    <Compare
      kept={turned ? right : left}
      other={turned ? left : right}
      why={<WhyPanel points={pair.data.points} band={pair.data.band} fields={pair.data.fields} />}
    />
  )
}
