import { type ReactNode, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { AppError } from '#shared/contract/errors.ts'
import { checkOdsPracticeCode } from '#shared/domain/ods-code.ts'
import { type NationCode, NATIONS } from '#shared/domain/people.ts'
import type { Practice } from '#shared/features/access/schema.ts'
import { KeysPanel } from '#renderer/features/packs/public.ts'
import { useLatestListSize } from '#renderer/features/figures/public.ts'
import { ContactsForm } from './contacts-form.tsx'
import { draftOfPractice, type PracticeDraft, readPractice } from './practice-draft.ts'
import classes from './settings.module.css'
import { SEEN_CHANGED, useTypedOver } from '#renderer/app/use-typed-over.ts'
import { useMay } from '#renderer/app/use-may.ts'

const LABELS: Readonly<Record<string, string>> = {
  name: 'Practice name',
  odsCode: 'ODS code',
  nation: 'Nation',
  listSize: 'List size',
  listSizeOn: 'Counted on',
  networkName: 'Cancer network',
}

const NATION_CHOICES: readonly { readonly value: NationCode; readonly label: string }[] = NATIONS.map(
  ({ code, label }) => ({
    value: code,
    label,
  }),
)

type FieldsProps = {
  readonly draft: PracticeDraft
  readonly change: (part: Partial<PracticeDraft>) => void
  readonly faults: Readonly<Record<string, string>>
  readonly disabled: boolean
  /** The list size that practice figures have for the practice, in words. */
  readonly latest: string | null
}

const listSizeHint = (latest: string | null): string =>
  `Registered patients; reports divide by it.${latest === null ? '' : ` Practice figures have ${latest}`}`

const PracticeFields = ({ draft, change, faults, disabled, latest }: FieldsProps): ReactNode => {
  const warning = draft.odsCode.trim() === '' ? undefined : checkOdsPracticeCode(draft.odsCode).warning
  const at = (name: keyof PracticeDraft) => ({ id: `practice-${name}`, error: faults[name], disabled })
  return (
    <div className={classes.formGrid}>
      <TextField {...at('name')} label="Practice name" value={draft.name} onChange={(name) => change({ name })} />
      <SelectField
        {...at('nation')}
        label="Nation"
        options={NATION_CHOICES}
        value={draft.nation}
        onChange={(nation) => nation !== null && change({ nation })}
      />
      <TextField
        {...at('odsCode')}
        label="ODS code"
        optional
        hint={warning ?? 'Such as A99901'}
        characters={10}
        value={draft.odsCode}
        onChange={(odsCode) => change({ odsCode })}
      />
      <TextField
        {...at('networkName')}
        label="Cancer network"
        optional
        hint="Or PCN, as it should stand on reports"
        value={draft.networkName}
        onChange={(networkName) => change({ networkName })}
      />
      <TextField
        {...at('listSize')}
        label="List size"
        hint={listSizeHint(latest)}
        inputMode="numeric"
        characters={10}
        value={draft.listSize}
        onChange={(listSize) => change({ listSize })}
      />
      <DateField
        {...at('listSizeOn')}
        label="Counted on"
        exact
        calendarFrom={today()}
        value={draft.listSizeOn}
        onChange={(listSizeOn) => change({ listSizeOn })}
      />
    </div>
  )
}

type FormProps = { readonly practice: Practice; readonly reload: () => Promise<unknown> }

const PracticeForm = ({ practice, reload }: FormProps): ReactNode => {
  const { draft, change, hasChanged, saved } = useTypedOver(practice, draftOfPractice, reload)
  const [attempt, setAttempt] = useState(0)
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = useState<string>()
  const [saving, setSaving] = useState(false)
  const mayChange = useMay('settings.write')
  const latest = useLatestListSize(practice.odsCode)
  const refuse = (found: Readonly<Record<string, string>>): void => {
    setFaults(found)
    setAttempt((before) => before + 1)
  }
  const send = async (): Promise<void> => {
    const read = readPractice(draft)
    setFailure(undefined)
    if (Object.keys(read.faults).length > 0) return refuse(read.faults)
    if (hasChanged()) {
      refuse({})
      return setFailure(SEEN_CHANGED)
    }
    setSaving(true)
    try {
      await core.access.savePractice(read.practice)
      await saved()
      setFaults({})
      showToast({ message: 'Practice details saved.' })
    } catch (cause) {
      const error =
        cause instanceof AppError
          ? cause
          : new AppError('internal', 'Something went wrong. Nothing was saved: try again.')
      refuse(error.details.fieldErrors ?? {})
      if (error.details.fieldErrors === undefined) setFailure(error.message)
    } finally {
      setSaving(false)
    }
  }
  const save = (): void => {
    if (!saving) void send()
  }
  useCommands(
    mayChange
      ? [
          {
            id: 'settings.save',
            title: 'Save the practice details',
            group: 'On this page',
            keys: ['Ctrl+S'],
            run: save,
          },
        ]
      : [],
  )
  return (
    <form
      className={classes.narrow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <ErrorSummary
        attempt={attempt}
        faults={Object.entries(faults).map(([field, words]) => ({
          fieldId: `practice-${field}`,
          message: `${LABELS[field] ?? field}: ${words}`,
        }))}
      />
      {failure !== undefined && (
        <InlineAlert tone="bad" title="Not saved" spoken>
          {failure}
        </InlineAlert>
      )}
      <Panel>
        <PracticeFields draft={draft} latest={latest} change={change} faults={faults} disabled={!mayChange} />
      </Panel>
      {mayChange ? (
        <div>
          <Button type="submit" kind="filled" keys="Ctrl+S" busy={saving}>
            Save
          </Button>
        </div>
      ) : (
        <p className={classes.quiet}>Only the cancer lead can change these.</p>
      )}
    </form>
  )
}

/** Who the practice is: what stands at the head of reports and what figures are divided by. */
export const PracticeSection = (): ReactNode => {
  const practice = useCoreQuery('access', 'practice', {})
  return (
    <>
      <PageHeader title="Practice">These details stand at the head of every report.</PageHeader>
      {practice.error !== null && <InlineAlert tone="bad">{practice.error.message}</InlineAlert>}
      {practice.data === undefined ? (
        <SkeletonPanel lines={5} />
      ) : (
        <PracticeForm practice={practice.data} reload={practice.refetch} />
      )}
      <div className={classes.narrow}>
        <ContactsForm />
        <KeysPanel />
      </div>
    </>
  )
}
