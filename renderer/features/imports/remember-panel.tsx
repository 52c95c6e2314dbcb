import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { SwitchField } from '#renderer/ui/fields/choice-fields.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { labelOf } from '#shared/domain/people.ts'
import type { ImportProfile } from '#shared/features/imports/profiles.ts'
import { IMPORT_LAYOUTS, type ImportDraft } from '#shared/features/imports/schema.ts'
import classes from './imports.module.css'

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The profile in use, or a name that no other profile has. */
export const nameToRemember = ({ profile, layout }: ImportDraft, others: readonly ImportProfile[]): string => {
  if (profile !== null) return profile.name
  const name = labelOf(IMPORT_LAYOUTS, layout)
  const taken = new Set(others.map((other) => other.name.trim().toLowerCase()))
  let number = 1
  while (taken.has((number === 1 ? name : `${name} ${number}`).toLowerCase())) number += 1
  return number === 1 ? name : `${name} ${number}`
}

export interface Remembering {
  readonly on: boolean
  /** null: as suggested. */
  readonly name: string | null
}

/** As it was left at the last check; on, and named for them, before the first. */
export const rememberedIn = ({ remember }: ImportDraft): Remembering =>
  remember === null ? { on: true, name: null } : { on: remember.name !== null, name: remember.name }

interface RememberPanelProps {
  readonly draft: ImportDraft
  readonly value: Remembering
  readonly error: string | undefined
  readonly onChange: (value: Remembering) => void
}

export const REMEMBER_NAME_ID = 'remember-name'

/** Whether the choices of this step are kept for the next file like it, and under which name. */
export const RememberPanel = ({ draft, value, error, onChange }: RememberPanelProps): ReactNode => {
  const list = useCoreQuery('imports', 'profiles', {})
  const others = list.data ?? []
  const name = value.name ?? nameToRemember(draft, others)
  const replaces = others.some((other) => isSame(other.name, name))
  return (
    <Panel title="Save what you chose">
      <div className={classes.form}>
        <SwitchField
          label="Match the next file like this one by itself"
          checked={value.on}
          onChange={(on) => onChange({ ...value, on })}
        />
        {value.on && (
          <TextField
            id={REMEMBER_NAME_ID}
            label="Name of the profile"
            hint={replaces ? 'The profile of this name is brought up to date.' : 'Saved when the file is brought in.'}
            maxLength={80}
            value={name}
            onChange={(next) => onChange({ ...value, name: next })}
            error={error}
          />
        )}
      </div>
    </Panel>
  )
}
