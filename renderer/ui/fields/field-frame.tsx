import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { StatusShape } from '../status-shape.tsx'
import classes from './field.module.css'

/** What every field has. Errors are words that say what to do; what was typed is always kept. */
export type FieldProps = {
  /** Id of the control itself, so that an error summary can link to it. */
  readonly id?: string | undefined
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Adds "(optional)". Fields are required unless they say so. */
  readonly optional?: boolean
  readonly disabled?: boolean
}

export const FieldError = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <span className={classes.errorText}>
    <StatusShape kind="off-track" size={15} />
    <span>{children}</span>
  </span>
)

export const FieldLabel = ({ label, optional }: Pick<FieldProps, 'label' | 'optional'>): ReactNode => (
  <>
    {label}
    {optional && <span className={classes.optional}> (optional)</span>}
  </>
)

/** Label, hint, error, control, from the top: the order in which somebody mending a form reads them. */
export const fieldOrder: ('label' | 'description' | 'error' | 'input')[] = ['label', 'description', 'error', 'input']

type FrameOptions = { readonly large?: boolean; readonly className?: string | undefined }

/** The kit's input properties for our frame. */
export const fieldFrame = (field: FieldProps, { large = false, className }: FrameOptions = {}) => ({
  ...(field.id === undefined ? {} : { id: field.id }),
  label: <FieldLabel label={field.label} optional={field.optional ?? false} />,
  description: field.hint,
  error: field.error === undefined ? undefined : <FieldError>{field.error}</FieldError>,
  disabled: field.disabled ?? false,
  inputWrapperOrder: fieldOrder,
  errorProps: { component: 'div' as const },
  descriptionProps: { component: 'div' as const },
  className: classNames(classes.field, field.error !== undefined && classes.withError, className),
  classNames: {
    label: classNames(classes.label),
    description: classNames(classes.hint),
    error: classNames(classes.error),
    wrapper: classNames(classes.wrapper),
    input: classNames(classes.input, large && classes.large),
  },
})
