import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Severity } from '#shared/features/checks/public.ts'
import { CHECK_RULES } from '#shared/features/checks/public.ts'
import type { RuleFigures } from '#shared/features/checks/schema.ts'
import { adviceFor, keptWords, raisedWords } from '#shared/features/checks/words.ts'
import classes from './checks.module.css'
import { ReasonDialog } from './reason-dialog.tsx'

type Rule = (typeof CHECK_RULES)[number]
interface RuleRow {
  readonly rule: Rule
  readonly figures: RuleFigures
}

/** There is somebody to look at: those rules stand first. */
const isOpen = ({ figures }: RuleRow): boolean => figures.switchedOff === null && figures.hits > figures.kept

const Explained = ({ rule, figures }: RuleRow): ReactNode => (
  <span className={classes.rule}>
    <b>{rule.title}</b>
    <span>{rule.explains}</span>
    <span className={classes.quiet}>
      {rule.source}. Version {rule.version}, from {formatIsoDate(rule.dated)}.
    </span>
    {figures.switchedOff !== null && (
      <span className={classes.quiet}>
        Switched off by {figures.switchedOff.byName}, {formatIsoDate(figures.switchedOff.on)}: “
        {figures.switchedOff.reason}”
      </span>
    )}
  </span>
)

const Raised = ({ row, people }: { readonly row: RuleRow; readonly people: number }): ReactNode => {
  const { rule, figures } = row
  const open = figures.hits - figures.kept
  const advice = adviceFor(rule, figures, people)
  return (
    <span className={classes.rule}>
      <span>{raisedWords(figures, people)}</span>
      {figures.kept > 0 && <span>{keptWords(figures)}</span>}
      {open > 0 && figures.switchedOff === null && <Link href={`/checks/${rule.code}`}>{open} to look at</Link>}
      {open === 0 && figures.kept > 0 && figures.switchedOff === null && (
        <Link href={`/checks/${rule.code}?view=kept`}>See who was kept</Link>
      )}
      {advice !== null && <b>{advice}</b>}
    </span>
  )
}

type Switches = {
  readonly onSwitchOff: (rule: Rule) => void
  readonly onSwitchOn: (rule: Rule) => void
}

const OnOrOff = ({ row, onSwitchOff, onSwitchOn }: Switches & { readonly row: RuleRow }): ReactNode => {
  const { rule, figures } = row
  const isOn = figures.switchedOff === null
  return (
    <Button
      size="small"
      aria-label={`Switch ${isOn ? 'off' : 'on'}: ${rule.title}`}
      onClick={() => (isOn ? onSwitchOff(rule) : onSwitchOn(rule))}
    >
      {isOn ? 'Switch off' : 'Switch on'}
    </Button>
  )
}

const ruleColumns = (people: number, switches: Switches | undefined) => [
  { id: 'rule', header: 'What it asks', rowHeader: true, cell: (row: RuleRow) => <Explained {...row} /> },
  { id: 'todo', header: 'What to do', width: '24%', cell: ({ rule }: RuleRow) => rule.whatToDo },
  { id: 'raised', header: 'Raised', width: '16%', cell: (row: RuleRow) => <Raised row={row} people={people} /> },
  ...(switches === undefined
    ? []
    : [
        {
          id: 'switch',
          header: 'On or off',
          width: '11%',
          cell: (row: RuleRow) => <OnOrOff row={row} {...switches} />,
        },
      ]),
]

type RuleTableProps = {
  readonly title: string
  readonly aside: string
  readonly severity: Severity
  readonly rows: readonly RuleRow[]
  readonly people: number
  readonly switches?: Switches | undefined
}

const RuleTable = ({ title, aside, severity, rows, people, switches }: RuleTableProps): ReactNode => (
  <Panel title={title} aside={aside} padding="flush">
    <PlainTable
      caption={title}
      rows={rows.filter(({ rule }) => rule.severity === severity)}
      rowId={({ rule }) => rule.code}
      flagged={({ rule, figures }) => adviceFor(rule, figures, people) !== null}
      columns={ruleColumns(people, switches)}
    />
  </Panel>
)

/** Every check with its words, how often it is raised and how often people keep what it asks about. */
export const ChecksSection = (): ReactNode => {
  const figures = useCoreQuery('checks', 'figures', {})
  const maySwitch = useMay('settings.write')
  const [switchingOff, setSwitchingOff] = useState<Rule | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const switchOn = async ({ code }: Rule): Promise<void> => {
    const { refused } = await doUndoable(core.checks.switchOn({ rule: code }), 'The check is on again.', setFailure)
    setFailure(refused?.message ?? null)
  }
  const people = figures.data?.people ?? 0
  const rows = (figures.data?.rules ?? [])
    .flatMap((one): RuleRow[] => {
      const rule = CHECK_RULES.find(({ code }) => code === one.rule)
      return rule === undefined ? [] : [{ rule, figures: one }]
    })
    .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
  return (
    <>
      <PageHeader title="Checks">
        Rules that question an entry. Vague dates are read in favour of what is recorded. A check that asks too often is
        not read any more, so each shows how often it is raised and kept.
      </PageHeader>
      {(failure ?? figures.error) !== null && (
        <InlineAlert
          tone="bad"
          spoken
          title={failure === null ? 'The checks could not be read' : 'That could not be done'}
        >
          {failure ?? figures.error?.message}
        </InlineAlert>
      )}
      {figures.data === undefined ? (
        figures.error === null && <SkeletonPanel label="Counting what the checks say" lines={8} />
      ) : (
        <>
          <RuleTable
            title="Unusual, not wrong"
            aside="Can be kept with a reason, which holds until the values change"
            severity="warning"
            rows={rows}
            people={people}
            switches={
              maySwitch ? { onSwitchOff: setSwitchingOff, onSwitchOn: (rule) => void switchOn(rule) } : undefined
            }
          />
          <RuleTable
            title="Cannot be so"
            aside="Has to be put right; stays on"
            severity="error"
            rows={rows}
            people={people}
          />
        </>
      )}
      {switchingOff !== null && (
        <ReasonDialog
          title={`Switch off “${switchingOff.title}”`}
          label="Why it is not wanted"
          save="Switch it off"
          saved="The check is off."
          send={(reason) => core.checks.switchOff({ rule: switchingOff.code, reason })}
          onDone={() => setSwitchingOff(null)}
          onClose={() => setSwitchingOff(null)}
          onFailedUndo={setFailure}
        >
          <p>It asks nobody any more, in lists and in forms. Reasons that were given are kept.</p>
        </ReasonDialog>
      )}
    </>
  )
}
