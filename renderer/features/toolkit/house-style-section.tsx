import { type ReactNode, useId, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { textOrNull } from '#renderer/app/typed.ts'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { SEEN_CHANGED, useTypedOver } from '#renderer/app/use-typed-over.ts'
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

type FormProps = {
  readonly style: HouseStyle
  readonly practiceName: string
  readonly reload: () => Promise<unknown>
}

const draftOf = ({ name, header, footer }: HouseStyle) => ({
  name: name ?? '',
  header: header ?? '',
  footer: footer ?? '',
})

const Form = ({ style, practiceName, reload }: FormProps): ReactNode => {
  const { draft, change, hasChanged, saved } = useTypedOver(style, draftOf, reload)
  const [failure, setFailure] = useState<string | null>(null)
  const saving = useSaving()
  const mayChange = useMay('settings.write')
  const prefix = useId()
  const save = async (): Promise<void> => {
    if (hasChanged()) return setFailure(SEEN_CHANGED)
    setFailure(null)
    const isSaved = await saving.send(() =>
      doUndoable(
        core.toolkit.saveHouseStyle({
          name: textOrNull(draft.name),
          header: textOrNull(draft.header),
          footer: textOrNull(draft.footer),
        }),
        'The house style is saved.',
        setFailure,
      ),
    )
    if (isSaved) await saved()
  }
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
          value={draft[name]}
          onChange={(words) => change({ [name]: words })}
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
  const { data, error, refetch } = useCoreQuery('toolkit', 'houseStyle', {})
  return (
    <>
      <PageHeader title="House style">What stands on every document of the toolkit, on paper and in files.</PageHeader>
      <Panel title="On every document">
        {error !== null && <InlineAlert tone="bad">{error.message}</InlineAlert>}
        {data === undefined ? (
          error === null && <SkeletonPanel label="Loading the house style" lines={3} />
        ) : (
          <Form style={data} practiceName={data.practiceName} reload={refetch} />
        )}
      </Panel>
    </>
  )
}
