import type { ReactNode } from 'react'
import { today } from '#renderer/app/clock.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { FIGURE_KINDS, figureKind } from '#shared/features/figures/kinds.ts'
import { ABOUT_LABELS, type AboutFaults, type AboutForm } from './about-form.ts'
import classes from './figures.module.css'

const KINDS = FIGURE_KINDS.map(({ code, label }) => ({ value: code, label }))

interface AboutFieldsProps {
  readonly form: AboutForm
  readonly faults: AboutFaults
  readonly onChange: (part: Partial<AboutForm>) => void
}

/** What the figures are, where they come from and when they hold. */
export const AboutFields = ({ form, faults, onChange }: AboutFieldsProps): ReactNode => {
  const at = <Name extends keyof AboutForm>(name: Name) => ({
    id: `figures-${name}`,
    label: ABOUT_LABELS[name] ?? name,
    error: faults[name],
    value: form[name],
    onChange: (value: AboutForm[Name]) => onChange({ [name]: value }),
  })
  const kind = form.kind === null ? null : figureKind(form.kind)
  const day = { exact: true, calendarFrom: today() }
  return (
    <div className={classes.form}>
      <SelectField {...at('kind')} hint={kind?.about} options={KINDS} />
      <TextField {...at('title')} hint="A newer table with the same title and day takes this one’s place" />
      <TextField {...at('source')} hint="Who publishes or made them" />
      <TextField {...at('edition')} optional hint="The source’s own version, such as IoD 2025" />
      {kind?.dated === 'period' ? (
        <>
          <DateField {...at('periodFrom')} {...day} />
          <DateField {...at('periodTo')} {...day} />
        </>
      ) : (
        <DateField {...at('asAt')} {...day} />
      )}
    </div>
  )
}
