import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { useCoreCommand } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { checkOdsPracticeCode } from '#shared/domain/ods-code.ts'
import { ACCESS_ROLES, type AccessRole, type NationCode, NATIONS } from '#shared/domain/people.ts'
import { newUserSchema, practiceSchema, type Practice, type RegisterLabel } from '#shared/features/access/schema.ts'
import classes from './access.module.css'
import frame from './set-up.module.css'
import { useShowState } from './use-show-state.ts'

/** What is typed in the first step, as text until it is checked. */
export interface DraftPractice {
  name: string
  odsCode: string
  nation: NationCode
  listSize: string
  listSizeOn: string
  networkName: string
  userName: string
  jobTitle: string
  role: AccessRole
}

export const emptyPractice = (today: string): DraftPractice => ({
  name: '',
  odsCode: '',
  nation: 'england',
  listSize: '',
  listSizeOn: today,
  networkName: '',
  userName: '',
  jobTitle: 'Cancer lead',
  role: 'lead',
})

/** The practice as the contract wants it. A list size that is no number stays none, so that the check can say so. */
export const practiceOf = (draft: DraftPractice): Practice => ({
  name: draft.name,
  odsCode: draft.odsCode.trim().toUpperCase(),
  nation: draft.nation,
  listSize: /^[\d, ]+$/.test(draft.listSize) ? Number(draft.listSize.replace(/[, ]/g, '')) : Number.NaN,
  listSizeOn: draft.listSizeOn,
  networkName: draft.networkName,
})

const NAMES: Record<string, string> = {
  name: 'Practice name',
  listSize: 'List size',
  userName: 'Your name',
  jobTitle: 'Your job',
}

const faultsOf = (draft: DraftPractice): Record<string, string> => {
  const faults: Record<string, string> = {}
  if (draft.name.trim() === '') faults['name'] = 'Type it as it should stand on reports'
  if (draft.userName.trim() === '') faults['userName'] = 'Type the name that colleagues know'
  if (draft.jobTitle.trim() === '') faults['jobTitle'] = 'Type it, such as cancer lead'
  const note = (error: z.ZodError | undefined, prefix: Record<string, string>): void => {
    for (const issue of error?.issues ?? []) {
      const field = String(issue.path[0])
      faults[prefix[field] ?? field] ??= issue.message
    }
  }
  note(practiceSchema.safeParse(practiceOf(draft)).error, {})
  note(newUserSchema.safeParse({ name: draft.userName, jobTitle: draft.jobTitle, role: draft.role }).error, {
    name: 'userName',
  })
  return faults
}

type PracticeStepProps = {
  readonly practice: DraftPractice
  readonly onChange: (practice: DraftPractice) => void
  readonly onNext: () => void
  readonly onRestore: () => void
  /** Registers this computer already has: the way back from set-up. */
  readonly registers: readonly RegisterLabel[]
}

const BackToRegister = ({ register }: { readonly register: RegisterLabel }): ReactNode => {
  const show = useShowState()
  const choose = useCoreCommand('access', 'switchRegister')
  return (
    <button
      type="button"
      className={classes.link}
      onClick={() => choose.mutate({ registerId: register.id }, { onSuccess: show })}
    >
      Go to {register.practiceName}
    </button>
  )
}

/** Step 1: which practice, and who is setting it up. */
export const PracticeStep = ({ practice, onChange, onNext, onRestore, registers }: PracticeStepProps): ReactNode => {
  const [attempt, setAttempt] = useState(0)
  const faults = attempt === 0 ? {} : faultsOf(practice)
  const change = (part: Partial<DraftPractice>): void => onChange({ ...practice, ...part })
  const odsWarning = practice.odsCode === '' ? undefined : checkOdsPracticeCode(practice.odsCode).warning
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (Object.keys(faultsOf(practice)).length === 0) onNext()
        else setAttempt(attempt + 1)
      }}
    >
      <div>
        <p className={frame.step}>Step 1 of 3</p>
        <h1>Set up my practice</h1>
        <p className={frame.intro}>Everything stays on this computer, encrypted. Nothing is sent anywhere.</p>
      </div>
      <ErrorSummary
        attempt={attempt}
        faults={Object.entries(faults).map(([field, message]) => ({
          fieldId: field,
          message: `${NAMES[field] ?? field}: ${message}`,
        }))}
      />
      <TextField
        id="name"
        label="Practice name"
        value={practice.name}
        onChange={(name) => change({ name })}
        error={faults['name']}
        autoComplete="off"
      />
      <div className={frame.pair}>
        <TextField
          id="odsCode"
          label="ODS code"
          optional
          hint="Such as A99901"
          value={practice.odsCode}
          onChange={(odsCode) => change({ odsCode })}
          error={faults['odsCode']}
          characters={10}
        />
        <SelectField
          id="nation"
          label="Nation"
          options={NATIONS.map(({ code, label }) => ({ value: code, label }))}
          value={practice.nation}
          onChange={(nation) => nation !== null && change({ nation })}
        />
      </div>
      {odsWarning !== undefined && (
        <InlineAlert tone="warn" title="Unusual, not wrong">
          {odsWarning}
        </InlineAlert>
      )}
      <div className={frame.pair}>
        <TextField
          id="listSize"
          label="List size"
          hint="Registered patients today"
          inputMode="numeric"
          value={practice.listSize}
          onChange={(listSize) => change({ listSize })}
          error={faults['listSize']}
          characters={10}
        />
        <TextField
          id="networkName"
          label="Cancer network"
          optional
          hint="Or PCN, as it should stand on reports"
          value={practice.networkName}
          onChange={(networkName) => change({ networkName })}
        />
      </div>
      <div className={frame.pair}>
        <TextField
          id="userName"
          label="Your name"
          hint="As colleagues know you"
          value={practice.userName}
          onChange={(userName) => change({ userName })}
          error={faults['userName']}
          autoComplete="off"
        />
        <TextField
          id="jobTitle"
          label="Your job"
          hint="Such as cancer lead"
          value={practice.jobTitle}
          onChange={(jobTitle) => change({ jobTitle })}
          error={faults['jobTitle']}
        />
      </div>
      <SelectField
        id="role"
        label="What you may do"
        options={ACCESS_ROLES.filter(({ code }) => code === 'lead' || code === 'clinical').map(({ code, label }) => ({
          value: code,
          label: code === 'lead' ? `${label}: everything` : `${label}: people and events`,
        }))}
        value={practice.role}
        onChange={(role) => role !== null && change({ role })}
      />
      <div className={classes.actions}>
        <Button type="submit" kind="filled" size="large" keys="Enter">
          Choose a passphrase
        </Button>
        <span className={frame.push}>
          <button type="button" className={classes.link} onClick={onRestore}>
            Restore a backup instead
          </button>
        </span>
        {registers.map((register) => (
          <BackToRegister key={register.id} register={register} />
        ))}
      </div>
    </form>
  )
}
