import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { urlChoice, useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { identityWords } from '#shared/domain/person-line.ts'
import { displayName } from '#shared/domain/people.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { checkRuleOf } from '#shared/features/checks/public.ts'
import { HIT_VIEWS, type HitView, type PersonHit } from '#shared/features/checks/schema.ts'
import { mendAt } from './check-words.ts'
import classes from './checks.module.css'
import { ReasonDialog } from './reason-dialog.tsx'

const ADDRESS = { view: urlChoice<HitView>(['open', 'kept'], 'open') }

/** It is unusual, not wrong, and nobody has said yet why it is right. */
const canKeep = ({ override, severity }: PersonHit): boolean => override === null && severity === 'warning'

const keyOf = ({ person, subjectId }: PersonHit): string => `${person.id} ${subjectId}`
/** The name in each row of the list. */
const places = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-hit] > :first-child a')]
const placeInFocus = (): number =>
  places().findIndex((link) => link.closest('[data-hit]')?.contains(document.activeElement) === true)

/** Goes to the next or the previous person of the list. */
const move = (step: 1 | -1): boolean | void => {
  const next = places()[placeInFocus() + step]
  if (next === undefined) return false
  next.focus()
}

type RowProps = { readonly hit: PersonHit; readonly mayKeep: boolean; readonly onKeep: () => void }

const Row = ({ hit, mayKeep, onKeep }: RowProps): ReactNode => {
  const mend = mendAt(hit.person.id, hit)
  return (
    <li className={classes.personRow} data-hit>
      <div>
        <Link href={`/people/${hit.person.id}/journey`} className={classes.personLink}>
          {displayName(hit.person)}
        </Link>
        <p className={classes.quiet}>{identityWords(hit.person)}</p>
      </div>
      <div>
        <p>{hit.words}</p>
        {hit.override !== null && (
          <p className={classes.quiet}>
            “{hit.override.reason}” ({hit.override.byName}, {formatIsoDate(hit.override.madeOn)})
          </p>
        )}
      </div>
      <p className={classes.actions}>
        {mayKeep && (
          <Link href={mend.path} asChild>
            <ButtonLink size="small">{mend.label}</ButtonLink>
          </Link>
        )}
        {mayKeep && canKeep(hit) && (
          <Button size="small" onClick={onKeep}>
            Keep it
          </Button>
        )}
      </p>
    </li>
  )
}

/** `/checks/:rule`: the people one check says something about, worked from the keyboard. */
export const RulePage = ({ code }: { readonly code: string }): ReactNode => {
  const rule = checkRuleOf(code)
  const [{ view }, change] = useUrlState(ADDRESS)
  const [, goTo] = usePath()
  const mayKeep = useMay('register.write')
  const [keeping, setKeeping] = useState<PersonHit | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { data, error } = useCoreQuery('checks', 'people', { rule: code, view }, { keepPrevious: true })
  usePageTitle('checks')
  useBreadcrumbs([
    { label: 'Settings', path: '/settings' },
    { label: 'Checks', path: '/settings/checks' },
    { label: rule?.title ?? 'A check' },
  ])
  const keepFocused = (): boolean | void => {
    const hit = data?.hits[placeInFocus()]
    if (hit === undefined || !canKeep(hit) || !mayKeep) return false
    setKeeping(hit)
  }
  useCommands([
    { id: 'checks.next', title: 'Next person', group: 'On this page', keys: ['J'], keysOnly: true, run: () => move(1) },
    {
      id: 'checks.previous',
      title: 'Previous person',
      group: 'On this page',
      keys: ['K'],
      keysOnly: true,
      run: () => move(-1),
    },
    { id: 'checks.keep', title: 'Keep it with a reason', group: 'On this page', keys: ['A'], run: keepFocused },
    {
      id: 'checks.back',
      title: 'Back to the checks',
      group: 'On this page',
      keys: ['Esc'],
      keysOnly: true,
      run: () => goTo('/settings/checks'),
    },
  ])
  if (rule === undefined)
    return (
      <EmptyState scale="page" title="There is no such check">
        It may have been renamed in a newer version. The list of checks is in Settings.
      </EmptyState>
    )
  const hits = data?.hits ?? []
  const more = (data?.total ?? 0) - hits.length
  return (
    <Page>
      <PageHeader title={rule.title}>
        {rule.explains} {rule.whatToDo}
      </PageHeader>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      <Tabs
        label="Which of them"
        tabs={HIT_VIEWS.map(({ code: id, label }) => ({
          id,
          label,
          ...(id === view && data !== undefined ? { count: data.total.toLocaleString('en-GB') } : {}),
        }))}
        active={view}
        onChange={(next) => change({ view: next })}
      />
      {error !== null && data === undefined ? (
        <InlineAlert tone="bad" spoken title="The list could not be read">
          {error.message}
        </InlineAlert>
      ) : data === undefined ? (
        <SkeletonPanel label="Loading the list" lines={4} />
      ) : data.hits.length === 0 ? (
        <EmptyState title={view === 'open' ? 'Nobody to look at' : 'Nothing was kept'}>
          {view === 'open' ? 'This check has nothing to ask.' : 'Reasons that people give stand here.'}
        </EmptyState>
      ) : (
        <Panel padding="flush">
          <ul className={classes.people} aria-label={`People: ${rule.title}`}>
            {data.hits.map((hit) => (
              <Row key={keyOf(hit)} hit={hit} mayKeep={mayKeep} onKeep={() => setKeeping(hit)} />
            ))}
          </ul>
        </Panel>
      )}
      <p className={classes.keys}>
        {more > 0 && <span>{more.toLocaleString('en-GB')} more, once these are done</span>}
        {hits.length > 0 && (
          <>
            <span>
              <KeyHint keys="J" /> <KeyHint keys="K" /> next, previous
            </span>
            <span>
              <KeyHint keys="Enter" /> open
            </span>
          </>
        )}
        {mayKeep && hits.some(canKeep) && (
          <span>
            <KeyHint keys="A" /> keep it with a reason
          </span>
        )}
      </p>
      {keeping !== null && (
        <ReasonDialog
          title="Keep it with a reason"
          banner={<PatientBanner layout="strip" patient={bannerOf(keeping.person, today())} />}
          label="Why it is right"
          save="Keep it"
          saved="Kept with your reason."
          send={(reason) =>
            core.checks.keep({ personId: keeping.person.id, rule: code, subjectId: keeping.subjectId, reason })
          }
          onDone={() => {
            setKeeping(null)
            requestAnimationFrame(() => places()[0]?.focus())
          }}
          onClose={() => setKeeping(null)}
          onFailedUndo={setFailure}
        >
          <p>{keeping.words}</p>
          <p className={classes.quiet}>The reason holds until one of these values changes.</p>
        </ReasonDialog>
      )}
    </Page>
  )
}
