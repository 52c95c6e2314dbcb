import type { ReactNode } from 'react'
import { today } from '#renderer/app/clock.ts'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { LIST_SOURCES } from '#shared/features/reconcile/schema.ts'
import { type AboutFaults, suggestedName, type TypedAbout } from './about-list.ts'
import classes from './reconcile.module.css'

export const ABOUT_IDS = {
  name: 'list-name',
  from: 'list-from',
  to: 'list-to',
  tumourGroups: 'list-groups',
} as const

const GROUPS = TUMOUR_GROUPS.filter(({ code }) => code !== 'not_known')

interface AboutFormProps {
  readonly about: TypedAbout
  readonly faults: AboutFaults
  readonly onChange: (change: Partial<TypedAbout>) => void
}

const Groups = ({ about, faults, onChange }: AboutFormProps): ReactNode => (
  <>
    <CheckboxField
      id={ABOUT_IDS.tumourGroups}
      label="It covers every tumour group"
      checked={about.everyGroup}
      onChange={(everyGroup) => onChange({ everyGroup })}
      error={faults.tumourGroups}
    />
    {!about.everyGroup && (
      <fieldset className={classes.groups}>
        <legend>Tumour groups it covers</legend>
        {GROUPS.map(({ code, label }) => (
          <CheckboxField
            key={code}
            label={label}
            checked={about.groups.includes(code)}
            onChange={(on) =>
              onChange({ groups: on ? [...about.groups, code] : about.groups.filter((group) => group !== code) })
            }
          />
        ))}
      </fieldset>
    )}
  </>
)

/** What the list is: without it nobody can say what the list should have. */
export const AboutForm = (props: AboutFormProps & { readonly replaces: string | null }): ReactNode => {
  const { about, faults, onChange, replaces } = props
  const isSuggested = about.name === suggestedName(about.source, today())
  return (
    <Panel title="What this list is">
      <div className={classes.form}>
        {replaces !== null && (
          <InlineAlert>{`It takes the place of “${replaces}”. What was decided stays where the same thing still differs.`}</InlineAlert>
        )}
        <TextField
          id={ABOUT_IDS.name}
          label="Name"
          hint="No patient’s name: it is shown in lists"
          maxLength={80}
          value={about.name}
          onChange={(name) => onChange({ name })}
          error={faults.name}
        />
        <SelectField
          label="Where it comes from"
          options={LIST_SOURCES.map(({ code, label }) => ({ value: code, label }))}
          value={about.source}
          onChange={(source) =>
            source !== null && onChange({ source, ...(isSuggested ? { name: suggestedName(source, today()) } : {}) })
          }
        />
        <DateField
          id={ABOUT_IDS.from}
          label="First day it covers"
          hint="By date of diagnosis"
          exact
          value={about.from}
          onChange={(from) => onChange({ from })}
          error={faults.from}
        />
        <DateField
          id={ABOUT_IDS.to}
          label="Last day it covers"
          exact
          value={about.to}
          onChange={(to) => onChange({ to })}
          error={faults.to}
        />
        <Groups {...props} />
      </div>
    </Panel>
  )
}
