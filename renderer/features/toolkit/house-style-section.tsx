import { type ReactNode, useId, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { textOrNull } from '#renderer/app/typed.ts'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { HouseStyle } from '#shared/features/toolkit/schema.ts'
import classes from './toolkit.module.css'

const FIELDS = [
  { name: 'name', label: 'Name', most: 120, hint: 'Left empty: the practice as it is recorded' },
  { name: 'header', label: 'Line beside the name', most: 160, hint: 'Such as the network' },
  { name: 'footer', label: 'Line below each document', most: 160, hint: 'Such as an address or a telephone' },
] as const satisfies readonly { name: keyof HouseStyle; label: string; most: number; hint: string }[]

type FormProps = { readonly style: HouseStyle; readonly practiceName: string }

const Form = ({ style, practiceName }: FormProps): ReactNode => {
  const [typed, setTyped] = useState({
    name: style.name ?? '',
    header: style.header ?? '',
    footer: style.footer ?? '',
  })
  const [failure, setFailure] = useState<string | null>(null)
  const saving = useSaving()
  const mayChange = useMay('settings.write')
  const prefix = useId()
  const save = (): Promise<boolean> =>
    saving.send(() =>
      doUndoable(
        core.toolkit.saveHouseStyle({
          name: textOrNull(typed.name),
          header: textOrNull(typed.header),
          footer: textOrNull(typed.footer),
        }),
        'The house style is saved.',
        setFailure,
      ),
    )
  return (
    <form
      className={classes.issueForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ErrorSummary
        attempt={saving.attempt}
        faults={FIELDS.filter(({ name }) => saving.faults[name] !== undefined).map(({ name, label }) => ({
          fieldId: `${prefix}-${name}`,
          message: `${label}: ${saving.faults[name]}`,
        }))}
      />
      {(failure ?? saving.failure) !== null && (
        <InlineAlert tone="bad" spoken title="Not saved">
          {failure ?? saving.failure}
        </InlineAlert>
      )}
      {FIELDS.map(({ name, label, most, hint }) => (
        <TextField
          key={name}
          id={`${prefix}-${name}`}
          label={label}
          hint={hint}
          optional
          disabled={!mayChange}
          maxLength={most}
          error={saving.faults[name]}
          {...(name === 'name' ? { placeholder: practiceName } : {})}
          value={typed[name]}
          onChange={(words) => setTyped((before) => ({ ...before, [name]: words }))}
        />
      ))}
      {mayChange && (
        <p>
          <Button type="submit" kind="filled" busy={saving.busy}>
            Save the house style
          </Button>
        </p>
      )}
    </form>
  )
}

/** What stands above and below every document of the toolkit, on screen, on paper and in files. */
export const HouseStyleSection = (): ReactNode => {
  const { data, error } = useCoreQuery('toolkit', 'houseStyle', {})
  return (
    <>
      <PageHeader title="House style">What stands on every document of the toolkit, on paper and in files.</PageHeader>
      <Panel title="On every document">
        {error !== null && <InlineAlert tone="bad">{error.message}</InlineAlert>}
        {data === undefined ? (
          error === null && <SkeletonPanel label="Loading the house style" lines={3} />
        ) : (
          <Form key={JSON.stringify(data)} style={data} practiceName={data.practiceName} />
        )}
      </Panel>
    </>
  )
}
