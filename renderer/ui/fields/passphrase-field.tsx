import { PasswordInput } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon.tsx'
import { StatusShape } from '../status-shape.tsx'
import { type FieldProps, fieldFrame } from './field-frame.tsx'
import classes from './field.module.css'

type PassphraseFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  /** `new` while choosing one, so that nothing offers to fill in the old. */
  readonly purpose?: 'current' | 'new'
  readonly inputRef?: Ref<HTMLInputElement>
}

const RevealIcon = ({ reveal }: { reveal: boolean }): ReactNode => <Icon of={reveal ? IconEyeOff : IconEye} />

/** A passphrase. Paste is allowed, it can be shown, and Caps Lock is pointed out while it is on. */
export const PassphraseField = (props: PassphraseFieldProps): ReactNode => {
  const { value, onChange, purpose = 'current' } = props
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const frame = fieldFrame(props, { large: true })
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <div>
      <PasswordInput
        {...frame}
        ref={props.inputRef ?? null}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        onBlur={() => setCapsLock(false)}
        visible={shown}
        onVisibilityChange={setShown}
        visibilityToggleFocusable
        visibilityToggleIcon={RevealIcon}
        visibilityToggleButtonProps={{
          'aria-label': shown ? 'Hide passphrase' : 'Show passphrase',
          'aria-pressed': shown,
        }}
        autoComplete={purpose === 'new' ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={props.error !== undefined}
        classNames={{
          ...frame.classNames,
          innerInput: classNames(classes.passphrase),
          visibilityToggle: classNames(classes.reveal),
        }}
      />
      <div role="status">
        {capsLock && (
          <span className={classes.caps}>
            <StatusShape kind="at-risk" size={15} />
            Caps Lock is on
          </span>
        )}
      </div>
    </div>
  )
}

type StrengthMeterProps = {
  /** Bars filled, 0 to 4. Four is strong enough. */
  readonly score: 0 | 1 | 2 | 3 | 4
  /** In words: "Strong: 4 words, not a common phrase". */
  readonly words: string
}

/** How hard a passphrase is to guess. Shows only; working it out is the caller's. */
export const StrengthMeter = ({ score, words }: StrengthMeterProps): ReactNode => (
  <div className={classes.strength} role="status">
    {[1, 2, 3, 4].map((bar) => (
      <span
        key={bar}
        className={classes.strengthBar}
        data-on={score < bar ? undefined : score === 4 ? 'strong' : 'weak'}
        aria-hidden="true"
      />
    ))}
    {words !== '' && (
      <span className={classNames(classes.strengthWords)} data-strength={score}>
        <StrengthWords strong={score === 4}>{words}</StrengthWords>
      </span>
    )}
  </div>
)

const StrengthWords = ({ strong, children }: { readonly strong: boolean; readonly children: string }): ReactNode => (
  <span
    className={classes.errorText}
    style={{ color: strong ? 'var(--ok-text)' : 'var(--warn-text)', fontWeight: 600 }}
  >
    <StatusShape kind={strong ? 'on-track' : 'at-risk'} size={15} />
    {children}
  </span>
)
