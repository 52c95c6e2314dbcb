import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { SEEN_CHANGED, useTypedOver } from '#renderer/app/use-typed-over.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { dayPartsOf, formatIsoDate } from '#shared/domain/partial-date.ts'
import { labelOf, NATIONS } from '#shared/domain/people.ts'
import {
  allowanceFor,
  changeableClocks,
  type ClockRules,
  clockRulesFor,
  clocksInForce,
} from '#shared/features/pathways/clock-rules.ts'
import { ADJUSTED_CLOCKS, type ClockCode } from '#shared/features/pathways/schema.ts'
import { clockName } from '#shared/features/pathways/words.ts'
import { type ClockBoxes, boxOf, clocksFormOf, readClocksForm } from './clocks-form.ts'
import { written } from './pathway-writes.ts'
import classes from './clocks-section.module.css'

const targetWords = (target: number | null): string => (target === null ? 'Not known' : `${target}%`)

const standardsOf = (rules: ClockRules) =>
  ADJUSTED_CLOCKS.flatMap((code) => {
    const [standard, now] = [rules.standards[code], allowanceFor(rules, code, dayNow())]
    return standard === undefined || now === null ? [] : [{ code, standard, now }]
  })
type Standard = ReturnType<typeof standardsOf>[number]

const certainty = ({ standard, now }: Standard): ReactNode => {
  if (standard.verified) return <StatusMark kind="on-track">Read in guidance</StatusMark>
  return now.chosen === null ? (
    <StatusMark kind="at-risk">Unverified default</StatusMark>
  ) : (
    <StatusMark kind="info">Chosen here</StatusMark>
  )
}

const sourceWords = ({ standard, now }: Standard): string =>
  now.chosen === null
    ? standard.source
    : `${now.chosen.reason} (our default: ${standard.days} days, target ${targetWords(standard.target).toLowerCase()})`

const Standards = ({ rules }: { readonly rules: ClockRules }): ReactNode => (
  <Panel padding="flush">
    <PlainTable
      caption={`Clocks counted in ${labelOf(NATIONS, rules.nation)}`}
      rows={standardsOf(rules)}
      rowId={({ code }) => code}
      columns={[
        { id: 'clock', header: 'Clock', rowHeader: true, cell: ({ code, now }) => clockName(code, now.days) },
        { id: 'target', header: 'Target', align: 'end', cell: ({ now }) => targetWords(now.target) },
        { id: 'certainty', header: 'How sure', cell: certainty },
        { id: 'source', header: 'Source', cell: sourceWords },
      ]}
    />
  </Panel>
)

const nameOf = (rules: ClockRules, code: ClockCode): string => clockName(code, rules.standards[code]?.days ?? 0)

const labelsOf = (rules: ClockRules, codes: readonly ClockCode[]): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    codes.flatMap((code) => [
      [boxOf(code, 'days'), `${nameOf(rules, code)}: days`],
      [boxOf(code, 'target'), `${nameOf(rules, code)}: target`],
    ]),
  ),
  from: 'For clocks that start from',
  reason: 'Reason',
})

const draftOf = (rules: ClockRules) => ({
  form: clocksFormOf(changeableClocks(rules), clocksInForce(rules, dayNow())),
  from: dayPartsOf(dayNow()),
  reason: '',
})

type FormProps = { readonly rules: ClockRules; readonly reload: () => Promise<unknown> }

