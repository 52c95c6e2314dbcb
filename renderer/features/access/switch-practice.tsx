import { IconFlask, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCoreCommand } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import type { AccessState } from '#shared/features/access/schema.ts'
import classes from './access.module.css'
import { useShowState } from './use-show-state.ts'

/** The registers of this computer, the demo practice, and a new one. */
export const SwitchPractice = ({
  state,
  onBack,
}: {
  readonly state: AccessState
  readonly onBack: () => void
}): ReactNode => {
  const show = useShowState()
  const choose = useCoreCommand('access', 'switchRegister')
  const demo = useCoreCommand('access', 'openDemo')
  const fresh = useCoreCommand('access', 'startNewRegister')
  const others = state.registers.filter((register) => register.id !== state.register?.id)
  const failure = choose.error ?? demo.error ?? fresh.error
  return (
    <div className={classes.form}>
      {failure !== null && (
        <InlineAlert tone="bad" spoken>
          {failure.message}
        </InlineAlert>
      )}
      {others.map((register) => (
        <Button
          key={register.id}
          wide
          onClick={() =>
            choose.mutate(
              { registerId: register.id },
              {
                onSuccess: (next) => {
                  show(next)
                  onBack()
                },
              },
            )
          }
        >
          {register.practiceName}
          {register.demo ? ', made up' : ''}
        </Button>
      ))}
      {state.register?.demo !== true && !others.some((register) => register.demo) && (
        <Button wide icon={IconFlask} busy={demo.isPending} onClick={() => demo.mutate({}, { onSuccess: show })}>
          Open the demo practice
        </Button>
      )}
      <Button wide icon={IconPlus} onClick={() => fresh.mutate({}, { onSuccess: show })}>
        Set up another practice
      </Button>
      <div className={classes.actions}>
        <Button onClick={onBack}>Back</Button>
      </div>
    </div>
  )
}