const ClocksForm = ({ rules, reload }: FormProps): ReactNode => {
  const codes = changeableClocks(rules)
  const labels = labelsOf(rules, codes)
  const { draft, change, hasChanged, saved } = useTypedOver(rules, draftOf, reload)
  const { form, from, reason } = draft
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const idOf = (field: string): string => `clocks-${field}`
  const changeBox = (code: ClockCode, part: keyof ClockBoxes, typed: string): void =>
    change({ form: { ...form, [code]: { days: '', target: '', ...form[code], [part]: typed } } })
  const save = async (): Promise<void> => {
    if (saving) return
    const read = readClocksForm(codes, { form, from, reason })
    setFailure(null)
    setFaults('faults' in read ? read.faults : {})
    if ('faults' in read) return setAttempt((before) => before + 1)
    if (hasChanged()) return setFailure(SEEN_CHANGED)
    setSaving(true)
    const refused = await written(core.pathways.saveClocks(read.choice), 'Clocks saved.')
    setFailure(refused?.message ?? null)
    if (refused === null) await saved()
    setSaving(false)
  }
  useCommands([
    { id: 'clocks.save', title: 'Save the clocks', group: 'On this page', keys: ['Ctrl+S'], run: () => void save() },
  ])
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ErrorSummary
        attempt={attempt}
        faults={Object.entries(faults).map(([field, words]) => ({
          fieldId: idOf(field),
          message: `${labels[field] ?? field}: ${words}`,
        }))}
      />
      {failure !== null && (
        <InlineAlert tone="bad" title="Not saved" spoken>
          {failure}
        </InlineAlert>
      )}
      <Panel title="Days and targets" aside="Empty target: not known">
        <div className={classes.grid}>
          {codes.flatMap((code) =>
            (['days', 'target'] as const).map((part) => (
              <TextField
                key={boxOf(code, part)}
                id={idOf(boxOf(code, part))}
                label={labels[boxOf(code, part)] ?? ''}
                hint={
                  part === 'days'
                    ? `Our unverified default: ${rules.standards[code]?.days} days`
                    : `Per cent. Our unverified default: ${targetWords(rules.standards[code]?.target ?? null).toLowerCase()}`
                }
                error={faults[boxOf(code, part)]}
                inputMode="numeric"
                characters={4}
                value={form[code]?.[part] ?? ''}
                onChange={(typed) => changeBox(code, part, typed)}
              />
            )),
          )}
        </div>
      </Panel>
      <Panel title="From when, and why">
        <div className={classes.fields}>
          <DateField
            id={idOf('from')}
            label={labels['from'] ?? ''}
            exact
            hint="Clocks that started before this day keep the days that held then"
            error={faults['from']}
            value={from}
            onChange={(day) => change({ from: day })}
            calendarFrom={dayNow()}
          />
          <TextField
            id={idOf('reason')}
            label={labels['reason'] ?? ''}
            hint="Such as the guidance that says so, with its date"
            error={faults['reason']}
            value={reason}
            onChange={(words) => change({ reason: words })}
            maxLength={300}
          />
        </div>
      </Panel>
      <div>
        <Button type="submit" kind="filled" keys="Ctrl+S" busy={saving}>
          Save the clocks
        </Button>
      </div>
    </form>
  )
}

const History = ({ rules }: { readonly rules: ClockRules }): ReactNode =>
  rules.periods.length === 0 ? null : (
    <Panel title="Chosen before">
      <ul className={classes.history}>
        {rules.periods.toReversed().map((period) => (
          <li key={period.from}>
            {`For clocks that start from ${formatIsoDate(period.from)}: ${Object.values(period.clocks)
              .map(({ days }) => days)
              .join(', ')} days. Chosen by ${period.setBy} on ${formatIsoDate(period.setOn)}: ${period.reason}`}
          </li>
        ))}
      </ul>
    </Panel>
  )

const Shown = ({ rules, reload }: FormProps): ReactNode => {
  const mayChange = useMay('settings.write')
  const changeable = changeableClocks(rules).length > 0
  return (
    <>
      <Standards rules={rules} />
      {changeable && mayChange && <ClocksForm key={rules.nation} rules={rules} reload={reload} />}
      {changeable && !mayChange && <p className={classes.quiet}>Only the cancer lead can change these.</p>}
      {!changeable && <p className={classes.quiet}>These stand in the guidance, so they cannot be changed here.</p>}
      <History rules={rules} />
    </>
  )
}

/** How many days the clocks of the practice's nation allow, how sure we are of each, and what the practice chose. */
export const ClocksSection = (): ReactNode => {
  const { data, error, refetch } = useCoreQuery('pathways', 'clocks', {})
  return (
    <>
      <PageHeader title="Clocks">
        {data === undefined
          ? 'The waiting-time clocks of your nation.'
          : `The waiting-time clocks of ${labelOf(NATIONS, data.nation)}, as the practice sees them: the hospital holds the official ones.`}
      </PageHeader>
      {error !== null && <InlineAlert tone="bad">{error.message}</InlineAlert>}
      {data === undefined ? (
        <SkeletonPanel lines={5} />
      ) : (
        <Shown rules={clockRulesFor(data.nation, data.periods)} reload={refetch} />
      )}
    </>
  )
}
